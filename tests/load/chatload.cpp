// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/chatload.h"

#include "load/pollingcustomer.h"
#include "load/socketcustomer.h"
#include "load/wire.h"

#include <algorithm>
#include <cmath>

namespace tandem::load {

namespace {

constexpr std::size_t startsAtOnce = 32;
constexpr std::chrono::seconds untilDestroyed{30};
constexpr std::chrono::milliseconds betweenLooks{200};
constexpr int mostLooks = 150;
constexpr int attemptsToLeave = 8;

Manners mannersOf(const ChatLoadOptions &options)
{
    const double open = options.openChats;
    return {.turnInterval = Seconds(open / options.messagesPerSecond),
            .dropInterval = options.dropInterval,
            .reloadInterval = options.reloadInterval,
            .typingShare = options.typingShare};
}

} // namespace

ChatLoad::ChatLoad(Place &place, const ChatLoadOptions &options, Seconds length,
                   const Administrator &administrator, const std::vector<Dialogue> &dialogues,
                   LoadEvents events)
    : m_place(place),
      m_options(options),
      m_length(length),
      m_administrator(administrator),
      m_dialogues(dialogues),
      m_events(std::move(events)),
      m_manners(mannersOf(options)),
      m_team(place, *this),
      m_wait(place.io),
      m_end(place.io),
      m_turnOver(place.io),
      m_dropAll(place.io)
{
}

int ChatLoad::agentsNeeded() const
{
    if (m_options.agents)
        return *m_options.agents;
    const double places = static_cast<double>(m_options.openChats) / m_options.capacity;
    return static_cast<int>(std::ceil(places * 1.05)) + 4;
}

void ChatLoad::run()
{
    const int agents = agentsNeeded();
    if (agents == 0)
        return fill();
    m_team.assemble(m_administrator, static_cast<std::size_t>(agents), m_options.capacity,
                    [this](const std::optional<std::string> &problem) {
                        if (problem)
                            return m_events.finished(problem);
                        fill();
                    });
}

void ChatLoad::fill()
{
    m_phase = Phase::Filling;
    const auto wanted = static_cast<std::size_t>(m_options.openChats);
    while (m_starting < startsAtOnce && m_starting + m_open.size() < wanted)
        startOne();
    if (m_starting == 0)
        waitUntilAccepted();
}

void ChatLoad::startOne()
{
    const auto number = ++m_started;
    const auto &dialogue = m_dialogues[number % m_dialogues.size()];
    auto &conversation =
        *m_conversations
             .emplace(number, std::make_unique<Conversation>(m_place, m_manners, dialogue, number))
             .first->second;
    std::unique_ptr<Customer> customer;
    if (m_place.uniform() < m_options.socketShare) {
        customer = std::make_unique<SocketCustomer>(m_place, conversation.events(), number);
    } else {
        customer = std::make_unique<PollingCustomer>(m_place, conversation.events(), number,
                                                     m_options.pollInterval);
    }
    ++m_starting;
    conversation.start(std::move(customer), [this, number] { changed(number); });
}

Conversation *ChatLoad::find(std::uint32_t number)
{
    const auto found = m_conversations.find(number);
    return found == m_conversations.end() ? nullptr : found->second.get();
}

void ChatLoad::changed(std::uint32_t number)
{
    auto *conversation = find(number);
    if (!conversation)
        return;
    const bool isListed = std::ranges::find(m_open, conversation) != m_open.end();
    if (conversation->state() == Conversation::State::Open && !isListed)
        opened(*conversation);
    else if (conversation->state() == Conversation::State::Over)
        bury(*conversation);
}

void ChatLoad::opened(Conversation &conversation)
{
    --m_starting;
    m_open.push_back(&conversation);
    if (m_phase == Phase::Filling)
        fill();
    else if (m_phase == Phase::Running)
        conversation.beginTurns();
    else
        conversation.leave();
}

void ChatLoad::bury(Conversation &conversation)
{
    if (std::erase(m_open, &conversation) == 0)
        --m_starting;
    conversation.hangUp();
    auto node = m_conversations.extract(conversation.number());
    m_buried.push_back({Clock::now(), std::move(node.mapped())});
    while (m_buried.front().at + untilDestroyed < Clock::now())
        m_buried.pop_front();
    if (m_phase == Phase::Filling)
        fill();
}

void ChatLoad::offered(Agent &agent, std::uint32_t conversation, const std::string &interactionId)
{
    const auto params = R"({"interactionId":")" + interactionId + "\"}";
    agent.ask("interaction.accept", params,
              [this, &agent, conversation, interactionId](bool isGood, std::string_view json) {
                  if (isGood)
                      accepted(agent, conversation, interactionId, json);
              });
}

