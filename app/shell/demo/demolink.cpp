// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/demo/demolink.h"

#include "protocol/agent.h"
#include "shell/demo/democompany.h"

namespace tandem {

DemoLink::DemoLink(const Clock &clock, QObject *parent) : ServiceLink(parent), m_clock(clock) {}

void DemoLink::signIn(const protocol::SessionLogin &, Answer<protocol::Welcome> done)
{
    done(democompany::welcome(m_clock.now().utc, true));
}

void DemoLink::resume(const std::string &, Answer<protocol::Welcome> done)
{
    done(democompany::welcome(m_clock.now().utc, true));
}

void DemoLink::signOut()
{
    m_state = State::SignedOut;
    emit stateChanged(m_state);
}

void DemoLink::breakOff()
{
    m_state = State::Reconnecting;
    emit stateChanged(m_state);
}

void DemoLink::send(const protocol::RequestType &type, std::any, Answer<std::any> done)
{
    if (!done)
        return;
    if (type.name == protocol::AgentList::name)
        done(std::any(protocol::AgentListReply{democompany::team(m_clock.now().utc)}));
    else
        done(failure(Reason::NotConnected, "There is no server behind a picture."));
}

} // namespace tandem
