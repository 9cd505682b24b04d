// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/coreport.h"
#include "core/factstreams.h"
#include "core/sessionrequests.h"

namespace tandem {

// How agents' sessions begin, come back and lose their connections, once it is known who asks: the
// way between what the core knows of sessions and their streams. Any thread; answers as CorePort's.
class SessionDoor
{
public:
    SessionDoor(CorePort &core, FactStreams &streams, Random &random)
        : m_core(core), m_streams(streams), m_random(random)
    {
    }

    // A new session, whose token is made here.
    void open(SessionOpen request, std::shared_ptr<FactSink> sink,
              CorePort::Answer<CorePort::Login> answer);
    void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                CorePort::Answer<CorePort::Resumed> answer);
    void detach(SessionId session, const FactSink *sink);
    // The core has started anew: tells it who is connected, and ends the connections of sessions
    // that it does not know.
    void reconnectAll();

private:
    CorePort &m_core;
    FactStreams &m_streams;
    Random &m_random;
};

} // namespace tandem
