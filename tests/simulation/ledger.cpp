// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.h"

#include "interactions/interactionrecord.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement selectFacts{"SELECT id, name, payload FROM event WHERE id > ? ORDER BY id"};
constexpr Statement selectMessages{
    "SELECT id, chat_id, event_index, customer_index, type, text, audience FROM chat_event "
    "WHERE id > ? ORDER BY id"};

} // namespace

void Ledger::fault(const std::string &text)
{
    if (m_fault.empty())
        m_fault = text;
}

void Ledger::acknowledged(InteractionId chat, const std::string &text, std::optional<int> index)
{
    const auto [known, isNew] = m_acknowledged.emplace(text, Promise{chat, index});
    if (!isNew && known->second.index != index)
        fault("'" + text + "' was acknowledged twice, and not alike");
}

void Ledger::submitted(const std::string &externalId, InteractionId id)
{
    const auto [known, isNew] = m_submitted.emplace(externalId, id);
    if (!isNew && known->second != id)
        fault(externalId + " was answered with two interactions");
}

void Ledger::started(InteractionId chat) { m_started.insert(chat); }

std::optional<InteractionState> Ledger::state(InteractionId id) const
{
    const auto found = m_states.find(id);
    return found == m_states.end() ? std::nullopt : std::optional(found->second);
}

void Ledger::read()
{
    m_touched.clear();
    readMessages();
    readFacts();
    for (const auto id : m_touched)
        checkRow(id);
}

void Ledger::readMessages()
{
    const auto read =
        m_database.query(selectMessages, {sql(m_lastMessage)}, [this](const Row &row) {
            m_lastMessage = static_cast<std::uint64_t>(row.number(0));
            const auto chat = row.id<InteractionId>(1);
            auto &messages = m_messages[chat];
            StoredMessage message{static_cast<int>(row.number(2)), {}, {}, row.text(5), {}};
            if (!row.isNull(3))
                message.customerIndex = static_cast<int>(row.number(3));
            message.type = row.named<ChatEventType>(4);
            message.audience = row.named<Audience>(6);
            if (message.index != static_cast<int>(messages.size()) + 1)
                fault(chat.text() + ": event " + std::to_string(message.index) + " comes after "
                      + std::to_string(messages.size()));
            // Texts of clients are their own; the company may say the same again.
            const bool isOwn = message.text.contains('#');
            if (isOwn
                && std::ranges::find(messages, message.text, &StoredMessage::text)
                       != messages.end())
                fault("'" + message.text + "' is stored twice");
            messages.push_back(std::move(message));
        });
    if (!read)
        fault("messages cannot be read: " + read.error().message);
}

void Ledger::readFacts()
{
    const auto read = m_database.query(selectFacts, {sql(m_lastFact)}, [this](const Row &row) {
        m_lastFact = static_cast<std::uint64_t>(row.number(0));
        const auto params = json::parse(row.text(2));
        const auto fact =
            params ? protocol::factFrom(row.text(1), *params) : std::unexpected(params.error());
        if (!fact)
            fault("fact " + row.text(1) + " cannot be read: " + fact.error().message);
        else if (const auto *move = std::get_if<protocol::InteractionMoved>(&*fact))
            moved(*move);
        else if (const auto *said = std::get_if<protocol::ChatEventHappened>(&*fact))
            heard(*said);
    });
    if (!read)
        fault("facts cannot be read: " + read.error().message);
}

void Ledger::moved(const protocol::InteractionMoved &fact)
{
    const auto id = fact.interactionId;
    const auto before = state(id);
    if (before != fact.from)
        fault(id.text() + " moves from a state that it is not in");
    // It may stay where it is and change queue or agent.
    if (before && *before != fact.to && !mayMove(*before, fact.to))
        fault(id.text() + " moves from " + std::string(nameOf(*before)) + " to "
              + std::string(nameOf(fact.to)));
    ++m_moves[fact.cause];
    m_states[id] = fact.to;
    m_queues[id] = fact.toQueueId.value_or(fact.queueId);
    m_touched.insert(id);
}

void Ledger::heard(const protocol::ChatEventHappened &fact)
{
    const auto &messages = m_messages[fact.interactionId];
    const auto index = static_cast<std::size_t>(fact.event.index.value_or(0));
    if (index == 0 || index > messages.size()
        || messages[index - 1].text != fact.event.text.value_or(""))
        fault(fact.interactionId.text() + ": fact and row of event " + std::to_string(index)
              + " differ");
}

// What replaying the facts gives is what is stored.
void Ledger::checkRow(InteractionId id)
{
    const auto stored = readInteraction(m_database, id);
    if (!stored)
        fault(id.text() + " is lost: " + stored.error().message);
    else if (stored->state != m_states[id])
        fault(id.text() + " is " + std::string(nameOf(stored->state)) + ", by its facts "
              + std::string(nameOf(m_states[id])));
    else if (stored->queueId != m_queues[id])
        fault(id.text() + " is of queue " + stored->queueId + ", by its facts of " + m_queues[id]);
}

void Ledger::checkPromises()
{
    for (const auto &[text, promise] : m_acknowledged) {
        const auto &messages = m_messages[promise.chat];
        const auto found = std::ranges::find(messages, text, &StoredMessage::text);
        if (found == messages.end())
            fault("'" + text + "' was acknowledged and is not stored");
        else if (promise.index && *promise.index != found->index)
            fault("'" + text + "' was acknowledged with an index that it does not have");
    }
    for (const auto &[externalId, id] : m_submitted) {
        if (!readInteraction(m_database, id))
            fault(externalId + " was acknowledged and is not stored");
    }
    for (const auto id : m_started) {
        if (!readInteraction(m_database, id))
            fault("chat " + id.text() + " was acknowledged and is not stored");
    }
}

} // namespace tandem
