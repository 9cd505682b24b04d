// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interactionsmodel.h"

#include "models/conversation.h"
#include "models/directory.h"
#include "models/offers.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QTimer>

#include <algorithm>

namespace tandem {

InteractionsModel::InteractionsModel(const Offers &offers, const Directory &directory,
                                     QObject *parent)
    : QAbstractListModel(parent), m_offers(offers), m_directory(directory)
{
    connect(&offers, &Offers::added, this,
            [this](InteractionId id) { insert({id, Section::Offered, nullptr}); });
    connect(&offers, &Offers::removed, this, [this](InteractionId id) {
        const int row = rowOf(id);
        if (row >= 0 && m_cards[static_cast<std::size_t>(row)].section == Section::Offered)
            takeCard(row);
    });
    connect(&offers, &Offers::changed, this, &InteractionsModel::onOffersChanged);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &InteractionsModel::ticked);
    clock->start(Ms(1000));
}

int InteractionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant InteractionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &card = m_cards[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return toQString(card.id);
    case SectionRole: return QVariant::fromValue(card.section);
    case SectionCountRole:
        return static_cast<int>(std::ranges::count(m_cards, card.section, &Card::section));
    case DetailRole: return detail(card);
    case Qt::AccessibleTextRole: return spoken(card);
    default: return cardData(card, role);
    }
}

Qt::ItemFlags InteractionsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

void InteractionsModel::add(Conversation *conversation)
{
    const auto id = conversation->id();
    if (const int row = rowOf(id); row >= 0)
        takeCard(row);
    insert({id, sectionOf(*conversation), conversation});
    connect(conversation, &Conversation::changed, this, [this, id] { onChanged(id); });
}

void InteractionsModel::remove(InteractionId id)
{
    if (const int row = rowOf(id); row >= 0)
        takeCard(row);
}

void InteractionsModel::setParked(const std::vector<protocol::Interaction> &parked)
{
    const auto before = std::exchange(m_parked, parked);
    for (const auto &old : before) {
        const int row = rowOf(old.id);
        const bool isParked =
            row >= 0 && m_cards[static_cast<std::size_t>(row)].section == Section::Parked;
        if (isParked && !this->parked(old.id))
            takeCard(row);
    }
    for (const auto &interaction : m_parked) {
        const int row = rowOf(interaction.id);
        if (row < 0)
            insert({interaction.id, Section::Parked, nullptr});
        else
            emit dataChanged(index(row), index(row));
    }
}

InteractionId InteractionsModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? InteractionId{}
                                        : m_cards[static_cast<std::size_t>(row)].id;
}

int InteractionsModel::rowOf(InteractionId id) const
{
    const auto found = std::ranges::find(m_cards, id, &Card::id);
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

InteractionId InteractionsModel::firstConversation() const
{
    const auto found =
        std::ranges::find_if(m_cards, [](const Card &card) { return card.conversation; });
    return found == m_cards.end() ? InteractionId{} : found->id;
}

QString InteractionsModel::sectionName(Section section)
{
    switch (section) {
    case Section::Offered: return tr("Offered");
    case Section::Active: return tr("Active");
    case Section::AfterWork: return tr("After contact work");
    case Section::Supervised: return tr("Supervised");
    case Section::Parked: return tr("Parked");
    }
    return {};
}

void InteractionsModel::onOffersChanged()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!m_cards[static_cast<std::size_t>(row)].conversation)
            emit dataChanged(index(row), index(row));
    }
}

void InteractionsModel::onChanged(InteractionId id)
{
    const int row = rowOf(id);
    if (row < 0 || !m_cards[static_cast<std::size_t>(row)].conversation)
        return;
    const auto card = m_cards[static_cast<std::size_t>(row)];
    if (sectionOf(*card.conversation) == card.section) {
        emit dataChanged(index(row), index(row));
        return;
    }
    // Moved, not taken away: the view keeps it selected.
    const auto section = sectionOf(*card.conversation);
    const auto to = std::ranges::upper_bound(m_cards, section, {}, &Card::section);
    const int target = static_cast<int>(to - m_cards.begin());
    m_cards[static_cast<std::size_t>(row)].section = section;
    if (beginMoveRows({}, row, row, {}, target)) {
        const auto moved = m_cards[static_cast<std::size_t>(row)];
        m_cards.erase(m_cards.begin() + row);
        m_cards.insert(m_cards.begin() + (target > row ? target - 1 : target), moved);
        endMoveRows();
    }
    emit dataChanged(index(0), index(rowCount() - 1));
}

void InteractionsModel::insert(const Card &card)
{
    const auto at = std::ranges::upper_bound(m_cards, card.section, {}, &Card::section);
    const int row = static_cast<int>(at - m_cards.begin());
    beginInsertRows({}, row, row);
    m_cards.insert(at, card);
    endInsertRows();
    emit dataChanged(index(0), index(rowCount() - 1));
}

