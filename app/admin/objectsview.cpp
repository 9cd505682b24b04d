// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/objectsview.h"

#include "admin/objectcells.h"
#include "admin/objectform.h"
#include "models/siteobjects.h"
#include "models/siteschema.h"
#include "widgets/emptystate.h"
#include "widgets/listpanel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

namespace {

constexpr int objectsWidth = 248;

} // namespace

ObjectsView::ObjectsView(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_panel(new ListPanel(look, tr("Search"), SiteObjects::SearchRole, objectsWidth, this)),
      m_add(m_panel->addButton(tr("Add"), QStringLiteral("plus"))),
      m_form(new ObjectForm(look, this)),
      m_empty(new EmptyState(look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_panel->list()->setItemDelegate(new ObjectCells(look, m_panel->list()));
    row->addWidget(m_panel);
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_empty);
    row->addWidget(holder, 1);
    connect(m_panel, &ListPanel::chosen, this, &ObjectsView::onChosen);
    connect(m_add, &QPushButton::clicked, this, &ObjectsView::add);
    connect(m_empty, &EmptyState::actionAsked, this, &ObjectsView::add);
}

ObjectsView::~ObjectsView() = default;

void ObjectsView::show(SiteDraft *draft, Strategies *strategies)
{
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    m_panel->setSource(nullptr);
    m_objects.reset();
    m_last.clear();
    m_form->show(draft, strategies);
    if (!draft)
        return;
    m_objects = std::make_unique<SiteObjects>(*draft);
    m_panel->setSource(m_objects.get());
    m_add->setVisible(draft->mayChange());
    connect(draft, &SiteDraft::changed, this, &ObjectsView::refresh);
    connect(draft, &SiteDraft::keyChanged, this,
            [this](protocol::SiteKind kind, const QString &from, const QString &to) {
                if (m_last[kind] == from)
                    m_last[kind] = to;
            });
    choose(m_kind);
}

void ObjectsView::choose(protocol::SiteKind kind, const QString &key)
{
    m_kind = kind;
    const auto name = siteschema::pluralName(kind);
    m_panel->setTitle(name);
    // Not the name alone: that is the button's beside it.
    m_panel->list()->setAccessibleName(tr("List: %1").arg(name));
    m_add->setAccessibleName(tr("Add: %1").arg(siteschema::singularName(kind)));
    m_panel->setVisible(kind != protocol::SiteKind::Rules);
    m_panel->clearSearch();
    if (m_objects)
        m_objects->setKind(kind);
    if (!key.isEmpty())
        m_last[kind] = key;
    refresh();
}

void ObjectsView::focusSearch() { m_panel->focusSearch(); }

void ObjectsView::refresh()
{
    if (!m_objects || !m_draft)
        return;
    auto &last = m_last[m_kind];
    if (m_objects->rowOf(last) < 0)
        last = m_objects->index(0).data(SiteObjects::KeyRole).toString();
    select(last);
    const bool hasAny = m_objects->rowCount() > 0;
    m_stack->setCurrentIndex(hasAny ? 0 : 1);
    m_empty->set(QStringLiteral("layers"),
                 tr("No %1 yet", "objects of a kind").arg(siteschema::pluralName(m_kind)),
                 siteschema::purpose(m_kind),
                 m_draft->mayChange() ? tr("Add the first one") : QString());
}

void ObjectsView::select(const QString &key)
{
    const int row = m_objects->rowOf(key);
    m_panel->choose(m_objects->index(std::max(0, row)));
    m_form->choose(m_kind, row < 0 ? QString() : key);
}

void ObjectsView::onChosen(const QModelIndex &index)
{
    m_last[m_kind] = index.data(SiteObjects::KeyRole).toString();
    m_form->choose(m_kind, m_last[m_kind]);
}

void ObjectsView::add()
{
    if (!m_draft || !m_draft->mayChange())
        return;
    m_panel->clearSearch();
    m_last[m_kind] = m_draft->add(m_kind, siteschema::newObject(siteschema::fieldsOf(m_kind)));
    refresh();
    m_form->focusFirst();
}

} // namespace tandem
