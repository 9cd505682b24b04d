// SPDX-License-Identifier: GPL-3.0-or-later
#include "network.h"

namespace tandem {

void Connection::send(Ms &last, std::function<void()> action)
{
    auto &agenda = m_network.agenda();
    last = std::max(last, agenda.now() + m_network.delay());
    agenda.at(last, [self = shared_from_this(), action = std::move(action)] {
        if (self->m_isOpen)
            action();
    });
}

void Connection::deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact)
{
    toClient([this, seq, fact = std::move(fact)] { m_client.heard(seq, *fact); });
}

void Connection::close(Reason reason)
{
    toClient([this, reason] {
        m_isOpen = false;
        m_client.ended(reason);
    });
}

void Connection::carry(SessionId session)
{
    m_session = session;
    if (!m_isOpen)
        m_network.core().detach(m_session, this);
}

void Connection::breaks()
{
    if (!std::exchange(m_isOpen, false))
        return;
    auto &agenda = m_network.agenda();
    agenda.after(m_network.delay(), [self = shared_from_this()] {
        self->m_network.core().detach(self->m_session, self.get());
    });
    agenda.after(m_network.delay(),
                 [self = shared_from_this()] { self->m_client.ended(std::nullopt); });
}

} // namespace tandem
