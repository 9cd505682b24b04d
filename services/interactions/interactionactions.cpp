// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactionactions.h"

#include "domain/limits.h"

#include <charconv>
#include <sstream>

namespace tandem {

namespace {

// What came of queue.submit. agent: user name.
struct Accepted
{
    std::string agent;
    std::string agentName;
    std::string queue;
    std::int64_t waitMs = 0;
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (agent, agentName, queue, waitMs))

Result<int> priorityOf(const std::string &text)
{
    int value = 0;
    const auto *end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || at != end || value < -1000 || value > 1000) {
        return failure(Reason::InvalidParams, "A priority is a whole number from -1000 to 1000.",
                       "priority");
    }
    return value;
}

} // namespace

InteractionActions::InteractionActions(Engine &engine, Site &site, Agents &agents,
                                       Interactions &interactions, Transfers &transfers)
    : m_engine(engine),
      m_site(site),
      m_agents(agents),
      m_interactions(interactions),
      m_transfers(transfers)
{
    addQueueActions(engine.actions());
    addOtherActions(engine.actions());
    engine.hear<InteractionAccepted>(
        [this](const InteractionAccepted &notice) { accepted(notice); });
}

void InteractionActions::addQueueActions(Actions &actions)
{
    actions.add(
        {.name = "queue.submit",
         .summary = "Lets the interaction wait in a queue (its own where none is named) "
                    "for the queue's agents, or for those whom targets or agent names.",
         .attributes = {{"queue"}, {"targets"}, {"agent"}, {"priority"}},
         .isLasting = true},
        [this](const ActionCall &call) { return submit(call); },
        [this](InteractionId id) {
            if (waiting(id))
                m_interactions.beginStrategy(id);
        });
    actions.add({.name = "queue.cancel",
                 .summary = "Takes the interaction back from the queue it was submitted to.",
                 .attributes = {},
                 .cancels = "queue.submit"},
                [this](const ActionCall &call) -> Answer {
                    if (auto found = waiting(call.interaction); !found)
                        return std::unexpected(found.error());
                    m_interactions.beginStrategy(call.interaction);
                    return {};
                });
}

void InteractionActions::addOtherActions(Actions &actions)
{
    actions.add({.name = "ixn.setData",
                 .summary = "Attaches values to the interaction: each <param>; name and value; or "
                            "removes the names given.",
                 .attributes = {{"name"}, {"value"}, {"remove"}},
                 .takesParameters = true},
                [this](const ActionCall &call) { return setData(call); });
    actions.add({.name = "ixn.transfer",
                 .summary = "Gives the interaction to another queue, whose own strategy begins.",
                 .attributes = {{"queue", true}}},
                [this](const ActionCall &call) { return transfer(call); });
    actions.add({.name = "ixn.stop",
                 .summary = "Ends the interaction wherever it is.",
                 .attributes = {{"reason"}}},
                [this](const ActionCall &call) { return stop(call); });
    actions.add({.name = "respond",
                 .summary = "Answers the customer by the interaction's own medium.",
                 .attributes = {{"text", true}}},
                [this](const ActionCall &call) -> Answer {
                    const auto *found = m_interactions.find(call.interaction);
                    if (!found)
                        return failure(Reason::WrongState, "The interaction is done.");
                    auto &medium = m_interactions.medium(*found);
                    if (auto done = medium.respond(call.interaction, call["text"]); !done)
                        return std::unexpected(done.error());
                    return {};
                });
}

Result<const InteractionRecord *> InteractionActions::waiting(InteractionId id) const
{
    const auto *found = m_interactions.find(id);
    const auto state = found ? found->view.state : InteractionState::Done;
    if (state == InteractionState::Queued || state == InteractionState::Routing
        || state == InteractionState::Offered)
        return found;
    return failure(Reason::WrongState, "The interaction does not wait for an agent any more.");
}

Result<std::optional<std::string>> InteractionActions::targetOf(const ActionCall &call) const
{
    if (call.has("targets") && call.has("agent"))
        return failure(Reason::InvalidParams, "Name targets or an agent, not both.", "targets");
    if (call.has("agent")) {
        if (!m_site.agent(call["agent"])) {
            return failure(Reason::NotFound, "There is no agent \"" + call["agent"] + "\".",
                           "agent");
        }
        return std::string(agentTarget) + call["agent"];
    }
    if (!call.has("targets"))
        return std::nullopt;
    auto expression = m_transfers.skillExpression(call["targets"]);
    if (!expression)
        return failure(expression.error().reason, expression.error().message, "targets");
    return std::move(*expression);
}

InteractionActions::Answer InteractionActions::submit(const ActionCall &call)
{
    const auto id = call.interaction;
    auto found = waiting(id);
    if (!found)
        return std::unexpected(found.error());
    const auto queue = call.has("queue") ? call["queue"] : (*found)->view.queueId;
    if (!m_site.queue(queue))
        return failure(Reason::NotFound, "There is no queue \"" + queue + "\".", "queue");
    auto target = targetOf(call);
    if (!target)
        return std::unexpected(target.error());
    if (call.has("priority")) {
        const auto priority = priorityOf(call["priority"]);
        if (!priority)
            return std::unexpected(priority.error());
        if (auto set = m_interactions.setPriority(id, *priority, std::nullopt); !set)
            return std::unexpected(set.error());
    }
    if ((*found)->view.state == InteractionState::Offered)
        m_interactions.beginStrategy(id);
    m_interactions.endStrategy(id, queue, *target);
    return {};
}

InteractionActions::Answer InteractionActions::setData(const ActionCall &call)
{
    auto values = call.parameters;
    if (call.has("name"))
        values[call["name"]] = call["value"];
    std::vector<std::string> gone;
    std::istringstream names(call["remove"]);
    for (std::string name; names >> name;)
        gone.push_back(name);
    if (auto set = m_interactions.updateData(call.interaction, values, gone); !set)
        return std::unexpected(set.error());
    return {};
}

InteractionActions::Answer InteractionActions::transfer(const ActionCall &call)
{
    if (auto found = waiting(call.interaction); !found)
        return std::unexpected(found.error());
    if (!m_site.queue(call["queue"])) {
        return failure(Reason::NotFound, "There is no queue \"" + call["queue"] + "\".", "queue");
    }
    m_interactions.sendToQueue(call.interaction, call["queue"], std::nullopt,
                               protocol::MoveCause::Transferred);
    return {};
}

InteractionActions::Answer InteractionActions::stop(const ActionCall &call)
{
    if (!m_interactions.find(call.interaction))
        return failure(Reason::WrongState, "The interaction is done.");
    if (call["reason"].size() > limits::note)
        return failure(Reason::InvalidParams, "The reason is longer than 4 KiB.", "reason");
    if (call.has("reason"))
        m_interactions.setNote(call.interaction, call["reason"]);
    m_interactions.stop(call.interaction, protocol::MoveCause::Stopped);
    return {};
}

void InteractionActions::accepted(const InteractionAccepted &notice)
{
    const auto *found = m_interactions.find(notice.interaction);
    const auto *agent = m_agents.find(notice.agent);
    if (!found || !agent)
        return;
    const auto waited = m_engine.now().steady - found->waitingSince;
    m_engine.announce(ActionFinished{
        notice.interaction, "queue.submit",
        json::toText(Accepted{agent->userName, agent->name, found->view.queueId, waited.count()})});
}

} // namespace tandem
