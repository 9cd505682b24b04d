// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskclient.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr auto reconnectPause = Ms(500);
constexpr auto answerPatience = Ms(10'000);

} // namespace

DeskClient::DeskClient(Network &network, Ledger &ledger, std::string user)
    : m_network(network), m_ledger(ledger), m_user(std::move(user))
{
}

void DeskClient::signsIn()
{
    if (std::exchange(m_isWanted, true))
        return;
    connects();
}

void DeskClient::signsOut()
{
    if (!m_isIn)
        return;
    ask<protocol::SessionLogout>({});
    m_isWanted = false;
}

void DeskClient::breaks()
{
    if (m_connection)
        m_connection->breaks();
}

void DeskClient::connects()
{
    auto own = std::make_shared<std::weak_ptr<Connection>>();
    const auto connection = std::make_shared<Connection>(
        m_network,
        Connection::Client{
            [this](std::int64_t seq, const SharedFact &fact) { heard(seq, fact); },
            [this, own](std::optional<Reason> reason) { ended(own->lock().get(), reason); }});
    *own = connection;
    m_connection = connection;
    connection->toServer([this, connection] {
        auto &core = m_network.core();
        if (!core.isUp())
            return connection->breaks();
        if (m_token.empty()) {
            core.login({m_user, {}, {}}, {}, connection, [this, connection](auto login) {
                if (login)
                    connection->carry(login->caller.session);
                connection->toClient(
                    [this, connection, login] { login ? welcomed(*login) : connection->breaks(); });
            });
            return;
        }
        core.resume({m_token, m_lastSeq}, connection, [this, connection](auto resume) {
            if (resume)
                connection->carry(resume->caller.session);
            connection->toClient([this, connection, resume] {
                if (resume)
                    return resumed(*resume);
                if (resume.error().reason == Reason::SessionExpired)
                    m_token.clear();
                connection->breaks();
            });
        });
    });
    // Half open, or nobody there: it gives up.
    m_network.agenda().after(answerPatience, [this, connection] {
        if (connection == m_connection && !m_isIn)
            connection->breaks();
    });
}

void DeskClient::ended(const Connection *connection, std::optional<Reason> reason)
{
    if (connection != m_connection.get())
        return;
    m_isIn = false;
    m_isSending = false;
    m_accepting.clear();
    if (reason == Reason::SessionExpired) {
        m_token.clear();
        // Signed out, by oneself or by the server, which a user then sees.
        m_isWanted = false;
        m_conversations.clear();
        m_offers.clear();
        m_unsent.clear();
        return;
    }
    triesAgain();
}

void DeskClient::triesAgain()
{
    if (m_isWanted)
        m_network.agenda().after(reconnectPause, [this] { connects(); });
}

void DeskClient::welcomed(const CorePort::Login &login)
{
    m_token = login.welcome.sessionToken;
    m_caller = login.caller;
    m_lastSeq = login.welcome.seq;
    shows(login.welcome.snapshot);
    isBack();
}

void DeskClient::resumed(const CorePort::Resumed &resumed)
{
    m_caller = resumed.caller;
    m_lastSeq = resumed.reply.seq;
    if (resumed.reply.snapshot)
        shows(*resumed.reply.snapshot);
    isBack();
}

void DeskClient::isBack()
{
    m_isIn = true;
    for (const auto &[id, conversation] : m_conversations) {
        if (conversation.events.empty() || conversation.events.begin()->first > 1)
            fetches(id, 1);
    }
    sendsNext();
}

void DeskClient::shows(const protocol::Snapshot &snapshot)
{
    m_status = snapshot.agent;
    std::erase_if(m_conversations, [&](const auto &entry) {
        return std::ranges::none_of(snapshot.interactions, [&](const auto &own) {
            return own.interaction.id == entry.first;
        });
    });
    m_offers.clear();
    for (const auto &offer : snapshot.offers)
        m_offers[offer.interaction.id] = offer;
    for (const auto &own : snapshot.interactions)
        adopts(own);
    std::erase_if(m_unsent,
                  [this](const Message &one) { return !m_conversations.contains(one.chat); });
}

