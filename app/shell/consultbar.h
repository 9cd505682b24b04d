// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/conversationbar.h"

namespace tandem {

class Conversation;
class Directory;

// Below the header while somebody is asked in confidence: who, and what comes of it.
class ConsultBar : public ConversationBar
{
    Q_OBJECT

public:
    explicit ConsultBar(const Look &look, QWidget *parent = nullptr);

    // Hidden where nobody is asked.
    void show(const Conversation *conversation, const Directory *directory);

signals:
    void transferAsked();
    void conferenceAsked();
    void endAsked();
    void leaveAsked();

protected:
    using QFrame::show;

private:
    QPushButton *m_transfer;
    QPushButton *m_conference;
    QPushButton *m_end;
    QPushButton *m_leave;
};

} // namespace tandem
