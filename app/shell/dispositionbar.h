// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QPushButton;

namespace tandem {

class ChoiceBox;
class Conversation;
class DeskSession;
class Look;

// How it ended, with a note, and Mark done.
class DispositionBar : public QFrame
{
    Q_OBJECT

public:
    explicit DispositionBar(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void markDone();

protected:
    using QFrame::show;

private:
    void fill();
    void showCurrent();
    void refresh();
    void store();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QPointer<Conversation> m_conversation;
    ChoiceBox *m_choice;
    QLineEdit *m_note;
    QPushButton *m_done;
};

} // namespace tandem
