// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QMenu;
class QPushButton;

namespace tandem {

class Avatar;
class Conversation;
class Directory;
class ElidedLabel;
class Look;
class MenuButton;

// Above a conversation: with whom, about what, how long, who else is in it; and what can be done
// with it.
class ConversationHeader : public QFrame
{
    Q_OBJECT

public:
    explicit ConversationHeader(const Look &look, QWidget *parent = nullptr);

    void show(const Conversation *conversation, const Directory *directory);
    // Once a second.
    void tick();

signals:
    void transferAsked();
    void consultAsked();
    void conferenceAsked();
    void parkAsked();
    void releaseAsked();
    void explainAsked();
    void endAsked();

protected:
    using QFrame::show;

private:
    QPushButton *tool(const QString &name, const QString &tip, void (ConversationHeader::*asked)());
    QString others() const;
    void dress();

    const Look &m_look;
    const Conversation *m_conversation = nullptr;
    const Directory *m_directory = nullptr;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    QPushButton *m_transfer;
    QPushButton *m_consult;
    QPushButton *m_conference;
    QPushButton *m_park;
    MenuButton *m_more;
    QAction *m_release;
    QPushButton *m_end;
};

} // namespace tandem
