// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sinks.h"

namespace tandem {

SharedFact::SharedFact(protocol::Fact fact, std::string params)
    : m_fact(std::move(fact)), m_isWritten(true)
{
    params.shrink_to_fit();
    m_text =
        std::make_shared<const FactText>(FactText{protocol::nameOf(*m_fact), std::move(params)});
}

const std::shared_ptr<const FactText> &SharedFact::text() const
{
    if (!m_isWritten) {
        std::call_once(m_once, [this] {
            m_text = std::make_shared<const FactText>(
                FactText{protocol::nameOf(*m_fact), protocol::paramsOf(*m_fact)});
        });
    }
    return m_text;
}

} // namespace tandem
