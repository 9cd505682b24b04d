// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waitingmodel.h"

#include "models/text.h"
#include "models/timetext.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Ms waitingPollEvery{4'000};
constexpr Ms typingPause{250};
constexpr Ms soon{10 * 60'000};
constexpr int page = 100;
constexpr int waitingMost = 500; // that one request may answer

bool isSame(const protocol::Interaction &a, const protocol::Interaction &b) { return a.id == b.id; }

} // namespace

WaitingModel::WaitingModel(ServiceLink &link, const Directory &directory, const Clock &clock,
                           QObject *parent)
    : QAbstractTableModel(parent), m_link(link), m_directory(directory), m_clock(clock)
{
    m_poll.setInterval(waitingPollEvery);
    m_tick.setInterval(1000);
    m_typed.setInterval(typingPause);
    m_typed.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &WaitingModel::refresh);
    connect(&m_tick, &QTimer::timeout, this, &WaitingModel::tick);
    connect(&m_typed, &QTimer::timeout, this, [this] { ask({}, page); });
    connect(&directory, &Directory::changed, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, Medium), index(rowCount() - 1, Medium));
    });
}

int WaitingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WaitingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    const auto *interaction = index.isValid() ? at(index.row()) : nullptr;
    if (!interaction)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*interaction, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Due && interaction->dueAt)
            return tr("Due %1").arg(timetext::moment(*interaction->dueAt));
        return plainToolTip(text(*interaction, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Contact ? spoken(*interaction)
                                         : text(*interaction, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Priority || index.column() == Wait
                            ? Qt::AlignTrailing | Qt::AlignVCenter
                            : Qt::AlignLeading | Qt::AlignVCenter);
    case IdRole: return toQString(interaction->id);
    case MediaRole: return toQString(interaction->mediaType);
    case ToneRole: return static_cast<int>(tone(*interaction));
    default: return {};
    }
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Priority || section == Wait
                            ? Qt::AlignTrailing | Qt::AlignVCenter
                            : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const bool isWorkbin = m_source && m_source->kind == Source::Kind::Workbin;
    switch (section) {
    case Contact: return tr("Contact");
    case Subject: return tr("Subject");
    case Medium: return tr("Channel");
    case Priority: return tr("Priority");
    case Due: return tr("Due");
    case Wait:
        return isWorkbin ? tr("Returns", "when a parked one goes back to its queue")
                         : tr("Waiting");
    default: return {};
    }
}

bool WaitingModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_loading == Loading::Idle;
}

void WaitingModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next, page);
}

void WaitingModel::setSource(std::optional<Source> source)
{
    if (source == m_source)
        return;
    m_source = std::move(source);
    beginResetModel();
    m_rows.clear();
    m_next.reset();
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    ask({}, page);
}

void WaitingModel::setSearch(const QString &text)
{
    if (text.trimmed() == m_search)
        return;
    m_search = text.trimmed();
    m_typed.start();
}

void WaitingModel::setOrder(protocol::ListOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    ask({}, page);
}

void WaitingModel::setShown(bool isShown)
{
    for (auto *timer : {&m_poll, &m_tick})
        isShown ? timer->start() : timer->stop();
    if (isShown)
        refresh();
}

void WaitingModel::refresh()
{
    // Who has read on beyond one request would be thrown back.
    if (m_loading != Loading::Busy && rowCount() <= waitingMost)
        ask({}, std::max(rowCount(), page));
}

const protocol::Interaction *WaitingModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

void WaitingModel::ask(std::optional<InteractionId> after, int limit)
{
    const int question = ++m_question;
    m_typed.stop();
    if (!m_source) {
        setLoading(Loading::Idle);
        return;
    }
    setLoading(Loading::Busy);
    protocol::InteractionList request;
    const bool isQueue = m_source->kind == Source::Kind::Queue;
    request.scope = isQueue ? protocol::Scope::Queue : protocol::Scope::Workbin;
    (isQueue ? request.filter : request.workbinId) = m_source->id;
    request.limit = limit;
    request.after = after;
    request.order = m_order;
    if (!m_search.isEmpty())
        request.search = toUtf8(m_search);
    m_link.ask(request, [this, question,
                         isMore = after.has_value()](Result<protocol::InteractionListReply> reply) {
        if (question != m_question)
            return;
        if (!reply) {
            const auto why = reply.error().reason;
            if (why == Reason::NotPermitted)
                show({});
            setLoading(why == Reason::NotPermitted ? Loading::NotPermitted : Loading::Failed);
            return;
        }
        m_next = reply->next;
        isMore ? append(std::move(reply->interactions)) : show(std::move(reply->interactions));
        setLoading(Loading::Idle);
    });
}

