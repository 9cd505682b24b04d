// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/objectsview.h"

#include "admin/objectcells.h"
#include "admin/objectform.h"
#include "models/siteobjects.h"
#include "models/siteschema.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/searchfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

ObjectsView::ObjectsView(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_filter(SiteObjects::SearchRole, Qt::DisplayRole, Qt::DisplayRole),
      m_panel(new QFrame(this)),
      m_title(new QLabel(m_panel)),
      m_add(new QPushButton(m_panel)),
      m_search(new SearchField(look, tr("Search"), m_panel)),
      m_list(new QListView(m_panel)),
      m_form(new ObjectForm(look, this)),
      m_empty(new EmptyState(look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(panel());
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_empty);
    row->addWidget(holder, 1);
    connect(m_empty, &EmptyState::actionAsked, this, &ObjectsView::add);
    connect(&look, &Look::changed, this, &ObjectsView::dress);
    dress();
}

ObjectsView::~ObjectsView() = default;

QFrame *ObjectsView::panel()
{
    m_panel->setProperty("surface", QStringLiteral("left"));
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(12, 14, 12, 8);
    column->setSpacing(8);
    m_title->setProperty("role", QStringLiteral("heading"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_add);
    m_add->setText(tr("Add"));
    column->addLayout(top);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new ObjectCells(m_look, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    connect(m_add, &QPushButton::clicked, this, &ObjectsView::add);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &TableFilter::setWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ObjectsView::onCurrent);
    return m_panel;
}

void ObjectsView::show(SiteDraft *draft, Strategies *strategies)
{
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    m_filter.setSourceModel(nullptr);
    m_objects.reset();
    m_last.clear();
    m_form->show(draft, strategies);
    if (!draft)
        return;
    m_objects = std::make_unique<SiteObjects>(*draft);
    m_filter.setSourceModel(m_objects.get());
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
    m_title->setText(name);
    // Not the name alone: that is the button's beside it.
    m_list->setAccessibleName(tr("List: %1").arg(name));
    m_add->setAccessibleName(tr("Add: %1").arg(siteschema::singularName(kind)));
    m_panel->setVisible(kind != protocol::SiteKind::Rules);
    m_isSilent = true;
    m_search->clear();
    if (m_objects)
        m_objects->setKind(kind);
    m_isSilent = false;
    if (!key.isEmpty())
        m_last[kind] = key;
    refresh();
}

void ObjectsView::focusSearch() { m_search->setFocus(); }

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
    m_isSilent = true;
    const int row = m_objects->rowOf(key);
    const auto index = m_filter.mapFromSource(m_objects->index(std::max(0, row)));
    if (index.isValid() && index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
    m_isSilent = false;
    m_form->choose(m_kind, row < 0 ? QString() : key);
}

void ObjectsView::onCurrent()
{
    const auto index = m_list->currentIndex();
    if (m_isSilent || !index.isValid())
        return;
    m_last[m_kind] = index.data(SiteObjects::KeyRole).toString();
    m_form->choose(m_kind, m_last[m_kind]);
}

void ObjectsView::add()
{
    if (!m_draft || !m_draft->mayChange())
        return;
    m_search->clear();
    m_last[m_kind] = m_draft->add(m_kind, siteschema::newObject(siteschema::fieldsOf(m_kind)));
    refresh();
    m_form->focusFirst();
}

void ObjectsView::dress()
{
    m_panel->setFixedWidth(m_look.px(248));
    m_add->setIcon(m_look.buttonIcon(QStringLiteral("plus"), Colour::Text, 14));
}

} // namespace tandem
