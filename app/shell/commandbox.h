// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "models/communicatormodel.h"
#include "shell/conversationactions.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tandem {

class CommunicatorPanel;
class DeskSession;
class Look;
class Overlay;
class Settings;

// The field across the top that finds everything (Ctrl+K), with the team communicator below it.
class CommandBox : public QFrame
{
    Q_OBJECT

public:
    using Way = ConversationActions::Way;

    CommandBox(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    // Asked each time when the box opens.
    void setCommands(std::function<std::vector<Command>()> commands);
    void open();

signals:
    // key: of CommunicatorModel.
    void handOverAsked(tandem::ConversationActions::Way way, const QString &key);
    void queueAsked(const QString &queueId);
    void conversationAsked(tandem::InteractionId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    using QFrame::show;

private:
    void buildOverlay();
    void openList();
    void onDismissed(bool hadKeyboard);
    void onChosen();
    void take();
    void handOver(Way way);
    void openChosen();
    bool hasConversation() const;
    void dress();

    const Look &m_look;
    Settings &m_settings;
    QPointer<DeskSession> m_session;
    CommunicatorModel *m_model = nullptr;
    std::function<std::vector<Command>()> m_commands;
    QLineEdit *m_search;
    QLabel *m_keys;
    Overlay *m_overlay = nullptr;
    CommunicatorPanel *m_panel = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_open = nullptr;
    std::array<QPushButton *, 3> m_ways{};
    QPointer<QWidget> m_before; // had the keyboard
    QTimer m_poll;
};

} // namespace tandem
