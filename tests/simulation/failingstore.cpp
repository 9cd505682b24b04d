// SPDX-License-Identifier: GPL-3.0-or-later
#include "failingstore.h"

#include <utility>

namespace tandem {

Result<void> FailingStore::commit()
{
    switch (std::exchange(m_fault, Fault::None)) {
    case Fault::None: return real().commit();
    case Fault::Refuses: return gone();
    case Fault::AnswersLate:
        if (auto committed = real().commit(); !committed)
            return committed;
        return gone();
    }
    return {};
}

} // namespace tandem
