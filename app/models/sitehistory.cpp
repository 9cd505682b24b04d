// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitehistory.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/sitedifference.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>

namespace tandem {

namespace {

bool isRefusedFile(const protocol::AuditEntry &entry)
{
    return entry.action == "file" && !entry.changes.empty();
}

} // namespace

SiteHistory::SiteHistory(ServiceLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link)
{
    connect(&link, &ServiceLink::factArrived, this, [this](const protocol::Fact &fact) {
        if (m_isShown && std::holds_alternative<protocol::SiteChanged>(fact))
            refresh();
    });
    connect(&link, &ServiceLink::stateChanged, this, [this](ServiceLink::State state) {
        if (m_isShown && state == ServiceLink::State::Connected)
            refresh();
    });
}

int SiteHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SiteHistory::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &entry = m_entries[static_cast<std::size_t>(index.row())];
    const auto time = QLocale().toString(timetext::local(entry.time), QLocale::ShortFormat);
    switch (role) {
    case Qt::DisplayRole:
    case WhatRole: return whatText(entry);
    case IdRole: return static_cast<qlonglong>(entry.auditId);
    case TimeRole: return time;
    case WhoRole: return toQString(entry.userName);
    case ActionRole: return actionText(entry);
    case UndoneRole: return entry.undoneBy.has_value();
    case SearchRole:
    case Qt::AccessibleTextRole: {
        const QStringList parts{whatText(entry), toQString(entry.userName), time,
                                actionText(entry)};
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QString SiteHistory::whatText(const protocol::AuditEntry &entry) const
{
    if (entry.action == "password") {
        const auto who = entry.changes.empty() ? std::string() : entry.changes.front().id;
        return tr("Password of %1 set").arg(toQString(who));
    }
    if (isRefusedFile(entry)) {
        const auto found = entry.changes.front().after.value_or("");
        return tr("A file was refused: %1")
            .arg(toQString(json::fromText<std::string>(found).value_or(found)));
    }
    return sitedifference::summary(entry.changes);
}

QString SiteHistory::actionText(const protocol::AuditEntry &entry) const
{
    if (entry.undoneBy)
        return tr("Undone");
    if (entry.action == "undo")
        return tr("Undo of an earlier change");
    return entry.action == "import" ? tr("Import") : QString();
}

bool SiteHistory::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_loading == Loading::Idle;
}

void SiteHistory::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next);
}

void SiteHistory::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) != isShown && isShown)
        refresh();
}

void SiteHistory::refresh() { ask({}); }

void SiteHistory::ask(std::optional<std::int64_t> before)
{
    m_loading = Loading::Busy;
    emit loadingChanged();
    m_link.ask(
        protocol::AdminAudit{before, {}}, [this, before](Result<protocol::AuditReply> reply) {
            m_loading = reply ? Loading::Idle : Loading::Failed;
            m_problem = reply ? QString() : errorText(reply.error());
            if (reply && before) {
                const int first = rowCount();
                beginInsertRows({}, first, first + static_cast<int>(reply->entries.size()) - 1);
                m_entries.insert(m_entries.end(), reply->entries.begin(), reply->entries.end());
                m_next = reply->next;
                endInsertRows();
            } else if (reply) {
                beginResetModel();
                m_entries = std::move(reply->entries);
                m_next = reply->next;
                endResetModel();
            }
            emit loadingChanged();
        });
}

const protocol::AuditEntry *SiteHistory::entry(std::int64_t id) const
{
    const auto found = std::ranges::find(m_entries, id, &protocol::AuditEntry::auditId);
    return found == m_entries.end() ? nullptr : &*found;
}

bool SiteHistory::canUndo(const protocol::AuditEntry &entry)
{
    return !entry.undoneBy && entry.action != "password" && !isRefusedFile(entry)
           && !entry.changes.empty();
}

void SiteHistory::previewUndo(std::int64_t id, std::function<void(Result<Changes>)> done)
{
    m_link.ask(protocol::AdminUndo{id, true},
               [done = std::move(done)](Result<protocol::ApplyReply> reply) {
                   if (reply)
                       done(std::move(reply->changes));
                   else
                       done(std::unexpected(reply.error()));
               });
}

void SiteHistory::undo(std::int64_t id)
{
    m_link.ask(protocol::AdminUndo{id, {}}, [this](Result<protocol::ApplyReply> reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        emit noticed(tr("The change is undone."));
        refresh();
    });
}

} // namespace tandem
