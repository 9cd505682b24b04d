// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workpage.h"

#include "models/desksession.h"
#include "models/settings.h"
#include "shell/contextpanel.h"
#include "shell/conversationactions.h"
#include "shell/conversationpane.h"
#include "widgets/cardlist.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/offertoast.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QStackedLayout>

namespace tandem {

WorkPage::WorkPage(const Look &look, Settings &settings, const ExtensionPoints &points,
                   QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_settings(settings),
      m_cards(new CardList(look)),
      m_noCards(new EmptyState(look)),
      m_toast(new OfferToast(look)),
      m_conversation(new ConversationPane(look)),
      m_context(new ContextPanel(look, points)),
      m_actions(new ConversationActions(look, settings, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(interactionsPanel());
    row->addWidget(m_conversation, 1);
    row->addWidget(m_context);
    connect(m_cards, &CardList::chosen, this, &WorkPage::onChosen);
    connectActions();
    connect(m_toast, &OfferToast::presenceChanged, this, &WorkPage::placeToast);
    const auto useSettings = [this] { m_conversation->setEnterSends(m_settings.enterSends()); };
    connect(&settings, &Settings::changed, this, useSettings);
    useSettings();
    connect(&look, &Look::changed, this, &WorkPage::dress);
    dress();
}

void WorkPage::connectActions()
{
    using Way = ConversationActions::Way;
    const auto handOver = [this](Way way) { return [this, way] { m_actions->handOver(way); }; };
    connect(m_conversation, &ConversationPane::transferAsked, m_actions, handOver(Way::Transfer));
    connect(m_conversation, &ConversationPane::consultAsked, m_actions, handOver(Way::Consult));
    connect(m_conversation, &ConversationPane::conferenceAsked, m_actions,
            handOver(Way::Conference));
    connect(m_conversation, &ConversationPane::parkAsked, m_actions, &ConversationActions::park);
    connect(m_conversation, &ConversationPane::releaseAsked, m_actions,
            &ConversationActions::release);
    connect(m_conversation, &ConversationPane::explainAsked, m_actions,
            qOverload<>(&ConversationActions::explain));
}

QFrame *WorkPage::interactionsPanel()
{
    m_panel = new QFrame(this);
    m_panel->setProperty("surface", QStringLiteral("left"));
    m_stack = new QStackedLayout(m_panel);
    m_stack->addWidget(m_cards);
    m_stack->addWidget(m_noCards);
    m_toast->setParent(m_panel);
    return m_panel;
}

void WorkPage::show(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_cards->show(session ? &session->interactions() : nullptr);
    m_toast->show(session ? &session->offers() : nullptr);
    m_actions->show(session);
    m_conversation->show(session);
    m_context->show(session);
    if (!session)
        return;
    connect(session, &DeskSession::currentChanged, this, &WorkPage::showCurrent);
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&session->interactions(), changed, this, &WorkPage::showEmpty);
    connect(&session->interactions(), &InteractionsModel::ticked, m_conversation,
            &ConversationPane::tick);
    showCurrent();
    showEmpty();
    placeToast();
}

void WorkPage::step(int by)
{
    if (!m_session)
        return;
    auto &model = m_session->interactions();
    const int rows = model.rowCount();
    for (int row =
             model.rowOf(m_session->current() ? m_session->current()->id() : InteractionId{}) + by;
         row >= 0 && row < rows; row += by) {
        if (m_session->conversation(model.idAt(row))) {
            m_session->setCurrent(model.idAt(row));
            return;
        }
    }
}

void WorkPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dress();
}

void WorkPage::onChosen(InteractionId id)
{
    if (!m_session)
        return;
    if (m_session->conversation(id)) {
        m_session->setCurrent(id);
        m_conversation->leaveParked();
        showCurrent();
        return;
    }
    if (m_session->workbin().find(id)) {
        m_conversation->showParked(id);
        m_context->hide();
        return;
    }
    // An offer: it is answered in its toast.
    showCurrent();
    m_toast->focusAccept();
}

void WorkPage::showCurrent()
{
    const auto *current = m_session ? m_session->current() : nullptr;
    m_context->setVisible(current);
    m_cards->setCurrent(current ? current->id() : InteractionId{});
    dress();
}

void WorkPage::showEmpty()
{
    const bool hasCards = m_session && m_session->interactions().rowCount() > 0;
    m_stack->setCurrentIndex(hasCards ? 0 : 1);
    m_noCards->set(QStringLiteral("inbox"), tr("No conversations"),
                   tr("Those you accept stand here."));
    m_toast->raise();
}

void WorkPage::placeToast()
{
    m_toast->setVisible(m_toast->hasOffer());
    const int margin = m_look.px(8);
    m_toast->setFixedWidth(m_panel->width() - 2 * margin - 1);
    m_toast->adjustSize();
    m_toast->move(margin, m_panel->height() - m_toast->height() - m_look.px(12));
    m_toast->raise();
}

void WorkPage::dress()
{
    const bool isNarrow = width() < m_look.px(1120);
    m_panel->setFixedWidth(m_look.px(isNarrow ? 248 : 288));
    m_context->setFixedWidth(m_look.px(isNarrow ? 288 : 328));
    if (!m_toast->graphicsEffect()) {
        auto *shadow = new QGraphicsDropShadowEffect(m_toast);
        shadow->setBlurRadius(32);
        shadow->setOffset(0, 8);
        m_toast->setGraphicsEffect(shadow);
    }
    static_cast<QGraphicsDropShadowEffect *>(m_toast->graphicsEffect())
        ->setColor(m_look[Colour::Shadow]);
    QMetaObject::invokeMethod(this, &WorkPage::placeToast, Qt::QueuedConnection);
}

} // namespace tandem
