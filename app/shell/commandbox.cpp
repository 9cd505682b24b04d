// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandbox.h"

#include "models/desksession.h"
#include "models/text.h"
#include "shell/communicatorpanel.h"
#include "widgets/look.h"
#include "widgets/overlay.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

namespace {

using Kind = CommunicatorModel::Kind;

constexpr int commandPollMs = 4000;

} // namespace

CommandBox::CommandBox(const Look &look, Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_settings(settings),
      m_search(new QLineEdit(this)),
      m_keys(new QLabel(m_search))
{
    m_search->setAccessibleName(tr("Search or do anything"));
    m_search->setPlaceholderText(tr("Search or do anything"));
    m_search->setToolTip(tr("Agents, queues, skills, conversations and commands (Ctrl+K)"));
    m_search->addAction(look.icon(QStringLiteral("search"), Colour::TextMuted, 16),
                        QLineEdit::LeadingPosition);
    for (auto *glass : m_search->findChildren<QToolButton *>())
        glass->setAccessibleName(tr("Search"));
    m_keys->setText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    m_keys->setProperty("role", QStringLiteral("key"));
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(0, 0, 10, 0);
    inside->addStretch();
    inside->addWidget(m_keys, 0, Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search);
    buildOverlay();
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textEdited, this, &CommandBox::openList);
    connect(&look, &Look::changed, this, &CommandBox::dress);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_model)
            m_model->refresh();
    });
    dress();
}

void CommandBox::buildOverlay()
{
    m_overlay = new Overlay(m_look, this);
    m_overlay->setAccessibleName(tr("Team communicator"));
    m_overlay->setPlace(Overlay::Place::Middle);
    m_panel = new CommunicatorPanel(m_look, m_search, m_overlay);
    m_hint = new QLabel(m_overlay);
    m_hint->setProperty("role", QStringLiteral("small"));
    m_hint->setTextFormat(Qt::PlainText);
    m_open = new QPushButton(m_overlay);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_panel->star());
    row->addWidget(m_hint, 1);
    const std::pair<Way, QString> ways[] = {{Way::Transfer, tr("Transfer …")},
                                            {Way::Consult, tr("Consult …")},
                                            {Way::Conference, tr("Conference …")}};
    for (const auto &[way, text] : ways) {
        auto *button = new QPushButton(text, m_overlay);
        row->addWidget(button);
        m_ways[static_cast<std::size_t>(way)] = button;
        connect(button, &QPushButton::clicked, this, [this, way = way] { handOver(way); });
    }
    row->addWidget(m_open);
    auto *column = new QVBoxLayout(m_overlay);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_panel, 1);
    auto *line = new QFrame(m_overlay);
    line->setProperty("surface", QStringLiteral("line"));
    column->addWidget(line);
    column->addLayout(row);
    connect(m_panel, &CommunicatorPanel::chosen, this, &CommandBox::onChosen);
    connect(m_panel, &CommunicatorPanel::taken, this, &CommandBox::take);
    connect(m_open, &QPushButton::clicked, this, &CommandBox::openChosen);
    connect(m_overlay, &Overlay::dismissed, this, &CommandBox::onDismissed);
}

void CommandBox::show(DeskSession *session)
{
    m_overlay->dismiss();
    m_panel->show(nullptr);
    delete m_model;
    m_model = nullptr;
    m_session = session;
    if (!session)
        return;
    m_model =
        new CommunicatorModel(*session, m_settings, CommunicatorModel::Extent::Everything, session);
    m_panel->show(m_model);
}

void CommandBox::setCommands(std::function<std::vector<Command>()> commands)
{
    m_commands = std::move(commands);
}

void CommandBox::open()
{
    if (!m_search->hasFocus())
        m_before = QApplication::focusWidget();
    m_search->setFocus(Qt::ShortcutFocusReason);
    openList();
}

