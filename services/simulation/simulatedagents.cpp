// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulatedagents.h"

#include "protocol/agent.h"
#include "protocol/chat.h"
#include "protocol/interaction.h"
#include "simulation/simulatedday.h"

namespace tandem {

namespace {

// Who was set not ready by a rule of the site (nothing asked, offers missed) is back so soon.
constexpr auto backAfter = Ms(10'000);

} // namespace

SimulatedAgents::SimulatedAgents(SimulatedDay &day, const std::vector<SimulatedShift> &shifts)
    : m_day(day), m_shifts(shifts)
{
}

void SimulatedAgents::begin()
{
    for (const auto &shift : m_shifts)
        m_day.at(shift.begin, [this, &shift] { comes(shift); });
}

void SimulatedAgents::comes(const SimulatedShift &shift)
{
    const auto *account = m_day.services().site.account(shift.userName);
    if (!account)
        return;
    const auto agent = account->id;
    auto opened =
        m_day.ask(Caller::system(), SessionOpen{agent, account->passwordHash, shift.userName, {}});
    if (!opened)
        return;
    Roles roles;
    for (const Role role : opened->roles)
        roles.add(role);
    m_workers[agent].caller = {Caller::Kind::Agent, opened->sessionId, agent, roles};
    isReady(agent);
    m_day.at(shift.end, [this, agent] { leaves(agent); });
}

void SimulatedAgents::isReady(AgentId agent)
{
    const auto &worker = m_workers[agent];
    if (!worker.isLeaving)
        (void)m_day.ask(worker.caller, protocol::AgentSetState{AgentState::Ready, {}, {}});
}

void SimulatedAgents::leaves(AgentId agent)
{
    auto &worker = m_workers[agent];
    worker.isLeaving = true;
    (void)m_day.ask(worker.caller, protocol::AgentSetState{AgentState::NotReady, {}, {}});
    goesHome(worker);
}

void SimulatedAgents::goesHome(Worker &worker)
{
    if (worker.isLeaving && worker.inHand == 0)
        (void)m_day.ask(worker.caller, protocol::SessionLogout{});
}

void SimulatedAgents::heard(AgentId agent, const protocol::Fact &fact)
{
    if (const auto *offer = std::get_if<protocol::InteractionOffered>(&fact)) {
        offered(agent, offer->interaction);
        return;
    }
    const auto *changed = std::get_if<protocol::AgentStateChanged>(&fact);
    if (changed && changed->agent.id == agent && changed->agent.state == AgentState::NotReady
        && changed->agent.reason)
        m_day.after(backAfter, [this, agent] { isReady(agent); });
}

void SimulatedAgents::offered(AgentId agent, const protocol::Interaction &interaction)
{
    const bool isChat = interaction.mediaType == "chat";
    const auto *of = m_day.customers().of(isChat ? interaction.id
                                                 : interaction.parentId.value_or(interaction.id));
    if (!of)
        return;
    m_day.after(of->accept, [this, agent, id = interaction.id, isChat, of] {
        accepts(agent, id, isChat, *of);
    });
}

void SimulatedAgents::accepts(AgentId agent, InteractionId id, bool isChat,
                              const SimulatedCustomer &of)
{
    auto &worker = m_workers[agent];
    const auto *open = m_day.services().interactions.find(id);
    // The customer has left, or the offer was taken back.
    if (!open || !open->offer || open->offer->agent != agent)
        return;
    if (!m_day.ask(worker.caller, protocol::InteractionAccept{id}))
        return;
    ++worker.inHand;
    if (isChat) {
        (void)m_day.ask(worker.caller,
                        protocol::ChatSend{id, "Hello, how can I help you?", {}, {}});
    }
    m_day.after(isChat ? of.handling : of.callbackHandling,
                [this, agent, id, afterWork = of.afterWork] { ends(agent, id, afterWork); });
}

void SimulatedAgents::ends(AgentId agent, InteractionId id, Ms afterWork)
{
    const auto *open = m_day.services().interactions.find(id);
    if (afterWork <= Ms(0) || !open || open->view.mediaType != "chat") {
        isDone(agent, id);
        return;
    }
    (void)m_day.ask(m_workers[agent].caller, protocol::ChatEnd{id});
    m_day.after(afterWork, [this, agent, id] { isDone(agent, id); });
}

void SimulatedAgents::isDone(AgentId agent, InteractionId id)
{
    auto &worker = m_workers[agent];
    if (m_day.services().interactions.find(id))
        (void)m_day.ask(worker.caller, protocol::InteractionMarkDone{id});
    --worker.inHand;
    goesHome(worker);
}

} // namespace tandem
