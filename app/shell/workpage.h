// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "extension/extensionpoints.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QStackedLayout;

namespace tandem {

class CardList;
class ContextPanel;
class ConversationActions;
class ConversationPane;
class DeskSession;
class EmptyState;
class Look;
class OfferToast;
class Settings;

// Interactions, the current conversation, and what is known about it, side by side.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    WorkPage(const Look &look, Settings &settings, const ExtensionPoints &points,
             QWidget *parent = nullptr);

    void show(DeskSession *session);
    OfferToast *toast() const { return m_toast; }
    ConversationPane *conversation() const { return m_conversation; }
    ContextPanel *context() const { return m_context; }
    ConversationActions *actions() const { return m_actions; }
    // The next or previous conversation.
    void step(int by);

protected:
    void resizeEvent(QResizeEvent *event) override;
    using QWidget::show;

private:
    QFrame *interactionsPanel();
    void connectActions();
    void onChosen(InteractionId id);
    void showCurrent();
    void showEmpty();
    void placeToast();
    void dress();

    const Look &m_look;
    Settings &m_settings;
    QPointer<DeskSession> m_session;
    QFrame *m_panel = nullptr;
    CardList *m_cards;
    EmptyState *m_noCards;
    QStackedLayout *m_stack = nullptr;
    OfferToast *m_toast;
    ConversationPane *m_conversation;
    ContextPanel *m_context;
    ConversationActions *m_actions;
};

} // namespace tandem