bool CommandBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn) {
        if (static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
            QMetaObject::invokeMethod(this, &CommandBox::openList, Qt::QueuedConnection);
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && m_overlay->isOpen()) {
            m_overlay->dismiss();
            return true;
        }
        if (key == Qt::Key_Down && !m_overlay->isOpen()) {
            openList();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandBox::openList()
{
    if (!m_session || !m_model || m_overlay->isOpen())
        return;
    if (const auto *current = m_session->current())
        m_model->setMedium(current->interaction().mediaType);
    m_model->setCommands(m_commands ? m_commands() : std::vector<Command>());
    m_model->refresh();
    m_poll.start(commandPollMs);
    m_overlay->setFixedSize(std::max(width(), m_look.px(560)), m_look.px(520));
    m_overlay->openOver();
    // Tab goes from the field to what can be done with who is chosen.
    QWidget *before = m_search;
    for (QWidget *next : {static_cast<QWidget *>(m_ways[0]), static_cast<QWidget *>(m_ways[1]),
                          static_cast<QWidget *>(m_ways[2]), static_cast<QWidget *>(m_open),
                          static_cast<QWidget *>(m_panel->star())}) {
        setTabOrder(before, next);
        before = next;
    }
    m_panel->chooseFirst();
    onChosen();
}

void CommandBox::onDismissed(bool hadKeyboard)
{
    m_poll.stop();
    m_search->clear();
    if (!hadKeyboard)
        return;
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    else
        m_search->clearFocus();
}

void CommandBox::onChosen()
{
    if (!m_model)
        return;
    const int row = m_panel->row();
    const auto chosen = m_model->index(std::max(0, row));
    const auto kind = static_cast<Kind>(chosen.data(CommunicatorModel::KindRole).toInt());
    const auto name = chosen.data(CommunicatorModel::NameRole).toString();
    const bool isTarget = m_model->isTarget(row);
    const bool canTake = chosen.data(CommunicatorModel::CanTakeRole).toBool();
    const bool canGive = isTarget && canTake && hasConversation();
    for (auto *button : m_ways) {
        button->setVisible(isTarget && hasConversation());
        button->setEnabled(canGive);
    }
    const std::array<QString, 3> spoken{tr("Transfer to %1").arg(name), tr("Consult %1").arg(name),
                                        tr("Conference with %1").arg(name)};
    for (std::size_t i = 0; i < m_ways.size(); ++i)
        m_ways[i]->setAccessibleName(spoken[i]);
    m_open->setVisible(row >= 0 && (!isTarget || kind == Kind::Queue));
    m_open->setText(kind == Kind::Queue     ? tr("Show the queue")
                    : kind == Kind::Command ? tr("Do it")
                                            : tr("Open"));
    m_open->setAccessibleName(tr("%1: %2", "what is done, with what").arg(m_open->text(), name));
    m_hint->setText(row < 0 || !isTarget ? QString()
                    : !hasConversation() ? tr("No conversation to give")
                    : !canTake           ? tr("%1 is not free").arg(name)
                                         : QString());
}

void CommandBox::take()
{
    if (m_open->isVisible() && !m_ways[0]->isVisible())
        openChosen();
    else if (m_ways[0]->isVisible() && m_ways[0]->isEnabled())
        handOver(Way::Transfer);
}

void CommandBox::handOver(Way way)
{
    const auto key = m_model->index(m_panel->row()).data(CommunicatorModel::KeyRole).toString();
    m_overlay->dismiss();
    emit handOverAsked(way, key);
}

void CommandBox::openChosen()
{
    const int row = m_panel->row();
    const auto target = m_model->targetAt(row);
    const auto conversation = m_model->conversationAt(row);
    // The command sees the window as it is without the box.
    const auto run = m_model->commandAt(row);
    m_overlay->dismiss();
    if (target.queueId)
        emit queueAsked(toQString(*target.queueId));
    else if (conversation)
        emit conversationAsked(conversation);
    else if (run)
        run();
}

bool CommandBox::hasConversation() const
{
    const auto *current = m_session ? m_session->current() : nullptr;
    return current && current->isOpen() && current->part() == Conversation::Part::Owner
           && !current->consulted();
}

void CommandBox::dress()
{
    m_search->setTextMargins(0, 0, m_keys->sizeHint().width(), 0);
    setMaximumWidth(m_look.px(420));
    setMinimumWidth(m_look.px(160));
}

} // namespace tandem
