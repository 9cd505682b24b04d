// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcriptreader.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/text.h"
#include "models/timetext.h"
#include "models/transcriptmodel.h"
#include "protocol/chat.h"
#include "protocol/interaction.h"
#include "protocol/transcript.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

constexpr int transcriptsPage = 50;

bool isReadable(const protocol::Interaction &interaction)
{
    return interaction.state == InteractionState::Done && interaction.mediaType == "chat";
}

QString subjectOf(const protocol::Interaction &interaction)
{
    return toQString(interaction.subject.empty() ? interaction.queueName : interaction.subject);
}

} // namespace

TranscriptReader::TranscriptReader(ServiceLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link)
{
}

TranscriptReader::~TranscriptReader() = default;

int TranscriptReader::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TranscriptReader::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto time = QLocale().toString(timetext::local(row.createdAt), QLocale::ShortFormat);
    switch (role) {
    case Qt::DisplayRole:
    case ContactRole: return toQString(row.contact.name);
    case WhatRole: return subjectOf(row);
    case TimeRole: return time;
    case Qt::AccessibleTextRole:
        return QStringList{toQString(row.contact.name), subjectOf(row), time}.join(
            QStringLiteral(", "));
    default: return {};
    }
}

bool TranscriptReader::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_loading != Loading::Busy;
}

void TranscriptReader::fetchMore(const QModelIndex &) { ask(m_next); }

void TranscriptReader::search(const QString &words)
{
    m_words = words.trimmed();
    ++m_search;
    m_next.reset();
    beginResetModel();
    m_rows.clear();
    endResetModel();
    ask({});
}

void TranscriptReader::ask(std::optional<InteractionId> after)
{
    protocol::InteractionList request;
    request.scope = protocol::Scope::All;
    request.filter = toUtf8(m_words);
    request.limit = transcriptsPage;
    request.after = after;
    m_loading = Loading::Busy;
    emit loadingChanged();
    m_link.ask(request, [self = QPointer(this),
                         search = m_search](Result<protocol::InteractionListReply> reply) {
        if (!self || self->m_search != search)
            return;
        if (!reply) {
            self->m_loading = Loading::Failed;
            self->m_problem = errorText(reply.error());
            emit self->loadingChanged();
            return;
        }
        auto &page = reply->interactions;
        std::erase_if(page, [](const auto &one) { return !isReadable(one); });
        self->m_next = reply->next;
        if (page.empty() && self->m_next)
            return self->ask(self->m_next);
        if (!page.empty()) {
            const auto before = self->rowCount();
            self->beginInsertRows({}, before, before + static_cast<int>(page.size()) - 1);
            std::ranges::move(page, std::back_inserter(self->m_rows));
            self->endInsertRows();
        }
        self->m_loading = Loading::Idle;
        emit self->loadingChanged();
    });
}

void TranscriptReader::open(int row)
{
    m_current = m_rows[static_cast<std::size_t>(row)];
    m_transcript.reset();
    m_coming.reset();
    read(1);
    emit transcriptChanged();
}

void TranscriptReader::close()
{
    ++m_reading;
    m_isReading = false;
    m_current.reset();
    m_transcript.reset();
    emit transcriptChanged();
}

// What is shown stays until all of the new has come.
void TranscriptReader::read(int from)
{
    m_isReading = true;
    if (!m_coming || from == 1)
        m_coming = std::make_unique<TranscriptModel>();
    m_link.ask(protocol::ChatTranscript{m_current->id, from},
               [self = QPointer(this),
                reading = ++m_reading](Result<protocol::ChatTranscriptReply> reply) {
                   if (!self || self->m_reading != reading)
                       return;
                   if (reply && !reply->events.empty()) {
                       self->m_coming->merge(reply->events);
                       return self->read(reply->nextPosition);
                   }
                   self->m_isReading = false;
                   const auto before = std::exchange(self->m_transcript, std::move(self->m_coming));
                   emit self->transcriptChanged();
                   if (!reply)
                       emit self->refused(reply.error());
               });
}

QString TranscriptReader::textOf(int event) const
{
    if (!m_transcript)
        return {};
    const auto &events = m_transcript->events();
    const auto found = std::ranges::find(events, event, &protocol::ChatEvent::index);
    return found == events.end() ? QString() : toQString(found->text.value_or(std::string()));
}

void TranscriptReader::redact(int event, std::optional<Passage> passage, const QString &reason)
{
    if (!m_current)
        return;
    protocol::TranscriptRedact request;
    request.interactionId = m_current->id;
    request.index = event;
    request.reason = toUtf8(reason);
    if (passage) {
        request.from = passage->from;
        request.length = passage->length;
    }
    m_link.ask(request, [self = QPointer(this), id = m_current->id](auto reply) {
        if (!self)
            return;
        if (!reply) {
            emit self->refused(reply.error());
            return;
        }
        emit self->noticed(tr("It is redacted."));
        if (self->m_current && self->m_current->id == id)
            self->read(1);
    });
}

TranscriptReader::Passage TranscriptReader::passageOf(const QString &text, int begin, int end)
{
    // Characters before this place.
    const auto before = [&text](int place) {
        int characters = 0;
        int shown = 0;
        for (qsizetype at = 0; at < text.size() && shown < place;) {
            const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size();
            const bool isBreak = text[at] == QLatin1Char('\r') && at + 1 < text.size()
                                 && text[at + 1] == QLatin1Char('\n');
            at += isPair || isBreak ? 2 : 1;
            characters += isBreak ? 2 : 1;
            shown += isPair ? 2 : 1;
        }
        return characters;
    };
    const int from = before(begin);
    return {from, before(end) - from};
}

} // namespace tandem
