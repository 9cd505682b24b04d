// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of sessions, and the strategies' thread answers.
#include "orchestration/strategysessions.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr std::size_t mostInteractions = 20;

} // namespace

void StrategySessions::serveRequests()
{
    using namespace protocol;
    m_engine.serve<StrategyStepped>([this](const Caller &, const auto &r) { return stepped(r); });
    m_engine.serve<protocol::StrategyPlaces>(
        [this](const Caller &, const auto &r) { return places(r); });
    m_engine.servePlanned<protocol::StrategySessions>(
        [](const Caller &, const auto &r) -> Result<Engine::Outcome> {
            if (r.limit && (*r.limit < 1 || *r.limit > 200))
                return failure(Reason::InvalidParams, "\"limit\" is 1 to 200.", "limit");
            return Engine::Outcome(Engine::Reading([r](Database &database) -> Result<AnyValue> {
                auto reply = readSessions(database, r);
                if (!reply)
                    return std::unexpected(reply.error());
                return AnyValue::of(std::move(*reply));
            }));
        });
    m_engine.servePlanned<StrategyTrace>(
        [](const Caller &, const auto &r) -> Result<Engine::Outcome> {
            if (r.interactionId.has_value() == r.sessionId.has_value()) {
                return failure(Reason::InvalidParams, "Name interactionId or sessionId.",
                               "interactionId");
            }
            return Engine::Outcome(Engine::Reading([r](Database &database) -> Result<AnyValue> {
                auto reply = readTrace(database, r);
                if (!reply)
                    return std::unexpected(reply.error());
                return AnyValue::of(std::move(*reply));
            }));
        });
}

Result<protocol::StrategyPlacesReply>
StrategySessions::places(const protocol::StrategyPlaces &request) const
{
    const auto document = request.version ? m_library.find(request.strategyId, *request.version)
                                          : m_library.active(request.strategyId);
    if (!document)
        return failure(Reason::NotFound, "There is no such strategy or version.", "strategyId");
    protocol::StrategyPlacesReply reply;
    reply.version = document->version;
    std::map<std::string, protocol::StatePlace> places;
    for (const auto &[id, record] : m_sessions) {
        if (record.view.strategyId != request.strategyId
            || record.view.version != document->version)
            continue;
        ++reply.openSessions;
        for (const auto &state : record.view.states) {
            auto &place = places[state];
            place.state = state;
            ++place.count;
            if (place.interactionIds.size() < mostInteractions)
                place.interactionIds.push_back(record.view.interactionId);
        }
    }
    for (auto &[state, place] : places)
        reply.places.push_back(std::move(place));
    return reply;
}

} // namespace tandem
