// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcriptmodel.h"

#include "models/text.h"
#include "models/transcriptrows.h"

#include <algorithm>

namespace tandem {

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return transcriptrows::spoken(row(index.row()));
    case RowRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

int TranscriptModel::firstIndex() const
{
    return m_events.empty() ? 0 : m_events.front().index.value_or(0);
}

int TranscriptModel::lastIndex() const
{
    return m_events.empty() ? 0 : m_events.back().index.value_or(0);
}

void TranscriptModel::setOwn(int participantId, const QString &name)
{
    if (m_own == participantId && m_ownName == name)
        return;
    m_own = participantId;
    m_ownName = name;
    rebuild();
}

void TranscriptModel::merge(const std::vector<protocol::ChatEvent> &events)
{
    bool isAtEnd = true;
    std::vector<protocol::ChatEvent> fresh;
    for (const auto &event : events) {
        if (!event.index)
            continue;
        const auto at =
            std::ranges::lower_bound(m_events, event.index, {}, &protocol::ChatEvent::index);
        if (at != m_events.end() && at->index == event.index)
            continue;
        isAtEnd = isAtEnd && at == m_events.end();
        m_events.insert(at, event);
        fresh.push_back(event);
        matchUnsent(event);
        noteGone(event);
    }
    if (fresh.empty())
        return;
    if (!isAtEnd || m_rows.empty()) {
        rebuild();
        return;
    }
    for (const auto &event : fresh)
        appendEvent(event);
}

void TranscriptModel::setUnsent(std::vector<Outbox::Entry> entries)
{
    std::erase_if(m_arrived, [&](const std::string &key) {
        return std::ranges::find(entries, key, &Outbox::Entry::key) == entries.end();
    });
    if (m_unsent == entries)
        return;
    m_unsent = std::move(entries);
    dropUnsentRows();
    appendUnsentRows();
}

void TranscriptModel::setNewFrom(int index)
{
    if (m_newFrom == index)
        return;
    m_newFrom = index;
    rebuild();
}

void TranscriptModel::setRead(int index)
{
    if (index <= m_read)
        return;
    m_read = index;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (!isRead(m_rows[at]) || m_rows[at].delivery == TranscriptRow::Delivery::Read)
            continue;
        m_rows[at].delivery = TranscriptRow::Delivery::Read;
        const auto changed = this->index(static_cast<int>(at));
        emit dataChanged(changed, changed);
    }
}

bool TranscriptModel::isRead(const TranscriptRow &row) const
{
    const bool hasArrived = row.delivery == TranscriptRow::Delivery::Sent
                            || row.delivery == TranscriptRow::Delivery::Read;
    return hasArrived && row.audience == Audience::Everyone && row.index <= m_read;
}

void TranscriptModel::appendEvent(const protocol::ChatEvent &event)
{
    auto more = eventRows(event);
    if (more.empty())
        return;
    dropUnsentRows();
    appendRows(more);
    appendUnsentRows();
}

void TranscriptModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_hasNewLine = false;
    for (const auto &event : m_events) {
        for (auto &row : eventRows(event))
            transcriptrows::append(m_rows, std::move(row));
    }
    const auto before = m_rows.size();
    for (auto &row : unsentRows())
        transcriptrows::append(m_rows, std::move(row));
    m_unsentRows = m_rows.size() - before;
    endResetModel();
}

void TranscriptModel::dropUnsentRows()
{
    if (m_unsentRows == 0)
        return;
    const auto keep = m_rows.size() - m_unsentRows;
    beginRemoveRows({}, static_cast<int>(keep), static_cast<int>(m_rows.size()) - 1);
    m_rows.resize(keep);
    m_unsentRows = 0;
    endRemoveRows();
    if (!m_rows.empty() && !m_rows.back().endsGroup) {
        m_rows.back().endsGroup = true;
        const auto last = index(static_cast<int>(keep) - 1);
        emit dataChanged(last, last);
    }
}

void TranscriptModel::appendUnsentRows()
{
    const auto before = m_rows.size();
    appendRows(unsentRows());
    m_unsentRows = m_rows.size() - before;
}

void TranscriptModel::appendRows(const std::vector<TranscriptRow> &more)
{
    if (more.empty())
        return;
    const auto before = m_rows.size();
    // Only the last row can change by what comes after it.
    std::vector<TranscriptRow> tail;
    if (!m_rows.empty())
        tail.push_back(m_rows.back());
    const auto known = tail.size();
    for (const auto &row : more)
        transcriptrows::append(tail, row);
    beginInsertRows({}, static_cast<int>(before),
                    static_cast<int>(before + tail.size() - known) - 1);
    const bool lastChanged = known > 0 && m_rows.back() != tail.front();
    if (known > 0)
        m_rows.back() = tail.front();
    m_rows.insert(m_rows.end(), tail.begin() + static_cast<std::ptrdiff_t>(known), tail.end());
    endInsertRows();
    if (lastChanged) {
        const auto last = index(static_cast<int>(before) - 1);
        emit dataChanged(last, last);
    }
}

void TranscriptModel::noteGone(const protocol::ChatEvent &event)
{
    if (event.type != ChatEventType::FileDeleted)
        return;
    const auto file = transcriptrows::fileOf(event);
    m_goneFiles.insert(file);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].fileId != file || !m_rows[at].isFile())
            continue;
        m_rows[at].isGone = true;
        const auto changed = index(static_cast<int>(at));
        emit dataChanged(changed, changed);
    }
}

void TranscriptModel::matchUnsent(const protocol::ChatEvent &event)
{
    if (m_own == 0 || event.type == ChatEventType::FileUploaded || event.from.participantId != m_own
        || !transcriptrows::isSaid(event))
        return;
    const bool isLink = event.type == ChatEventType::PushUrl;
    for (const auto &entry : m_unsent) {
        if (m_arrived.contains(entry.key))
            continue;
        if (entry.tries > 0 && entry.isLink == isLink && entry.text == event.text
            && (isLink || entry.audience == event.audience))
            m_arrived.insert(entry.key);
        return;
    }
}

std::vector<TranscriptRow> TranscriptModel::unsentRows() const
{
    std::vector<TranscriptRow> rows;
    for (const auto &entry : m_unsent) {
        if (m_arrived.contains(entry.key))
            continue;
        rows.push_back(transcriptrows::fromUnsent(entry, m_ownName));
        rows.back().participantId = m_own;
    }
    return rows;
}

std::vector<TranscriptRow> TranscriptModel::eventRows(const protocol::ChatEvent &event)
{
    if (!transcriptrows::isShown(event))
        return {};
    std::vector<TranscriptRow> rows;
    auto row = transcriptrows::fromEvent(event, m_own);
    row.isGone = row.isFile() && m_goneFiles.contains(row.fileId);
    if (isRead(row))
        row.delivery = TranscriptRow::Delivery::Read;
    if (!m_hasNewLine && m_newFrom > 0 && row.index >= m_newFrom && !row.isMine
        && row.kind == TranscriptRow::Kind::Message) {
        TranscriptRow line;
        line.kind = TranscriptRow::Kind::New;
        line.timeMs = row.timeMs;
        rows.push_back(line);
        m_hasNewLine = true;
    }
    rows.push_back(std::move(row));
    return rows;
}

} // namespace tandem