void DeskClient::heard(std::int64_t seq, const SharedFact &fact)
{
    if (seq != m_lastSeq + 1)
        m_ledger.fault(m_user + " hears fact " + std::to_string(seq) + " after "
                       + std::to_string(m_lastSeq));
    m_lastSeq = seq;
    const auto params = json::parse(fact.params());
    const auto read =
        params ? protocol::factFrom(fact.name(), *params) : std::unexpected(params.error());
    if (read)
        heard(*read);
    else
        m_ledger.fault(std::string(fact.name()) + " cannot be read: " + read.error().message);
}

void DeskClient::heard(const protocol::Fact &fact)
{
    if (const auto *state = std::get_if<protocol::AgentStateChanged>(&fact)) {
        if (state->agent.id == m_status.id)
            m_status = state->agent;
    } else if (const auto *offer = std::get_if<protocol::InteractionOffered>(&fact)) {
        m_offers[offer->interaction.id] = {offer->interaction, offer->expiresAt, offer->timeLeftMs,
                                           offer->kind, offer->fromId};
        considers(offer->interaction.id);
    } else if (const auto *revoked = std::get_if<protocol::OfferRevoked>(&fact)) {
        m_offers.erase(revoked->interactionId);
    } else if (const auto *changed = std::get_if<protocol::InteractionChanged>(&fact)) {
        heard(*changed);
    } else if (const auto *removed = std::get_if<protocol::InteractionRemoved>(&fact)) {
        removes(removed->interactionId);
    } else if (const auto *event = std::get_if<protocol::ChatEventHappened>(&fact)) {
        heard(*event);
    }
}

void DeskClient::heard(const protocol::InteractionChanged &fact)
{
    const auto id = fact.interaction.id;
    const bool isKnown = m_conversations.contains(id);
    adopts(fact.interaction);
    if (!isKnown && !m_accepting.contains(id) && m_conversations.contains(id))
        fetches(id, 1);
}

