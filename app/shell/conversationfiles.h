// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "domain/ids.h"
#include "models/transcriptrow.h"

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QPointer>

class QImage;
class QWidget;

namespace tandem {

class DeskSession;
class TransferList;
class TranscriptView;

// The files of the conversation that is shown: chosen, dropped or pasted ones go out, those of the
// transcript are saved where the agent says. None is ever opened.
class ConversationFiles : public QObject
{
    Q_OBJECT

public:
    ConversationFiles(TransferList &list, TranscriptView &transcript, QWidget *window);

    void show(DeskSession *session, InteractionId id);
    void choose(Audience audience);
    void send(const QStringList &paths, Audience audience);
    void sendPicture(const QImage &picture, Audience audience);
    void save(const TranscriptRow &row);

private:
    void refresh();
    QPixmap picture(FileId id);

    TransferList &m_list;
    TranscriptView &m_transcript;
    QWidget *m_window;
    QPointer<DeskSession> m_session;
    InteractionId m_id;
    QHash<quint64, QPixmap> m_pictures;
    QString m_folder; // where the last one was saved
};

} // namespace tandem
