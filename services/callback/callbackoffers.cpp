// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback/callbackoffers.h"

#include "callback/phonenumber.h"

namespace tandem {

namespace {

constexpr char callbackMedium[] = "callback";
// The queue in which the callback will wait: attached while the offer is open.
constexpr char openOffer[] = "callbackOffer";

struct CallbackTaken
{
    std::string phoneNumber;
    InteractionId interactionId; // of the callback
};
BOOST_DESCRIBE_STRUCT(CallbackTaken, (), (phoneNumber, interactionId))

struct MessageText
{
    std::string text;
};
BOOST_DESCRIBE_STRUCT(MessageText, (), (text))

} // namespace

CallbackOffers::CallbackOffers(Engine &engine, Site &site, Interactions &interactions)
    : m_engine(engine), m_site(site), m_interactions(interactions)
{
    engine.actions().add(
        {.name = "callback.offer",
         .summary = "Offers a callback with a text; done when the customer has answered with a "
                    "telephone number. The callback waits in queue (the interaction's where none "
                    "is named).",
         .attributes = {{"text", true}, {"queue"}},
         .isLasting = true},
        [this](const ActionCall &call) { return offer(call); },
        [this](InteractionId id) {
            if (m_interactions.find(id))
                (void)m_interactions.updateData(id, {}, {openOffer});
        });
    engine.hear<StrategyEvent>([this](const StrategyEvent &event) { heard(event); });
}

Result<std::string> CallbackOffers::offer(const ActionCall &call)
{
    const auto *found = m_interactions.find(call.interaction);
    if (!found)
        return failure(Reason::WrongState, "The interaction is done.");
    if (!m_site.hasMediaType(callbackMedium)) {
        return failure(Reason::NotFound,
                       "The site has no media type \"callback\"; an administrator can add it.");
    }
    const auto queue = call.has("queue") ? call["queue"] : found->view.queueId;
    if (!m_site.queue(queue))
        return failure(Reason::NotFound, "There is no queue \"" + queue + "\".", "queue");
    if (auto said = m_interactions.medium(*found).respond(call.interaction, call["text"]); !said)
        return std::unexpected(said.error());
    if (auto kept = m_interactions.updateData(call.interaction, {{openOffer, queue}}, {}); !kept)
        return std::unexpected(kept.error());
    return {};
}

void CallbackOffers::heard(const StrategyEvent &event)
{
    if (event.name != "chat.message")
        return;
    const auto *found = m_interactions.find(event.interaction);
    if (!found || !found->view.attachedData.contains(openOffer))
        return;
    const auto message = json::fromText<MessageText>(event.data);
    if (const auto number = message ? phoneNumberIn(message->text) : std::nullopt)
        take(*found, found->view.attachedData.at(openOffer), *number);
}

void CallbackOffers::take(const InteractionRecord &record, const std::string &queue,
                          const std::string &number)
{
    const auto parent = record.view.id;
    if (!m_site.queue(queue) || !m_site.hasMediaType(callbackMedium))
        return;
    NewInteraction callback;
    callback.mediaType = callbackMedium;
    callback.queueId = queue;
    callback.subject = record.view.subject;
    callback.contactName = record.view.contact.name;
    callback.attachedData = record.view.attachedData;
    callback.attachedData.erase(openOffer);
    callback.attachedData["PhoneNumber"] = number;
    callback.parentId = parent;
    callback.contactKey = "phone:" + number;
    (void)m_interactions.updateData(parent, {}, {openOffer});
    const auto id = m_interactions.create(callback).id;
    m_interactions.announceWaiting(id);
    m_engine.announce(
        ActionFinished{parent, "callback.offer", json::toText(CallbackTaken{number, id})});
}

} // namespace tandem
