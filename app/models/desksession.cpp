// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"

#include "models/errortext.h"
#include "models/text.h"
#include "protocol/interaction.h"

#include <algorithm>

namespace tandem {

DeskSession::DeskSession(std::unique_ptr<ServiceLink> link, const protocol::Welcome &welcome,
                         const Clock &clock, const QString &draftsFile, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_link(std::move(link)),
      m_agent(*m_link, clock),
      m_pictures(*m_link),
      m_directory(*m_link),
      m_offers(*m_link, m_directory, clock),
      m_interactions(m_offers, m_directory),
      m_team(*m_link),
      m_workbin(*m_link, "agent/" + welcome.agent.userName),
      m_queues(*m_link, welcome.agent.userName),
      m_waiting(*m_link, m_directory, clock),
      m_bulk(*m_link),
      m_outbox(*m_link),
      m_files(*m_link),
      m_typing(*m_link),
      m_drafts(draftsFile, welcome.agent.id),
      m_statistics(*m_link),
      m_supervision(*m_link, m_directory, clock, m_statistics),
      m_site(*m_link),
      m_siteFile(*m_link),
      m_audit(*m_link),
      m_strategies(*m_link),
      m_strategyDocuments(*m_link),
      m_strategySessions(*m_link),
      m_strategyTrace(*m_link)
{
    connect(m_link.get(), &ServiceLink::factArrived, this, &DeskSession::hear);
    connect(m_link.get(), &ServiceLink::snapshotArrived, this,
            [this](const protocol::Snapshot &snapshot) { show(snapshot, false); });
    connect(m_link.get(), &ServiceLink::sessionEnded, this, &DeskSession::ended);
    connect(m_link.get(), &ServiceLink::stateChanged, this, [this](ServiceLink::State state) {
        if (state == ServiceLink::State::Connected)
            fetchMissing();
    });
    connectModels();
    m_supervision.setRoles(welcome.agent.roles);
    const bool isAdministrator =
        std::ranges::find(welcome.agent.roles, Role::Administrator) != welcome.agent.roles.end();
    m_site.setMayChange(isAdministrator);
    m_strategies.setRoles(welcome.agent.roles);
    m_agent.welcome(welcome);
    m_team.setOwn(welcome.agent.id, welcome.notReadyReasons);
    show(welcome.snapshot, true);
    restoreDrafts();
}

DeskSession::~DeskSession()
{
    // The link first: none of its answers may reach models that are half gone.
    m_link->disconnect(this);
    m_link.reset();
}

void DeskSession::connectModels()
{
    connect(&m_agent, &AgentModel::refused, this, &DeskSession::refused);
    connect(&m_pictures, &AgentPictures::refused, this, &DeskSession::refused);
    connect(&m_offers, &Offers::refused, this, &DeskSession::refused);
    connect(&m_offers, &Offers::accepted, this, [this](const protocol::OwnInteraction &own) {
        adopt(own);
        setCurrent(own.interaction.id);
    });
    connect(&m_offers, &Offers::revoked, this, [this](const QString &contact, const QString &why) {
        if (!why.isEmpty())
            emit noticed(tr("%1: %2", "contact: why the offer is gone").arg(contact, why));
    });
    connect(&m_outbox, &Outbox::changed, this, [this](InteractionId id) {
        if (auto *found = conversation(id))
            found->transcript()->setUnsent(m_outbox.entries(id));
    });
    connect(&m_team, &TeamModel::listed, &m_directory, &Directory::setAgents);
    connect(&m_team, &TeamModel::listed, &m_pictures, &AgentPictures::setAgents);
    connect(&m_directory, &Directory::choicesChanged, &m_agent, &AgentModel::setChoices);
    connect(&m_agent, &AgentModel::choicesChanged, this,
            [this] { m_team.setOwn(m_agent.id(), m_agent.reasons()); });
    connect(&m_workbin, &OwnWorkbin::changed, this,
            [this] { m_interactions.setParked(m_workbin.entries()); });
    connect(&m_bulk, &BulkOperation::refused, this, &DeskSession::refused);
    connect(&m_bulk, &BulkOperation::over, &m_waiting, &WaitingModel::refresh);
    connect(&m_bulk, &BulkOperation::over, &m_queues, &QueuesModel::refresh);
    const auto passOn = [this](auto &model) {
        using Model = std::remove_reference_t<decltype(model)>;
        connect(&model, &Model::refused, this, &DeskSession::refused);
        connect(&model, &Model::noticed, this, &DeskSession::noticed);
    };
    passOn(m_site);
    passOn(m_siteFile);
    passOn(m_audit);
    passOn(m_strategies);
    connect(&m_supervision, &Supervision::refused, this, &DeskSession::refused);
}

Conversation *DeskSession::conversation(InteractionId id) const
{
    const auto found = m_conversations.find(id);
    return found == m_conversations.end() ? nullptr : found->second.get();
}

void DeskSession::setCurrent(InteractionId id)
{
    if (id == m_current || (id && !conversation(id)))
        return;
    m_typing.stopped();
    if (auto *before = current())
        before->leave();
    m_current = id;
    if (auto *now = current(); now && m_isLookedAt)
        now->open();
    emit currentChanged();
}

void DeskSession::setLookedAt(bool isLookedAt)
{
    if (m_isLookedAt == isLookedAt)
        return;
    m_isLookedAt = isLookedAt;
    if (auto *now = current())
        isLookedAt ? now->open() : now->leave();
}

void DeskSession::show(const protocol::Snapshot &snapshot, bool isFirst)
{
    m_agent.show(snapshot.agent);
    m_pictures.setOwn(snapshot.agent);
    std::vector<InteractionId> ids;
    ids.reserve(snapshot.interactions.size());
    for (const auto &own : snapshot.interactions)
        ids.push_back(own.interaction.id);
    std::vector<InteractionId> gone;
    for (const auto &[id, conversation] : m_conversations) {
        if (std::ranges::find(ids, id) == ids.end())
            gone.push_back(id);
    }
    for (const auto id : gone)
        remove(id, "snapshot");
    m_offers.reset(snapshot.offers);
    auto sorted = snapshot.interactions;
    std::ranges::stable_sort(sorted, {}, [](const protocol::OwnInteraction &own) {
        return own.interaction.acceptedAt.value_or(own.interaction.createdAt);
    });
    for (const auto &own : sorted) {
        adopt(own);
        if (isFirst)
            conversation(own.interaction.id)->assumeReadUpToOwn();
    }
    countActive();
    chooseCurrent();
    m_bulk.forget();
    m_directory.refresh();
    m_team.refresh();
    if (m_agent.takesConversations())
        m_workbin.refresh();
}

void DeskSession::hear(const protocol::Fact &fact)
{
    if (const auto *state = std::get_if<protocol::AgentStateChanged>(&fact)) {
        m_pictures.hear(state->agent);
        if (state->agent.id == m_agent.id())
            m_agent.hear(state->agent);
        else
            m_team.hear(state->agent);
    } else if (const auto *offer = std::get_if<protocol::InteractionOffered>(&fact)) {
        m_offers.add(
            {offer->interaction, offer->expiresAt, offer->timeLeftMs, offer->kind, offer->fromId});
    } else if (const auto *revoked = std::get_if<protocol::OfferRevoked>(&fact)) {
        m_offers.revoke(revoked->interactionId, revoked->reason);
    } else if (const auto *changed = std::get_if<protocol::InteractionChanged>(&fact)) {
        hearChange(*changed);
    } else if (const auto *removed = std::get_if<protocol::InteractionRemoved>(&fact)) {
        m_offers.remove(removed->interactionId);
        remove(removed->interactionId, removed->reason);
    } else if (const auto *event = std::get_if<protocol::ChatEventHappened>(&fact)) {
        if (auto *found = conversation(event->interactionId))
            found->hear(event->event);
    } else if (const auto *read = std::get_if<protocol::ChatRead>(&fact)) {
        if (auto *found = conversation(read->interactionId))
            found->hearRead(*read);
    } else if (const auto *started = std::get_if<protocol::SupervisionStarted>(&fact)) {
        adopt(started->supervised);
    } else if (const auto *progress = std::get_if<protocol::BulkProgress>(&fact)) {
        m_bulk.hear(*progress);
    } else if (std::holds_alternative<protocol::SiteChanged>(fact)) {
        m_directory.refresh();
        m_team.refresh();
        m_queues.refresh();
    } else if (const auto *notice = std::get_if<protocol::SystemNotice>(&fact)) {
        if (!notice->message.empty() && notice->code != "unknown_fact")
            emit noticed(toQString(notice->message));
    }
}

void DeskSession::hearChange(const protocol::InteractionChanged &changed)
{
    const auto id = changed.interaction.id;
    const auto *offer = m_offers.find(id);
    const bool isKnown = conversation(id) != nullptr;
    const bool isAnswerDue = offer && offer->isAnswered; // which brings the conversation, too
    adopt(changed.interaction);
    if (!isKnown && !isAnswerDue && conversation(id))
        fetch(id, 1);
}

// What was asked for when the connection was lost was not answered.
void DeskSession::fetchMissing()
{
    for (const auto &[id, conversation] : m_conversations) {
        if (conversation->transcript()->firstIndex() != 1)
            fetch(id, 1);
    }
}

void DeskSession::adopt(const protocol::OwnInteraction &own)
{
    if (own.supervision && !conversation(own.interaction.id))
        add(own.interaction, own.supervision);
    adopt(own.interaction);
    auto *found = conversation(own.interaction.id);
    if (!found)
        return;
    found->setSupervision(own.supervision);
    countActive();
    found->merge(own.events);
    // A snapshot brings only the end of a long conversation.
    if (found->transcript()->firstIndex() > 1)
        fetch(own.interaction.id, 1);
}

void DeskSession::adopt(const protocol::Interaction &interaction)
{
    const auto id = interaction.id;
    if (auto *known = conversation(id)) {
        known->setInteraction(interaction);
        return;
    }
    if (isMine(interaction))
        add(interaction, {});
}

void DeskSession::add(const protocol::Interaction &interaction,
                      std::optional<SupervisionMode> supervision)
{
    const auto id = interaction.id;
    m_offers.remove(id);
    auto created = std::make_unique<Conversation>(m_agent.id(), interaction, m_clock);
    created->setSupervision(supervision);
    auto *added = created.get();
    m_conversations.emplace(id, std::move(created));
    connect(added, &Conversation::gapFound, this, [this, id](int from) { fetch(id, from); });
    connect(added, &Conversation::readUpTo, this, [this, id](int index) {
        m_link->ask(protocol::ChatReadReceipt{id, index}, {}); // refused: it is no longer ours
    });
    added->transcript()->setUnsent(m_outbox.entries(id));
    m_interactions.add(added);
    countActive();
}

bool DeskSession::isMine(const protocol::Interaction &interaction) const
{
    const auto own = m_agent.id();
    if (interaction.state == InteractionState::Done
        || interaction.state == InteractionState::Offered
        || interaction.state == InteractionState::Parked)
        return false;
    const bool isConsulted =
        interaction.consultedId == own && interaction.state == InteractionState::Consulting;
    return interaction.agentId == own || isConsulted
           || std::ranges::find(interaction.memberIds, own) != interaction.memberIds.end();
}

void DeskSession::remove(InteractionId id, const std::string &reason)
{
    const auto found = m_conversations.find(id);
    if (found == m_conversations.end())
        return;
    if (reason == "connection_lost" || reason == "requeued" || reason == "returned") {
        emit noticed(tr("The conversation with %1 has gone back to its queue.")
                         .arg(found->second->contactName()));
    }
    if (reason == "parked")
        m_workbin.refresh();
    const auto kept = std::move(found->second);
    m_conversations.erase(found);
    m_interactions.remove(id);
    m_outbox.forget(id);
    m_drafts.setDraft(id, {});
    countActive();
    if (m_current == id) {
        m_current = {};
        emit currentChanged();
        chooseCurrent();
    }
}

void DeskSession::fetch(InteractionId id, int from)
{
    m_link->ask(protocol::ChatTranscript{id, from},
                [this, id](Result<protocol::ChatTranscriptReply> reply) {
                    auto *found = conversation(id);
                    // Not connected: asked again once it is.
                    if (!reply || !found || reply->events.empty())
                        return;
                    found->merge(reply->events);
                    const auto &events = found->transcript()->events();
                    const auto isMissing = [&](int index) {
                        return !std::ranges::binary_search(events, std::optional(index), {},
                                                           &protocol::ChatEvent::index);
                    };
                    if (reply->nextPosition < found->transcript()->lastIndex()
                        && isMissing(reply->nextPosition))
                        fetch(id, reply->nextPosition);
                });
}

void DeskSession::chooseCurrent()
{
    if (!current())
        setCurrent(m_interactions.firstConversation());
}

void DeskSession::countActive()
{
    std::map<std::string, int> active;
    for (const auto &channel : m_agent.channels())
        active[channel.mediaType] = 0;
    // After contact work takes room too, until it is done.
    for (const auto &[id, conversation] : m_conversations) {
        if (conversation->part() != Conversation::Part::Supervisor)
            ++active[conversation->interaction().mediaType];
    }
    for (const auto &[mediaType, count] : active)
        m_agent.setActive(mediaType, count);
}

void DeskSession::restoreDrafts()
{
    std::vector<InteractionId> ids;
    ids.reserve(m_conversations.size());
    for (const auto &[id, conversation] : m_conversations)
        ids.push_back(id);
    m_drafts.keepOnly(ids);
    m_outbox.restore(m_drafts.unsent());
}

void DeskSession::saveDrafts()
{
    const bool couldSave = std::exchange(m_canSave, m_drafts.save(m_outbox.entries()));
    if (couldSave && !m_canSave)
        emit noticed(tr("Drafts cannot be saved: the disk refuses."));
}

void DeskSession::signOut()
{
    saveDrafts();
    m_link->signOut();
}

} // namespace tandem
