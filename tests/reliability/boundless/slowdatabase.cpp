// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowdatabase.h"

#include <thread>

namespace tandem {

SlowDatabase::SlowDatabase(std::unique_ptr<Database> real, std::chrono::milliseconds commitTime)
    : ForwardingDatabase(std::move(real)), m_commitTime(commitTime)
{
}

Result<void> SlowDatabase::commit()
{
    std::this_thread::sleep_for(m_commitTime);
    return real().commit();
}

} // namespace tandem