void InteractionsModel::takeCard(int row)
{
    if (auto *conversation = m_cards[static_cast<std::size_t>(row)].conversation)
        conversation->disconnect(this);
    beginRemoveRows({}, row, row);
    m_cards.erase(m_cards.begin() + row);
    endRemoveRows();
    if (!m_cards.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

InteractionsModel::Section InteractionsModel::sectionOf(const Conversation &conversation)
{
    if (conversation.part() == Conversation::Part::Supervisor)
        return Section::Supervised;
    return conversation.isAfterWork() ? Section::AfterWork : Section::Active;
}

QVariant InteractionsModel::cardData(const Card &card, int role) const
{
    if (card.conversation)
        return conversationData(card, role);
    return card.section == Section::Parked ? parkedData(card, role) : offerData(card, role);
}

QVariant InteractionsModel::offerData(const Card &card, int role) const
{
    const auto *offer = m_offers.find(card.id);
    if (!offer)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case ContactRole: return toQString(offer->interaction.contact.name);
    case MediaRole: return toQString(offer->interaction.mediaType);
    case LineRole: return toQString(offer->interaction.subject);
    case UnreadRole: return 0;
    case TimeLeftMsRole: return static_cast<qint64>(m_offers.timeLeft(*offer).count());
    default: return {};
    }
}

QVariant InteractionsModel::conversationData(const Card &card, int role) const
{
    const auto &conversation = *card.conversation;
    switch (role) {
    case Qt::DisplayRole:
    case ContactRole: return conversation.contactName();
    case MediaRole: return toQString(conversation.interaction().mediaType);
    case LineRole:
        return conversation.lastLine().isEmpty() ? toQString(conversation.interaction().subject)
                                                 : conversation.lastLine();
    case UnreadRole: return conversation.unread();
    case PendingMsRole:
        if (const auto pending = conversation.replyPending())
            return static_cast<qint64>(pending->count());
        return {};
    default: return {};
    }
}

QVariant InteractionsModel::parkedData(const Card &card, int role) const
{
    const auto *interaction = parked(card.id);
    if (!interaction)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case ContactRole: return toQString(interaction->contact.name);
    case MediaRole: return toQString(interaction->mediaType);
    case LineRole: return toQString(interaction->subject);
    case UnreadRole: return 0;
    default: return {};
    }
}

const protocol::Interaction *InteractionsModel::parked(InteractionId id) const
{
    const auto found = std::ranges::find(m_parked, id, &protocol::Interaction::id);
    return found == m_parked.end() ? nullptr : &*found;
}

QString InteractionsModel::detail(const Card &card) const
{
    if (card.conversation)
        return active(*card.conversation);
    if (card.section == Section::Parked) {
        const auto *interaction = parked(card.id);
        if (!interaction)
            return {};
        return interaction->returnAt ? tr("Workbin · back in its queue %1", "time")
                                           .arg(timetext::moment(*interaction->returnAt))
                                     : tr("Workbin · until you take it back");
    }
    const auto *offer = m_offers.find(card.id);
    if (!offer)
        return {};
    return tr("%1 · %2 · waiting for you", "channel, queue")
        .arg(m_offers.medium(*offer), toQString(offer->interaction.queueName));
}

QString InteractionsModel::active(const Conversation &conversation) const
{
    const auto &interaction = conversation.interaction();
    const auto media = m_directory.medium(interaction.mediaType);
    const auto queue = toQString(interaction.queueName);
    if (conversation.part() == Conversation::Part::Supervisor)
        return supervised(conversation);
    if (conversation.isAfterWork() && !interaction.disposition)
        return tr("%1 · %2 · choose a disposition", "channel, queue").arg(media, queue);
    if (conversation.part() == Conversation::Part::Consulted)
        return tr("%1 · %2 · your advice is asked", "channel, queue").arg(media, queue);
    if (conversation.part() == Conversation::Part::Member)
        return tr("%1 · %2 · conference", "channel, queue").arg(media, queue);
    return tr("%1 · %2 · %3", "channel, queue, how long")
        .arg(media, queue, timetext::rough(conversation.elapsed()));
}

QString InteractionsModel::supervised(const Conversation &conversation) const
{
    const auto id = conversation.interaction().agentId;
    const auto agent = id ? m_directory.agent(*id) : QString();
    const auto who = agent.isEmpty() ? tr("no agent") : agent;
    if (conversation.isAfterWork())
        return tr("%1 · has ended", "agent").arg(who);
    switch (conversation.supervision().value_or(SupervisionMode::Monitor)) {
    case SupervisionMode::Monitor: return tr("%1 · you monitor", "agent").arg(who);
    case SupervisionMode::Coach: return tr("%1 · you coach", "agent").arg(who);
    case SupervisionMode::BargeIn: return tr("%1 · you take part", "agent").arg(who);
    }
    return who;
}

QString InteractionsModel::spoken(const Card &card) const
{
    const auto value = [&](int role) { return cardData(card, role); };
    QStringList parts{value(ContactRole).toString(), sectionName(card.section), detail(card),
                      value(LineRole).toString()};
    if (const int unread = value(UnreadRole).toInt(); unread > 0)
        parts += tr("%n unread message(s)", nullptr, unread);
    if (const auto pending = value(PendingMsRole); pending.isValid()) {
        parts +=
            tr("waiting for an answer for %1").arg(timetext::inWords(Ms(pending.toLongLong())));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace tandem