// Most offers are accepted within seconds, whatever else happens.
void DeskClient::considers(InteractionId id)
{
    if (!m_network.dice().happens(0.6))
        return;
    m_network.agenda().after(m_network.dice().exponential(Ms(4'000)), [this, id] {
        if (m_offers.contains(id))
            accepts(id);
    });
}

void DeskClient::heard(const protocol::ChatEventHappened &fact)
{
    const auto found = m_conversations.find(fact.interactionId);
    if (found == m_conversations.end() || !fact.event.index)
        return;
    const auto &events = found->second.events;
    const int expected = events.empty() ? 1 : events.rbegin()->first + 1;
    merges(fact.interactionId, {fact.event});
    if (*fact.event.index > expected)
        fetches(fact.interactionId, expected);
}

bool DeskClient::isMine(const protocol::Interaction &interaction) const
{
    if (interaction.state == InteractionState::Done
        || interaction.state == InteractionState::Offered
        || interaction.state == InteractionState::Parked)
        return false;
    const bool isConsulted =
        interaction.consultedId == m_status.id && interaction.state == InteractionState::Consulting;
    return interaction.agentId == m_status.id || isConsulted
           || std::ranges::find(interaction.memberIds, m_status.id) != interaction.memberIds.end();
}

void DeskClient::adopts(const protocol::Interaction &interaction)
{
    const auto known = m_conversations.find(interaction.id);
    if (known != m_conversations.end()) {
        known->second.interaction = interaction;
    } else if (isMine(interaction)) {
        m_offers.erase(interaction.id);
        m_conversations[interaction.id].interaction = interaction;
    }
}

void DeskClient::adopts(const protocol::OwnInteraction &own)
{
    adopts(own.interaction);
    const auto found = m_conversations.find(own.interaction.id);
    if (found == m_conversations.end())
        return;
    merges(own.interaction.id, own.events);
    const auto &events = found->second.events;
    if (!events.empty() && events.begin()->first > 1)
        fetches(own.interaction.id, 1);
}

void DeskClient::merges(InteractionId id, const std::vector<protocol::ChatEvent> &events)
{
    auto &known = m_conversations[id].events;
    for (const auto &event : events) {
        const auto [place, isNew] = known.emplace(event.index.value_or(0), event);
        if (!isNew && place->second.text != event.text)
            m_ledger.fault(m_user + " is shown two events " + std::to_string(place->first) + " of "
                           + id.text());
    }
}

void DeskClient::fetches(InteractionId id, int from)
{
    ask<protocol::ChatTranscript>({id, from}, [this, id](const auto &reply) {
        if (reply && m_conversations.contains(id))
            merges(id, reply->events);
    });
}

void DeskClient::removes(InteractionId id)
{
    m_offers.erase(id);
    m_conversations.erase(id);
    std::erase_if(m_unsent, [id](const Message &one) { return one.chat == id; });
    // What was being sent has no place any more; what comes next may go.
}

void DeskClient::accepts(InteractionId id)
{
    m_accepting.insert(id);
    ask<protocol::InteractionAccept>({id}, [this, id](const auto &own) {
        m_accepting.erase(id);
        if (own) {
            adopts(*own);
            m_offers.erase(id);
        } else if (own.error().reason != Reason::StoreUnavailable
                   && own.error().reason != Reason::Busy) {
            m_offers.erase(id);
        }
    });
}

void DeskClient::says(InteractionId id)
{
    m_unsent.push_back({id, m_user + "#" + std::to_string(++m_said)});
    sendsNext();
}

void DeskClient::sendsNext()
{
    if (m_isSending || m_unsent.empty() || !m_isIn)
        return;
    m_isSending = true;
    const auto message = m_unsent.front();
    protocol::ChatSend send{message.chat, message.text, {}, message.text};
    ask<protocol::ChatSend>(send, [this, message](const auto &reply) {
        m_isSending = false;
        if (reply)
            m_ledger.acknowledged(message.chat, message.text, reply->index);
        const bool isRefused = !reply && reply.error().reason != Reason::StoreUnavailable
                               && reply.error().reason != Reason::Busy;
        if (reply || isRefused)
            std::erase_if(m_unsent, [&](const Message &one) { return one.text == message.text; });
        if (reply || isRefused)
            sendsNext();
        else
            m_network.agenda().after(reconnectPause, [this] { sendsNext(); });
    });
}

std::string DeskClient::conversationFault(Services &services, const Conversation &shown)
{
    const auto id = shown.interaction.id;
    const auto *record = services.interactions.find(id);
    if (!record || !record->takesPart(m_status.id))
        return "is shown " + id.text() + ", which is not there";
    if (!(services.interactions.viewOf(*record) == shown.interaction))
        return "is shown " + id.text() + " as it is not";
    const auto &stored = m_ledger.messages(id);
    if (shown.events.size() != stored.size())
        return "is shown " + std::to_string(shown.events.size()) + " events of "
               + std::to_string(stored.size()) + " of " + id.text();
    for (const auto &message : stored) {
        const auto found = shown.events.find(message.index);
        if (found == shown.events.end() || found->second.text.value_or("") != message.text)
            return "is not shown event " + std::to_string(message.index) + " of " + id.text();
    }
    return {};
}

std::string DeskClient::viewFault(Services &services)
{
    if (!m_isIn)
        return {};
    std::size_t own = 0;
    for (const auto id : services.interactions.idsOf(m_status.id)) {
        const auto &record = *services.interactions.find(id);
        if (record.takesPart(m_status.id))
            ++own;
        else if (record.offer && record.offer->agent == m_status.id && !m_offers.contains(id))
            return m_user + " is not shown the offer of " + id.text();
    }
    if (own != m_conversations.size())
        return m_user + " is shown " + std::to_string(m_conversations.size()) + " of "
               + std::to_string(own) + " interactions";
    for (const auto &[id, conversation] : m_conversations) {
        if (const auto fault = conversationFault(services, conversation); !fault.empty())
            return m_user + " " + fault;
    }
    for (const auto &[id, offer] : m_offers) {
        const auto *record = services.interactions.find(id);
        if (!record || !record->offer || record->offer->agent != m_status.id)
            return m_user + " is shown an offer of " + id.text() + " that is not open";
    }
    return {};
}

} // namespace tandem
