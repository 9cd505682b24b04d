// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace tandem {

class Conversation;
class DeskSession;
class Look;
class Settings;

// What can be done with the current conversation that asks something first: to whom, where to, why.
class ConversationActions : public QObject
{
    Q_OBJECT

public:
    // How a conversation is brought to somebody else; the order is that of the dialog.
    enum class Way { Transfer, Consult, Conference };

    // over: what the dialogs stand before.
    ConversationActions(const Look &look, Settings &settings, QWidget *over);

    void show(DeskSession *session);
    // key: of CommunicatorModel, who is chosen first.
    void handOver(Way way, const QString &key = {});
    void park();
    void release();
    void explain();
    void explain(InteractionId id, const QString &contact);

signals:
    void strategySessionAsked(tandem::InteractionId id);

private:
    // The agent has it, and the conversation goes on.
    Conversation *owned() const;

    const Look &m_look;
    Settings &m_settings;
    QWidget *m_over;
    QPointer<DeskSession> m_session;
};

} // namespace tandem