void ChatLoad::accepted(Agent &agent, std::uint32_t conversation, const std::string &interactionId,
                        std::string_view json)
{
    if (auto *found = find(conversation))
        found->accepted(agent, interactionId);
    shown(json, true);
}

void ChatLoad::shown(std::string_view json, bool isCatchingUp)
{
    forEachMark(json, [&](const Mark &mark) {
        if (auto *conversation = find(mark.conversation))
            conversation->shownToAgent(mark, isCatchingUp);
    });
}

void ChatLoad::waitUntilAccepted()
{
    const bool isComplete = agentsNeeded() == 0
                            || std::ranges::all_of(m_open, &Conversation::isAccepted)
                            || ++m_looks > mostLooks;
    if (isComplete)
        return begin();
    m_wait.expires_after(betweenLooks);
    m_wait.async_wait([this](const auto &error) {
        if (!error)
            waitUntilAccepted();
    });
}

void ChatLoad::begin()
{
    m_phase = Phase::Running;
    m_place.figures.clear();
    m_events.began();
    for (auto *conversation : m_open)
        conversation->beginTurns();
    if (m_options.startsPerSecond > 0)
        turnOverAt(Clock::now() + m_place.interval(Seconds(1 / m_options.startsPerSecond)));
    if (m_options.dropAllAt) {
        m_dropAll.expires_after(std::chrono::duration_cast<Clock::duration>(*m_options.dropAllAt));
        m_dropAll.async_wait([this](const auto &error) {
            if (!error)
                dropAll();
        });
    }
    m_end.expires_after(std::chrono::duration_cast<Clock::duration>(m_length));
    m_end.async_wait([this](const auto &) { settle(); });
}

void ChatLoad::dropAll()
{
    for (auto *conversation : m_open)
        conversation->drop();
}

void ChatLoad::turnOverAt(Clock::time_point due)
{
    m_turnOver.expires_at(due);
    m_turnOver.async_wait([this, due](const auto &error) {
        if (error || m_phase != Phase::Running)
            return;
        turnOverAt(due + m_place.interval(Seconds(1 / m_options.startsPerSecond)));
        turnOver();
    });
}

// One goes, another comes: as many are open as before.
void ChatLoad::turnOver()
{
    for (int attempt = 0; attempt < attemptsToLeave && !m_open.empty(); ++attempt) {
        const auto size = static_cast<double>(m_open.size());
        auto *conversation = m_open[static_cast<std::size_t>(m_place.uniform() * size)];
        if (conversation->state() != Conversation::State::Open)
            continue;
        conversation->leave();
        break;
    }
    startOne();
}

void ChatLoad::stop()
{
    if (m_phase == Phase::Running)
        m_end.cancel();
    else if (m_phase < Phase::Running)
        m_events.finished("It was stopped before it had begun to count.");
}

void ChatLoad::settle()
{
    m_phase = Phase::Settling;
    m_turnOver.cancel();
    m_events.ended();
    for (auto *conversation : m_open)
        conversation->leave();
    m_looks = 0;
    lookWhetherSettled();
}

void ChatLoad::lookWhetherSettled()
{
    if (m_open.empty() || ++m_looks > mostLooks) {
        for (auto *conversation : m_open)
            conversation->giveUp();
        m_phase = Phase::Over;
        return m_events.finished(std::nullopt);
    }
    m_wait.expires_after(betweenLooks);
    m_wait.async_wait([this](const auto &error) {
        if (!error)
            lookWhetherSettled();
    });
}

} // namespace tandem::load
