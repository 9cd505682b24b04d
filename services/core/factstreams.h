// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sinks.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem {

// The numbered streams of facts, one for each agent's session, with the last of them kept so that
// a lost connection can go on without a gap. Any thread; the releasing thread delivers.
class FactStreams
{
public:
    struct Attached
    {
        std::optional<int> replayed;
        std::int64_t seq = 0;
    };

    // A new session; a session of the same agent that was open is told and closed.
    void open(AgentId agent, SessionId session, std::string tokenHash,
              std::shared_ptr<FactSink> sink);
    // Goes on after lastSeq. Calls `answer` before the facts that were missed are delivered.
    void resume(AgentId agent, SessionId session, const std::string &tokenHash,
                std::shared_ptr<FactSink> sink, std::int64_t lastSeq,
                const std::function<void(Attached)> &answer);
    // Takes the connection away from a session that is about to resume: its end is no loss.
    void displace(const std::string &tokenHash);
    // False where another connection is attached by now.
    bool detach(SessionId session, const FactSink *sink);
    // The session is over.
    void close(AgentId agent, Reason reason);
    // Facts may be missing from every stream: all connections end, and whoever comes back gets a
    // snapshot.
    void closeAll();
    // Of the sessions that have a connection.
    std::vector<std::string> attachedTokens();

    void deliver(AgentId agent, const std::shared_ptr<const SharedFact> &fact);

private:
    struct Stream
    {
        SessionId session;
        std::string tokenHash;
        std::shared_ptr<FactSink> sink;
        std::int64_t seq = 0; // of the last fact
        std::deque<std::shared_ptr<const FactText>> recent;
        std::size_t recentBytes = 0; // of their params
    };

    static void keep(Stream &stream, const std::shared_ptr<const FactText> &fact);

    std::mutex m_mutex;
    std::unordered_map<AgentId, Stream> m_streams;
};

} // namespace tandem
