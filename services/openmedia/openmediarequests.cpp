// SPDX-License-Identifier: GPL-3.0-or-later
// What systems outside ask of work that they have submitted.
#include "openmedia/openmedia.h"

#include "domain/limits.h"

namespace tandem {

using namespace protocol;

namespace {

std::unexpected<Error> notThere()
{
    return failure(Reason::NotFound, "There is no such interaction of open media.",
                   "interactionId");
}

std::unexpected<Error> isDone()
{
    return failure(Reason::WrongState, "The interaction is done; it cannot be changed any more.");
}

// What becomes of one that is no longer in memory: given back as it was stored, or `refusal` where
// that would have to change.
Engine::Reading readingOf(InteractionId id, bool mayBeDone)
{
    return [id, mayBeDone](Database &database) -> Result<AnyValue> {
        auto stored = readInteraction(database, id);
        if (!stored && stored.error().reason != Reason::NotFound)
            return std::unexpected(stored.error());
        if (!stored || !stored->externalId)
            return notThere();
        if (!mayBeDone)
            return isDone();
        return AnyValue::of(std::move(*stored));
    };
}

} // namespace

void OpenMedia::serveRequests()
{
    m_engine.serve<InteractionSubmit>([this](const Caller &, const InteractionSubmit &request) {
        return submit({request, false, false}, Parent::MustBeOpen);
    });
    m_engine.serve<MediaSubmit>([this](const Caller &, const MediaSubmit &request) {
        return submit(request, Parent::IsThere);
    });
    m_engine.servePlanned<MediaFetch>(
        [this](const Caller &, const MediaFetch &request) { return fetch(request); });
    m_engine.servePlanned<MediaUpdate>(
        [this](const Caller &, const MediaUpdate &request) { return update(request); });
    m_engine.servePlanned<MediaStop>(
        [this](const Caller &, const MediaStop &request) { return stop(request); });
    m_engine.servePlanned<MediaHold>(
        [this](const Caller &, const MediaHold &request) { return hold(request); });
    m_engine.servePlanned<MediaParentCheck>(
        [this](const Caller &, const MediaParentCheck &request) { return checkParent(request); });
}

Result<InteractionId> OpenMedia::idOf(const MediaRef &ref) const
{
    if (ref.interactionId) {
        if (!*ref.interactionId)
            return notThere();
        return *ref.interactionId;
    }
    if (!ref.externalId)
        return failure(Reason::InvalidParams, "Name interactionId or externalId.", "externalId");
    // Unique within a media type; where none is named, it may be so in all of them.
    std::vector<std::string> mediaTypes;
    if (ref.mediaType)
        mediaTypes.push_back(*ref.mediaType);
    else
        mediaTypes = m_site.mediaTypes();
    InteractionId found;
    for (const auto &mediaType : mediaTypes) {
        const auto id = m_keys.find(ExternalKeys::hashOf(mediaType, *ref.externalId));
        if (id && found) {
            return failure(Reason::Conflict,
                           "Several media types have this externalId; name mediaType, too.",
                           "mediaType");
        }
        if (id)
            found = id;
    }
    if (!found)
        return notThere();
    return found;
}

const InteractionRecord *OpenMedia::ours(InteractionId id) const
{
    const auto *record = m_interactions.find(id);
    if (!record || !record->view.externalId)
        return nullptr;
    const auto hash = ExternalKeys::hashOf(record->view.mediaType, *record->view.externalId);
    return m_keys.find(hash) == id ? record : nullptr;
}

Engine::Outcome OpenMedia::outcome(InteractionId id) const
{
    return AnyValue::of(m_interactions.viewOf(*ours(id)));
}

Result<Engine::Outcome> OpenMedia::fetch(const MediaFetch &request) const
{
    const auto id = idOf(request.ref);
    if (!id)
        return std::unexpected(id.error());
    return ours(*id) ? outcome(*id) : Engine::Outcome(readingOf(*id, true));
}

Result<Engine::Outcome> OpenMedia::update(const MediaUpdate &request)
{
    const auto id = idOf(request.ref);
    if (!id)
        return std::unexpected(id.error());
    if (request.priority && (*request.priority < -1000 || *request.priority > 1000))
        return failure(Reason::InvalidParams, "\"priority\" is -1000 to 1000.", "priority");
    for (const auto &[name, value] : request.set) {
        if (name.contains('\0') || value.contains('\0'))
            return failure(Reason::InvalidParams, "The data hold a null character.", "set");
    }
    if (!ours(*id))
        return Engine::Outcome(readingOf(*id, false));
    if (auto set = m_interactions.updateData(*id, request.set, request.remove); !set)
        return std::unexpected(set.error());
    if (auto set = m_interactions.setPriority(*id, request.priority, std::nullopt); !set)
        return std::unexpected(set.error());
    return outcome(*id);
}

Result<Engine::Outcome> OpenMedia::stop(const MediaStop &request)
{
    const auto id = idOf(request.ref);
    if (!id)
        return std::unexpected(id.error());
    if (request.reason && request.reason->size() > limits::shortText)
        return failure(Reason::InvalidParams, "The reason is longer than 256 bytes.", "reason");
    const auto *open = ours(*id);
    if (!open)
        return Engine::Outcome(readingOf(*id, true));
    if (request.reason)
        m_interactions.setNote(*id, *request.reason);
    auto view = m_interactions.viewOf(*open);
    m_interactions.stop(*id, protocol::MoveCause::Stopped);
    view.state = InteractionState::Done;
    view.doneAt = m_engine.now().utc;
    view.held.reset();
    return Engine::Outcome(AnyValue::of(std::move(view)));
}

Result<Engine::Outcome> OpenMedia::hold(const MediaHold &request)
{
    const auto id = idOf(request.ref);
    if (!id)
        return std::unexpected(id.error());
    const auto *open = ours(*id);
    if (!open)
        return Engine::Outcome(readingOf(*id, false));
    if (open->view.held.value_or(false) == request.isHeld)
        return outcome(*id);
    const auto state = open->view.state;
    if (state != InteractionState::Queued && state != InteractionState::Offered)
        return failure(Reason::WrongState, "Only what waits in its queue can be held.");
    m_interactions.setHeld(*id, request.isHeld);
    return outcome(*id);
}

Result<Engine::Outcome> OpenMedia::checkParent(const MediaParentCheck &request) const
{
    const auto id = request.parentId;
    if (m_interactions.find(id))
        return Engine::Outcome(AnyValue::of(Done{}));
    return Engine::Outcome(Engine::Reading([id](Database &database) -> Result<AnyValue> {
        const auto stored = readInteraction(database, id);
        if (stored)
            return AnyValue::of(Done{});
        if (stored.error().reason != Reason::NotFound)
            return std::unexpected(stored.error());
        return failure(Reason::NotFound, "There is no interaction of the parent's id.", "parentId");
    }));
}

} // namespace tandem
