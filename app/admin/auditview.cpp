// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/auditview.h"

#include "admin/auditcells.h"
#include "admin/differencedialog.h"
#include "admin/differenceview.h"
#include "models/sitehistory.h"
#include "widgets/emptystate.h"
#include "widgets/listpanel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

namespace {

constexpr int auditWidth = 340;

} // namespace

AuditView::AuditView(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_panel(new ListPanel(look, tr("Search in what is loaded"), SiteHistory::SearchRole,
                            auditWidth, this)),
      m_title(new QLabel(this)),
      m_what(new QLabel(this)),
      m_undo(new QPushButton(tr("Undo …"), this)),
      m_difference(new DifferenceView(look, this)),
      m_empty(new EmptyState(look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_panel->setTitle(tr("Audit"));
    m_panel->list()->setItemDelegate(new AuditCells(look, m_panel->list()));
    m_panel->list()->setAccessibleName(tr("Changes of the site"));
    row->addWidget(m_panel);
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(detail());
    m_stack->addWidget(m_empty);
    row->addWidget(holder, 1);
    connect(m_panel, &ListPanel::chosen, this, &AuditView::showEntry);
    connect(m_undo, &QPushButton::clicked, this, &AuditView::undo);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_trail)
            m_trail->refresh();
    });
    connect(&look, &Look::changed, this, &AuditView::dress);
    dress();
}

QWidget *AuditView::detail()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(24, 14, 12, 12);
    column->setSpacing(12);
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setProperty("role", QStringLiteral("page"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_what->setProperty("role", QStringLiteral("muted"));
    m_what->setTextFormat(Qt::PlainText);
    words->addWidget(m_title);
    words->addWidget(m_what);
    row->addLayout(words, 1);
    row->addWidget(m_undo, 0, Qt::AlignTop);
    row->addSpacing(12);
    column->addLayout(row);
    column->addWidget(m_difference, 1);
    return holder;
}

void AuditView::show(SiteHistory *trail, bool mayUndo)
{
    if (m_trail)
        m_trail->disconnect(this);
    m_trail = trail;
    m_mayUndo = mayUndo;
    m_chosen = 0;
    m_panel->setSource(trail);
    if (!trail)
        return;
    connect(trail, &SiteHistory::loadingChanged, this, &AuditView::refresh);
    trail->setShown(isVisible());
    refresh();
}

void AuditView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_trail)
        m_trail->setShown(true);
}

void AuditView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_trail)
        m_trail->setShown(false);
}

void AuditView::refresh()
{
    if (!m_trail)
        return;
    const bool hasAny = m_trail->rowCount() > 0;
    m_stack->setCurrentIndex(hasAny ? 0 : 1);
    if (m_trail->loading() == SiteHistory::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The changes cannot be shown"),
                     m_trail->problem(), tr("Try again"));
    else if (m_trail->loading() == SiteHistory::Loading::Busy)
        m_empty->set(QStringLiteral("history"), tr("Looking who changed what …"), {});
    else
        m_empty->set(QStringLiteral("history"), tr("Nothing was changed yet"),
                     tr("Every change of the site stands here from now on."));
    // The one that was chosen, or the newest.
    const auto newest = m_trail->index(0);
    const auto found = m_trail->match(newest, SiteHistory::IdRole, m_chosen, 1, Qt::MatchExactly);
    const auto index = found.isEmpty() ? newest : found.front();
    m_panel->choose(index);
    showEntry(index);
}

void AuditView::showEntry(const QModelIndex &index)
{
    const auto *entry =
        m_trail ? m_trail->entry(index.data(SiteHistory::IdRole).toLongLong()) : nullptr;
    if (!entry)
        return;
    m_chosen = entry->auditId;
    m_title->setText(index.data(SiteHistory::WhatRole).toString());
    QStringList parts{index.data(SiteHistory::WhoRole).toString(),
                      index.data(SiteHistory::TimeRole).toString()};
    if (const auto action = index.data(SiteHistory::ActionRole).toString(); !action.isEmpty())
        parts += action;
    m_what->setText(parts.join(QStringLiteral(" · ")));
    m_undo->setVisible(m_mayUndo && SiteHistory::canUndo(*entry));
    m_difference->set(entry->changes);
    m_difference->setVisible(entry->action != "password" && entry->action != "file");
}

void AuditView::undo()
{
    if (!m_trail)
        return;
    const auto id = m_chosen;
    const auto what = m_title->text();
    m_trail->previewUndo(
        id, [self = QPointer(this), id, what](Result<SiteHistory::Changes> changes) {
            if (!self || !self->m_trail)
                return;
            if (!changes) {
                emit self->m_trail->refused(changes.error());
                return;
            }
            auto *dialog = new DifferenceDialog(self->m_look, tr("Undo: %1").arg(what),
                                                tr("This is what changes back."), *changes,
                                                tr("Undo"), self->window());
            connect(dialog, &QDialog::accepted, self, [self, id] {
                if (self->m_trail)
                    self->m_trail->undo(id);
            });
            dialog->open();
        });
}

void AuditView::dress()
{
    m_undo->setIcon(m_look.buttonIcon(QStringLiteral("undo-2"), Colour::Text, 16));
}

} // namespace tandem
