// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace tandem {

class Avatar;
class Conversation;
class ElidedLabel;
class Look;

// Above a conversation: with whom, about what, how long; and what can be done with it.
class ConversationHeader : public QFrame
{
    Q_OBJECT

public:
    explicit ConversationHeader(const Look &look, QWidget *parent = nullptr);

    void show(const Conversation *conversation);
    // Once a second.
    void tick();

signals:
    void transferAsked();
    void endAsked();

protected:
    using QFrame::show;

private:
    void dress();

    const Look &m_look;
    const Conversation *m_conversation = nullptr;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    QPushButton *m_transfer;
    QPushButton *m_end;
};

} // namespace tandem
