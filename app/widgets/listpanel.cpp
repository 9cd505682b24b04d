// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/listpanel.h"

#include "widgets/look.h"
#include "widgets/searchfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

ListPanel::ListPanel(const Look &look, const QString &search, int searchRole, int width,
                     QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_width(width),
      m_filter(searchRole, searchRole, searchRole),
      m_top(new QHBoxLayout),
      m_title(new QLabel(this)),
      m_search(new SearchField(look, search, this)),
      m_list(new QListView(this))
{
    setProperty("surface", QStringLiteral("left"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 14, 12, 8);
    column->setSpacing(8);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_top->addWidget(m_title, 1);
    column->addLayout(m_top);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    m_list->setModel(&m_filter);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &TableFilter::setWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!m_isSilent && index.isValid())
                    emit chosen(index);
            });
    connect(&look, &Look::changed, this, &ListPanel::dress);
    dress();
}

void ListPanel::setTitle(const QString &title) { m_title->setText(title); }

QPushButton *ListPanel::addButton(const QString &text, const QString &icon)
{
    m_button = new QPushButton(text, this);
    m_buttonIcon = icon;
    m_top->addWidget(m_button);
    // After the title and before the field with the keyboard, too.
    setTabOrder(m_button, m_search);
    dress();
    return m_button;
}

void ListPanel::setSource(QAbstractItemModel *source) { m_filter.setSourceModel(source); }

void ListPanel::choose(const QModelIndex &sourceIndex)
{
    const auto index = m_filter.mapFromSource(sourceIndex);
    if (!index.isValid() || index == m_list->currentIndex())
        return;
    m_isSilent = true;
    m_list->setCurrentIndex(index);
    m_isSilent = false;
}

void ListPanel::clearSearch() { m_search->clear(); }

void ListPanel::focusSearch() { m_search->setFocus(); }

void ListPanel::dress()
{
    setFixedWidth(m_look.px(m_width));
    if (m_button)
        m_button->setIcon(m_look.buttonIcon(m_buttonIcon, Colour::Text, 14));
}

} // namespace tandem
