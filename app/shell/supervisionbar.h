// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/conversationbar.h"

namespace tandem {

class Conversation;
class Directory;

// Below the header of a conversation that one supervises: who knows of it, who sees what is
// written, and the other ways of being in it.
class SupervisionBar : public ConversationBar
{
    Q_OBJECT

public:
    explicit SupervisionBar(const Look &look, QWidget *parent = nullptr);

    // Hidden where it is no conversation that one supervises.
    void show(const Conversation *conversation, const Directory *directory);

signals:
    void monitorAsked();
    void coachAsked();
    void bargeInAsked();
    void leaveAsked();

protected:
    using QFrame::show;

private:
    QPushButton *m_monitor;
    QPushButton *m_coach;
    QPushButton *m_bargeIn;
    QPushButton *m_leave;
};

} // namespace tandem
