// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transcriptrow.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <memory>

class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;

namespace tandem {

class ConversationFiles;
class DeskSession;
class EmptyState;
class Look;
class TranscriptReader;
class TranscriptView;
class TransferList;

// Conversations that are done, and what was said in the one that is chosen; messages of it can be
// redacted by whoever may.
class TranscriptsPane : public QFrame
{
    Q_OBJECT

public:
    explicit TranscriptsPane(const Look &look, QWidget *parent = nullptr);
    ~TranscriptsPane() override;

    void show(DeskSession *session);
    void setWords(const QString &words);
    TranscriptReader *reader() const { return m_reader.get(); }
    // The newest one.
    void openFirst();

protected:
    void showEvent(QShowEvent *event) override;
    using QFrame::show;

private:
    QWidget *left();
    QWidget *right();
    void search();
    void openCurrent();
    void refresh();
    void showTranscript();
    void refreshRedact();
    void redactCurrent();
    void redact(const TranscriptRow &row);
    bool canRedact(const TranscriptRow &row) const;
    void dress();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    std::unique_ptr<TranscriptReader> m_reader;
    QTimer m_typed;
    QString m_words;
    bool m_isAsked = false;
    QListView *m_list;
    QLabel *m_contact;
    QLabel *m_what;
    QPushButton *m_redact;
    TranscriptView *m_transcript;
    TransferList *m_transfers;
    ConversationFiles *m_files;
    InteractionId m_shown;
    EmptyState *m_empty;   // of the list
    EmptyState *m_nothing; // of the transcript
    QStackedLayout *m_listStack = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace tandem
