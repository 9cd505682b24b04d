// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factstreams.h"

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

// What is kept of a session: minutes of a busy agent's. Beyond it a snapshot costs less.
constexpr std::size_t recentLimit = 200;
constexpr std::size_t recentBytes = 64 * 1024;
// How far numbers jump where facts may have been given that are no longer known.
constexpr std::int64_t seqJump = 1000;

} // namespace

void FactStreams::open(AgentId agent, SessionId session, std::string tokenHash,
                       std::shared_ptr<FactSink> sink)
{
    const std::lock_guard lock(m_mutex);
    auto &stream = m_streams[agent];
    if (stream.sink) {
        stream.sink->deliver(++stream.seq,
                             std::make_shared<const SharedFact>(protocol::SessionReplaced{
                                 "The same user signed in somewhere else."}));
        stream.sink->close(Reason::SessionExpired);
    }
    stream = Stream{session, std::move(tokenHash), std::move(sink), 0, {}, 0};
}

void FactStreams::resume(AgentId agent, SessionId session, const std::string &tokenHash,
                         std::shared_ptr<FactSink> sink, std::int64_t lastSeq,
                         const std::function<void(Attached)> &answer)
{
    Attached attached;
    std::vector<std::shared_ptr<const FactText>> missed;
    {
        const std::lock_guard lock(m_mutex);
        auto &stream = m_streams[agent];
        if (stream.sink && stream.sink != sink)
            stream.sink->close(Reason::Conflict);
        const auto oldest = stream.seq - static_cast<std::int64_t>(stream.recent.size());
        if (stream.session == session && lastSeq >= oldest && lastSeq <= stream.seq) {
            stream.sink = sink;
            missed.assign(stream.recent.begin() + (lastSeq - oldest), stream.recent.end());
            attached = {static_cast<int>(missed.size()), lastSeq};
        } else {
            const auto last = stream.session == session ? stream.seq : 0;
            attached = {std::nullopt, std::max(lastSeq, last) + seqJump};
            stream = Stream{session, tokenHash, sink, attached.seq, {}, 0};
        }
    }
    // Unlocked, since a connection that is lost by now detaches at once. Nobody else delivers
    // meanwhile: this is the releasing thread.
    answer(attached);
    for (const auto &fact : missed)
        sink->deliver(++lastSeq, std::make_shared<const SharedFact>(fact));
}

void FactStreams::displace(const std::string &tokenHash)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[agent, stream] : m_streams) {
        if (stream.sink && stream.tokenHash == tokenHash)
            std::exchange(stream.sink, nullptr)->close(Reason::Conflict);
    }
}

bool FactStreams::detach(SessionId session, const FactSink *sink)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[agent, stream] : m_streams) {
        if (stream.session == session && stream.sink.get() == sink) {
            stream.sink.reset();
            return true;
        }
    }
    return false;
}

void FactStreams::close(AgentId agent, Reason reason)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_streams.find(agent);
    if (found == m_streams.end())
        return;
    if (found->second.sink)
        found->second.sink->close(reason);
    m_streams.erase(found);
}

void FactStreams::closeAll()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[agent, stream] : m_streams) {
        if (stream.sink)
            stream.sink->close(Reason::Conflict);
    }
    m_streams.clear();
}

std::vector<std::string> FactStreams::attachedTokens()
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> tokens;
    for (const auto &[agent, stream] : m_streams) {
        if (stream.sink)
            tokens.push_back(stream.tokenHash);
    }
    return tokens;
}

void FactStreams::keep(Stream &stream, const std::shared_ptr<const FactText> &fact)
{
    auto &recent = stream.recent;
    recent.push_back(fact);
    stream.recentBytes += fact->params.size();
    while (recent.size() > recentLimit || (stream.recentBytes > recentBytes && recent.size() > 1)) {
        stream.recentBytes -= recent.front()->params.size();
        recent.pop_front();
    }
}

void FactStreams::deliver(AgentId agent, const std::shared_ptr<const SharedFact> &fact)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_streams.find(agent);
    if (found == m_streams.end())
        return;
    auto &stream = found->second;
    ++stream.seq;
    keep(stream, fact->text());
    if (stream.sink)
        stream.sink->deliver(stream.seq, fact);
}

} // namespace tandem
