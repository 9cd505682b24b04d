// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "domain/ids.h"
#include "models/models_export.h"

#include <QDate>
#include <QMetaType>
#include <QString>

#include <string>

namespace tandem {

// One line of a transcript as it is drawn. Value.
struct TranscriptRow
{
    enum class Kind { Day, System, Message, New };
    enum class Delivery { Received, Sent, Read, Waiting, Sending, Failed };

    Kind kind = Kind::Message;
    QString text; // a customer's is never anything but plain text
    QString sender;
    qint64 timeMs = 0; // UTC, since 1970
    ParticipantType from = ParticipantType::Client;
    int participantId = 0;
    bool isMine = false;
    bool isLink = false; // `text` is an address to open
    // A file that was sent; `text` comes with it and may be empty.
    FileId fileId;
    QString fileName;
    qint64 fileSize = 0;
    bool hasPreview = false;
    bool isGone = false; // it was taken back
    Audience audience = Audience::Everyone;
    // Messages of one person in a row are drawn as a group with one caption.
    bool startsGroup = true;
    bool endsGroup = true;
    Delivery delivery = Delivery::Received;
    QString problem; // of Failed
    int index = 0;   // of the event; 0 for none
    std::string key; // of the outbox; empty for none

    bool isFile() const { return bool(fileId); }
    bool isAgents() const { return from != ParticipantType::Client; }
    bool operator==(const TranscriptRow &) const = default;
};

} // namespace tandem

Q_DECLARE_METATYPE(tandem::TranscriptRow)