void WaitingModel::show(std::vector<protocol::Interaction> interactions)
{
    const auto isStill = [&](const protocol::Interaction &old) {
        return std::ranges::any_of(interactions, [&](const auto &now) { return isSame(old, now); });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isStill(*at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < interactions.size(); ++row) {
        if (row < m_rows.size() && isSame(m_rows[row], interactions[row]))
            continue;
        const auto known = std::ranges::find_if(
            m_rows, [&](const auto &old) { return isSame(old, interactions[row]); });
        const int from = static_cast<int>(known - m_rows.begin());
        const int to = static_cast<int>(row);
        if (known == m_rows.end()) {
            beginInsertRows({}, to, to);
            m_rows.insert(m_rows.begin() + to, interactions[row]);
            endInsertRows();
        } else if (beginMoveRows({}, from, from, {}, to)) {
            std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
    }
    m_rows = std::move(interactions);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void WaitingModel::append(std::vector<protocol::Interaction> interactions)
{
    std::erase_if(interactions, [&](const auto &one) {
        return std::ranges::any_of(m_rows, [&](const auto &known) { return isSame(known, one); });
    });
    if (interactions.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(interactions.size()) - 1);
    std::ranges::move(interactions, std::back_inserter(m_rows));
    endInsertRows();
}

void WaitingModel::setLoading(Loading loading)
{
    m_loading = loading;
    emit loadingChanged();
}

void WaitingModel::tick()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, Due), index(rowCount() - 1, Wait), {Qt::DisplayRole});
}

QString WaitingModel::text(const protocol::Interaction &interaction, int column) const
{
    switch (column) {
    case Contact:
        return interaction.contact.name.empty() ? tr("Unknown contact")
                                                : toQString(interaction.contact.name);
    case Subject: return toQString(interaction.subject).simplified();
    case Medium: return m_directory.medium(interaction.mediaType);
    case Priority: return QString::number(interaction.priority);
    case Due: return due(interaction);
    case Wait: return wait(interaction);
    default: return {};
    }
}

QString WaitingModel::due(const protocol::Interaction &interaction) const
{
    if (!interaction.dueAt)
        return {};
    const auto left = *interaction.dueAt - m_clock.now().utc;
    return left < Ms(0) ? tr("overdue by %1").arg(timetext::rough(-left))
                        : tr("in %1", "due in so much time").arg(timetext::rough(left));
}

DueTone WaitingModel::tone(const protocol::Interaction &interaction) const
{
    if (!interaction.dueAt)
        return DueTone::None;
    const auto left = *interaction.dueAt - m_clock.now().utc;
    return left < Ms(0) ? DueTone::Late : left < soon ? DueTone::Soon : DueTone::Calm;
}

QString WaitingModel::wait(const protocol::Interaction &interaction) const
{
    if (interaction.state == InteractionState::Parked || interaction.workbinId)
        return interaction.returnAt ? timetext::moment(*interaction.returnAt)
                                    : tr("when taken", "a parked one has no time of return");
    return timetext::running(m_clock.now().utc - interaction.queuedAt);
}

QString WaitingModel::spoken(const protocol::Interaction &interaction) const
{
    QStringList parts{text(interaction, Contact), text(interaction, Subject),
                      text(interaction, Medium), tr("priority %1").arg(interaction.priority)};
    if (interaction.dueAt)
        parts += tr("due %1", "in 5 min; overdue by 5 min").arg(due(interaction));
    if (interaction.state != InteractionState::Parked)
        parts +=
            tr("waiting for %1").arg(timetext::inWords(m_clock.now().utc - interaction.queuedAt));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace tandem
