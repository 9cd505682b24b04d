// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/tracepanel.h"

#include "models/strategysessions.h"
#include "models/strategytrace.h"
#include "models/text.h"
#include "strategies/stepdetails.h"
#include "strategies/strategycells.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tandem {

namespace {

StrategyCells::Row stepRow(const QModelIndex &index)
{
    using Model = StrategyTraceModel;
    const auto time = index.data(Model::TimeRole).toString();
    const auto what = index.data(Model::WhatRole).toString();
    const auto number = index.data(Model::NumberRole).toString();
    return {QStringLiteral("%1  %2").arg(number, index.data(Model::EventRole).toString()),
            what.isEmpty() ? time : QStringLiteral("%1 · %2").arg(time, what),
            {},
            {},
            Colour::Accent,
            Colour::AccentSoft,
            index.data(Model::FailedRole).toBool()};
}

} // namespace

TracePanel::TracePanel(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_back(new QPushButton(tr("All sessions"), this)),
      m_title(new ElidedLabel(this)),
      m_what(new ElidedLabel(this)),
      m_first(stepButton(tr("First step"))),
      m_previous(stepButton(tr("Previous step"))),
      m_position(new QLabel(this)),
      m_next(stepButton(tr("Next step"))),
      m_last(stepButton(tr("Last step"))),
      m_list(new QListView(this)),
      m_details(new StepDetails(look, this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout(this))
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(8);
    column->addWidget(head());
    column->addWidget(m_list, 1);
    auto *line = new QFrame(whole);
    line->setProperty("surface", QStringLiteral("line"));
    column->addWidget(line);
    column->addWidget(m_details, 1);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);
    m_list->setItemDelegate(new StrategyCells(look, 2, stepRow, m_list));
    m_list->setAccessibleName(tr("Steps of the session"));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, &TracePanel::backAsked);
    connect(m_empty, &EmptyState::actionAsked, this, &TracePanel::backAsked);
    connect(m_first, &QPushButton::clicked, this, [this] { goBy(Qt::Key_Home); });
    connect(m_previous, &QPushButton::clicked, this, [this] { goBy(Qt::Key_Left); });
    connect(m_next, &QPushButton::clicked, this, [this] { goBy(Qt::Key_Right); });
    connect(m_last, &QPushButton::clicked, this, [this] { goBy(Qt::Key_End); });
    connect(&look, &Look::changed, this, &TracePanel::dress);
    dress();
}

QWidget *TracePanel::head()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_back->setProperty("role", QStringLiteral("link"));
    column->addWidget(m_back, 0, Qt::AlignLeading);
    m_title->setProperty("role", QStringLiteral("strong"));
    m_what->setProperty("role", QStringLiteral("muted"));
    column->addWidget(m_title);
    column->addWidget(m_what);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_first);
    row->addWidget(m_previous);
    m_position->setAlignment(Qt::AlignCenter);
    m_position->setProperty("role", QStringLiteral("muted"));
    row->addWidget(m_position, 1);
    row->addWidget(m_next);
    row->addWidget(m_last);
    column->addLayout(row);
    return holder;
}

QPushButton *TracePanel::stepButton(const QString &name)
{
    auto *made = new QPushButton(this);
    made->setProperty("role", QStringLiteral("toggle"));
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

void TracePanel::show(StrategyTraceModel *trace)
{
    if (m_trace)
        m_trace->disconnect(this);
    m_trace = trace;
    m_list->setModel(trace);
    if (!trace)
        return;
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (m_trace && index.isValid())
                    m_trace->setCurrent(index.row());
            });
    connect(trace, &StrategyTraceModel::loadingChanged, this, &TracePanel::refresh);
    connect(trace, &StrategyTraceModel::currentChanged, this, &TracePanel::onCurrent);
    refresh();
}

void TracePanel::refresh()
{
    if (!m_trace)
        return;
    const auto &recorded = m_trace->recorded();
    m_stack->setCurrentIndex(recorded ? 0 : 1);
    if (m_trace->loading() == StrategyTraceModel::Loading::Failed)
        m_empty->set(QStringLiteral("circle-alert"), tr("The session cannot be shown"),
                     m_trace->problem(), tr("All sessions"));
    else
        m_empty->set(QStringLiteral("history"), tr("Reading the steps …"), {});
    if (!recorded)
        return;
    const auto &session = recorded->session;
    m_title->setWhole(tr("Interaction %1").arg(toQString(session.interactionId)));
    m_what->setWhole(tr("%1 · version %2", "outcome of a session, its strategy's version")
                         .arg(StrategySessionsModel::outcomeText(session.outcome))
                         .arg(session.version));
}

void TracePanel::onCurrent()
{
    if (!m_trace)
        return;
    const int row = m_trace->current();
    const int count = m_trace->rowCount();
    m_position->setText(tr("%1 of %2", "step").arg(row + 1).arg(count));
    for (auto *button : {m_first, m_previous})
        button->setEnabled(row > 0);
    for (auto *button : {m_next, m_last})
        button->setEnabled(row + 1 < count);
    m_list->setCurrentIndex(m_trace->index(row));
    m_details->set(m_trace->step());
}

void TracePanel::go(int row)
{
    if (m_trace && row >= 0 && row < m_trace->rowCount())
        m_trace->setCurrent(row);
}

bool TracePanel::goBy(int key)
{
    if (!m_trace)
        return false;
    const int now = m_trace->current();
    switch (key) {
    case Qt::Key_Left: go(now - 1); return true;
    case Qt::Key_Right: go(now + 1); return true;
    case Qt::Key_Home: go(0); return true;
    case Qt::Key_End: go(m_trace->rowCount() - 1); return true;
    default: return false;
    }
}

void TracePanel::keyPressEvent(QKeyEvent *event)
{
    if (!goBy(event->key()))
        QWidget::keyPressEvent(event);
}

bool TracePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && goBy(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void TracePanel::dress()
{
    const auto icon = [&](QPushButton *button, const char *name) {
        button->setIcon(m_look.icon(QString::fromLatin1(name), Colour::Text, 16));
    };
    icon(m_first, "chevron-first");
    icon(m_previous, "chevron-left");
    icon(m_next, "chevron-right");
    icon(m_last, "chevron-last");
    m_back->setIcon(m_look.buttonIcon(QStringLiteral("chevron-left"), Colour::Accent, 14));
    if (m_trace)
        m_details->set(m_trace->step());
}

} // namespace tandem
