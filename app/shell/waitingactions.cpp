// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/waitingactions.h"

#include "models/desksession.h"
#include "models/text.h"
#include "shell/prioritydialog.h"
#include "shell/targetdialog.h"
#include "widgets/confirmation.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

WaitingActions::WaitingActions(const Look &look, Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_settings(settings),
      m_count(new ElidedLabel(this)),
      m_all(new QPushButton(this)),
      m_why(button(tr("Why here?"), "route", &WaitingActions::explain)),
      m_done(button(tr("Mark done"), "circle-check", &WaitingActions::markDone)),
      m_priority(button(tr("Set priority"), "flag", &WaitingActions::setPriority)),
      m_redistribute(button(tr("Redistribute"), "shuffle", &WaitingActions::redistribute)),
      m_pull(button(tr("Take it"), "arrow-down", &WaitingActions::pull))
{
    setProperty("surface", QStringLiteral("bottom"));
    m_count->setProperty("role", QStringLiteral("muted"));
    m_all->setProperty("role", QStringLiteral("link"));
    m_why->setToolTip(tr("Why was this routed so?"));
    m_pull->setProperty("role", QStringLiteral("primary"));
    m_pull->setToolTip(tr("Take the chosen one yourself (Enter)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(4);
    column->addWidget(m_all, 0, Qt::AlignLeading);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    column->addLayout(row);
    for (auto *button : {m_why, m_done, m_priority, m_redistribute, m_pull})
        row->addWidget(button);
    connect(m_all, &QPushButton::clicked, this, &WaitingActions::chooseWhole);
    connect(&look, &Look::changed, this, &WaitingActions::dress);
    dress();
    refresh();
}

QPushButton *WaitingActions::button(const QString &text, const char *icon,
                                    void (WaitingActions::*does)())
{
    auto *made = new QPushButton(text, this);
    made->setProperty("iconName", QString::fromLatin1(icon));
    connect(made, &QPushButton::clicked, this, does);
    return made;
}

void WaitingActions::show(DeskSession *session)
{
    if (m_session)
        m_session->bulk().disconnect(this);
    m_session = session;
    if (session)
        connect(&session->bulk(), &BulkOperation::changed, this, &WaitingActions::refresh);
    setChosen({}, false);
}

void WaitingActions::setChosen(std::vector<InteractionId> chosen, bool hasMore)
{
    m_isWhole = m_isWhole && hasMore;
    m_chosen = std::move(chosen);
    m_hasMore = hasMore;
    refresh();
}

bool WaitingActions::isSupervisor() const
{
    return m_session && m_session->agent().hasRole(Role::Supervisor);
}

int WaitingActions::count() const { return static_cast<int>(m_chosen.size()); }

void WaitingActions::refresh()
{
    const bool isOne = count() == 1;
    const bool isBusy = m_session && m_session->bulk().isBusy();
    m_count->setWhole(m_isWhole      ? tr("All are chosen")
                      : count() == 0 ? tr("Choose what you want to work on")
                                     : tr("%n chosen", nullptr, count()));
    m_all->setVisible(m_hasMore && !m_isWhole && isSupervisor());
    m_all->setText(tr("Choose all, those further down too"));
    for (auto *button : {m_done, m_priority, m_redistribute}) {
        button->setVisible(isSupervisor());
        button->setEnabled(count() > 0 && !isBusy);
    }
    m_pull->setVisible(m_session && m_session->agent().takesConversations());
    m_pull->setEnabled(isOne && !m_isWhole);
    m_why->setVisible(isSupervisor());
    m_why->setEnabled(isOne && !m_isWhole);
}

void WaitingActions::fill(QMenu &menu)
{
    for (auto *button : {m_pull, m_why, m_redistribute, m_priority, m_done}) {
        if (button->isHidden())
            continue;
        auto *action = menu.addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
}

void WaitingActions::chooseWhole()
{
    m_isWhole = true;
    refresh();
}

void WaitingActions::pull()
{
    if (m_session && m_pull->isEnabled() && count() == 1)
        m_session->pull(m_chosen.front());
}

void WaitingActions::explain()
{
    if (!m_session || count() != 1)
        return;
    const auto &waiting = m_session->waiting();
    for (int row = 0; row < waiting.rowCount(); ++row) {
        if (waiting.at(row)->id == m_chosen.front())
            emit explainAsked(m_chosen.front(), toQString(waiting.at(row)->contact.name));
    }
}

void WaitingActions::redistribute()
{
    if (!m_session)
        return;
    const auto title = m_isWhole ? tr("Redistribute all that wait here")
                                 : tr("Redistribute %n interaction(s)", nullptr, count());
    auto *dialog =
        new TargetDialog(m_look, *m_session, m_settings, title, TargetDialog::Note::None, window());
    const QPointer self(this);
    const auto begin = [self](const protocol::Target *target) {
        if (!self)
            return;
        protocol::InteractionBulk request;
        request.action = protocol::BulkAction::Redistribute;
        if (target)
            request.target = *target;
        self->start(std::move(request));
    };
    dialog->addWay({tr("Redistribute"),
                    tr("Whoever handles one of them now loses it; the customers keep waiting."),
                    tr("Redistribute to %1"),
                    [begin](const protocol::Target &target, const QString &) { begin(&target); }});
    dialog->addPlain(tr("By their own queues"), [begin] { begin(nullptr); });
    dialog->open(0);
}

void WaitingActions::setPriority()
{
    auto *dialog = new PriorityDialog(m_look, window());
    connect(dialog, &PriorityDialog::chosen, this, [this](int priority) {
        protocol::InteractionBulk request;
        request.action = protocol::BulkAction::SetPriority;
        request.priority = priority;
        start(std::move(request));
    });
    dialog->open();
}

void WaitingActions::markDone()
{
    const auto question = m_isWhole ? tr("Mark all that are in here done?")
                                    : tr("Mark %n interaction(s) done?", nullptr, count());
    confirm(this, m_look, question,
            tr("Nobody will work on them, and customers who wait are gone. "
               "This cannot be undone."),
            tr("Mark done"), [self = QPointer(this)] {
                if (!self)
                    return;
                protocol::InteractionBulk request;
                request.action = protocol::BulkAction::MarkDone;
                self->start(std::move(request));
            });
}

void WaitingActions::start(protocol::InteractionBulk request)
{
    if (!m_session)
        return;
    const auto source = m_session->waiting().source();
    if (m_isWhole && source) {
        if (source->kind == Source::Kind::Queue)
            request.queueId = source->id;
        else
            request.workbinId = source->id;
    } else {
        request.interactionIds = m_chosen;
    }
    m_session->bulk().start(request);
}

void WaitingActions::dress()
{
    for (auto *button : {m_why, m_done, m_priority, m_redistribute, m_pull}) {
        const auto colour = button == m_pull ? Colour::AccentText : Colour::Text;
        button->setIcon(m_look.buttonIcon(button->property("iconName").toString(), colour, 16));
        button->setIconSize(QSize(m_look.px(20), m_look.px(16)));
    }
}

} // namespace tandem
