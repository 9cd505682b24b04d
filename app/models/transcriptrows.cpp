// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transcriptrows.h"

#include "models/errortext.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QCoreApplication>

namespace tandem::transcriptrows {

namespace {

struct Lines
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

constexpr qint64 groupWithinMs = 5 * 60 * 1000;

QString systemText(const protocol::ChatEvent &event)
{
    const auto who = toQString(event.from.nickname);
    const auto text = toQString(event.text.value_or(std::string()));
    switch (event.type) {
    case ChatEventType::ParticipantJoined:
        return event.from.type == ParticipantType::Client && event.index == 1
                   ? Lines::tr("%1 started the chat").arg(who)
                   : Lines::tr("%1 joined").arg(who);
    case ChatEventType::ParticipantLeft: return Lines::tr("%1 left").arg(who);
    case ChatEventType::FileDeleted: return Lines::tr("%1 deleted a file").arg(who);
    case ChatEventType::NicknameUpdated: return Lines::tr("Now called %1").arg(text);
    case ChatEventType::CustomNotice: return Lines::tr("Notice from %1: %2").arg(who, text);
    case ChatEventType::IdleAlert: return Lines::tr("The chat will be closed soon: nobody writes");
    case ChatEventType::IdleClose: return Lines::tr("The chat was closed: nobody wrote");
    default: return text;
    }
}

// The answers that the customer is offered, a line each.
QString choicesOf(const protocol::ChatEvent &event)
{
    const auto found = event.userData.find("choices");
    if (found == event.userData.end() || event.from.type == ParticipantType::Client)
        return {};
    QString lines;
    for (const auto &one : json::fromText<std::vector<std::string>>(found->second)
                               .value_or(std::vector<std::string>()))
        lines += QStringLiteral("\n\u25b8 ") + toQString(one);
    return lines;
}

QString textOf(const protocol::ChatEvent &event, const char *name)
{
    const auto found = event.userData.find(name);
    return found == event.userData.end() ? QString() : toQString(found->second);
}

void describeFile(TranscriptRow &row, const protocol::ChatEvent &event)
{
    row.fileId = fileOf(event);
    row.fileName = textOf(event, "file-name");
    row.fileSize = textOf(event, "file-size").toLongLong();
    row.hasPreview = textOf(event, "file-preview") == QStringLiteral("true");
}

bool joins(const TranscriptRow &before, const TranscriptRow &after)
{
    return before.kind == TranscriptRow::Kind::Message && after.kind == before.kind
           && before.participantId == after.participantId && before.isMine == after.isMine
           && before.audience == after.audience && after.timeMs - before.timeMs < groupWithinMs
           && before.delivery != TranscriptRow::Delivery::Failed
           && after.delivery != TranscriptRow::Delivery::Failed;
}

QDate dayOf(const TranscriptRow &row) { return timetext::local(utcFromMs(row.timeMs)).date(); }

} // namespace

TranscriptRow fromEvent(const protocol::ChatEvent &event, int own)
{
    TranscriptRow row;
    row.sender = toQString(event.from.nickname);
    row.timeMs = toMs(event.time);
    row.from = event.from.type;
    row.participantId = event.from.participantId;
    row.isMine = own != 0 && event.from.participantId == own;
    row.audience = event.audience;
    row.index = event.index.value_or(0);
    if (isSaid(event)) {
        row.isLink = event.type == ChatEventType::PushUrl;
        if (event.type == ChatEventType::FileUploaded)
            describeFile(row, event);
        row.text = toQString(event.text.value_or(std::string())) + choicesOf(event);
        row.delivery =
            row.isMine ? TranscriptRow::Delivery::Sent : TranscriptRow::Delivery::Received;
    } else {
        row.kind = TranscriptRow::Kind::System;
        row.text = systemText(event);
    }
    return row;
}

TranscriptRow fromUnsent(const Outbox::Entry &entry, const QString &sender)
{
    TranscriptRow row;
    row.text = toQString(entry.text);
    row.isLink = entry.isLink;
    row.sender = sender;
    row.timeMs = toMs(entry.writtenAt);
    row.from = ParticipantType::Agent;
    row.isMine = true;
    row.audience = entry.audience;
    row.key = entry.key;
    switch (entry.delivery) {
    case Outbox::Delivery::Waiting: row.delivery = TranscriptRow::Delivery::Waiting; break;
    case Outbox::Delivery::Sending: row.delivery = TranscriptRow::Delivery::Sending; break;
    case Outbox::Delivery::Failed:
        row.delivery = TranscriptRow::Delivery::Failed;
        row.problem = errorText(entry.error);
        break;
    }
    return row;
}

bool isSaid(const protocol::ChatEvent &event)
{
    return event.type == ChatEventType::Message || event.type == ChatEventType::PushUrl
           || event.type == ChatEventType::FileUploaded;
}

FileId fileOf(const protocol::ChatEvent &event)
{
    const auto found = event.userData.find("file-id");
    return found == event.userData.end() ? FileId{}
                                         : FileId::fromText(found->second).value_or(FileId{});
}

bool isShown(const protocol::ChatEvent &event)
{
    return event.index.has_value() && event.type != ChatEventType::TypingStarted
           && event.type != ChatEventType::TypingStopped
           && (event.type != ChatEventType::Notice || event.text);
}

void append(std::vector<TranscriptRow> &rows, TranscriptRow row)
{
    if (row.kind != TranscriptRow::Kind::New) {
        auto last = rows.rbegin();
        while (last != rows.rend() && last->kind == TranscriptRow::Kind::New)
            ++last;
        if (last == rows.rend() || dayOf(*last) != dayOf(row)) {
            TranscriptRow day;
            day.kind = TranscriptRow::Kind::Day;
            day.timeMs = row.timeMs;
            rows.push_back(day);
        }
    }
    if (!rows.empty() && joins(rows.back(), row)) {
        rows.back().endsGroup = false;
        row.startsGroup = false;
    }
    rows.push_back(std::move(row));
}

QString spoken(const TranscriptRow &row)
{
    switch (row.kind) {
    case TranscriptRow::Kind::Day: return timetext::day(dayOf(row), QDate::currentDate());
    case TranscriptRow::Kind::New: return Lines::tr("New messages");
    case TranscriptRow::Kind::System: return row.text;
    case TranscriptRow::Kind::Message: break;
    }
    if (row.isFile()) {
        const auto file = row.isGone ? Lines::tr("%1 (deleted)").arg(row.fileName) : row.fileName;
        const auto line = Lines::tr("%1 sent a file: %2").arg(row.sender, file);
        return row.text.isEmpty() ? line : line + QLatin1Char('\n') + row.text;
    }
    const auto line = row.isLink
                          ? Lines::tr("%1 sent a link: %2").arg(row.sender, row.text)
                          : Lines::tr("%1: %2", "who: what they wrote").arg(row.sender, row.text);
    return row.audience == Audience::Agents ? Lines::tr("%1 (only agents see this)").arg(line)
                                            : line;
}

} // namespace tandem::transcriptrows
