// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/targetdialog.h"

#include "team/targetcells.h"
#include "widgets/look.h"
#include "widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

TargetDialog::TargetDialog(const Look &look, Supervision &supervision, int count, QWidget *parent)
    : QDialog(parent),
      m_lines(supervision),
      m_filter(TargetLines::SearchRole, Qt::DisplayRole, Qt::DisplayRole),
      m_search(new SearchField(look, tr("Search queues and agents"), this)),
      m_list(new QListView(this)),
      m_accept(new QPushButton(tr("Redistribute"), this))
{
    setWindowTitle(tr("Redistribute"));
    setModal(true);
    resize(look.px(440), look.px(500));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    auto *title = new QLabel(tr("Redistribute %n interaction(s)", nullptr, count), this);
    title->setProperty("role", QStringLiteral("heading"));
    m_filter.setSourceModel(&m_lines);
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new TargetCells(look, m_list));
    m_list->setAccessibleName(tr("Where to"));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto *hint = new QLabel(tr("Who handles them now gives them up."), this);
    hint->setProperty("role", QStringLiteral("small"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(hint, 1);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addWidget(title);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &TargetDialog::choose);
    connect(m_list, &QListView::doubleClicked, this, &TargetDialog::choose);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setWords(words);
        m_list->setCurrentIndex(m_filter.index(0, 0));
        m_accept->setEnabled(m_filter.rowCount() > 0);
    });
    m_search->installEventFilter(this);
    m_list->setCurrentIndex(m_filter.index(0, 0));
    m_search->setFocus();
}

bool TargetDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
    m_list->setCurrentIndex(
        m_filter.index(std::clamp(row, 0, std::max(0, m_filter.rowCount() - 1)), 0));
    return true;
}

void TargetDialog::choose()
{
    const auto index = m_filter.mapToSource(m_list->currentIndex());
    if (!index.isValid())
        return;
    emit chosen(m_lines.targetAt(index.row()));
    accept();
}

} // namespace tandem
