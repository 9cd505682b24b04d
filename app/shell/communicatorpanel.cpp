// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/communicatorpanel.h"

#include "models/communicatormodel.h"
#include "models/text.h"
#include "widgets/communicatordelegate.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace tandem {

namespace {

constexpr int pageRows = 6;

int stepOf(int key)
{
    switch (key) {
    case Qt::Key_Down: return 1;
    case Qt::Key_Up: return -1;
    case Qt::Key_PageDown: return pageRows;
    case Qt::Key_PageUp: return -pageRows;
    default: return 0;
    }
}

} // namespace

CommunicatorPanel::CommunicatorPanel(const Look &look, QLineEdit *search, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_search(search),
      m_list(new QListView(this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout(this)),
      m_star(new QPushButton(this))
{
    m_list->setAccessibleName(tr("Found"));
    m_list->setItemDelegate(new CommunicatorDelegate(look, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    // The keyboard stays in the search field.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_star->setProperty("role", QStringLiteral("tool"));
    search->installEventFilter(this);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_model)
            return;
        m_model->setSearch(text);
        chooseFirst();
    });
    connect(m_list, &QListView::doubleClicked, this, &CommunicatorPanel::taken);
    connect(m_star, &QPushButton::clicked, this, [this] {
        if (m_model)
            m_model->toggleFavourite(row());
        onChosen();
    });
    connect(&look, &Look::changed, this, [this] { m_list->doItemsLayout(); });
}

void CommunicatorPanel::show(CommunicatorModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    m_chosen.clear();
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &CommunicatorPanel::onReset);
    connect(model, &QAbstractItemModel::dataChanged, this, &CommunicatorPanel::onChosen);
    connect(model, &CommunicatorModel::loadingChanged, this, &CommunicatorPanel::showEmpty);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isOwnChoice)
            m_chosen = m_list->currentIndex().data(CommunicatorModel::KeyRole).toString();
        onChosen();
    });
    onReset();
}

int CommunicatorPanel::row() const { return m_list->currentIndex().row(); }

int CommunicatorPanel::rows() const { return m_model ? m_model->rowCount() : 0; }

void CommunicatorPanel::chooseFirst()
{
    const QScopedValueRollback own(m_isOwnChoice, true);
    m_chosen.clear();
    m_list->scrollToTop();
    choose(0);
}

void CommunicatorPanel::choose(const QString &key)
{
    if (const int row = m_model ? m_model->rowOf(key) : -1; row >= 0)
        choose(row);
}

bool CommunicatorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress || !isVisible())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (const int step = stepOf(key); step != 0) {
        choose(std::clamp(row() + step, 0, std::max(0, rows() - 1)));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        emit taken();
        return true;
    }
    return false;
}

void CommunicatorPanel::choose(int row)
{
    if (m_model && row < rows())
        m_list->setCurrentIndex(m_model->index(row));
}

void CommunicatorPanel::onReset()
{
    showEmpty();
    const QScopedValueRollback own(m_isOwnChoice, true);
    choose(std::max(0, m_model->rowOf(m_chosen)));
    onChosen();
}

void CommunicatorPanel::onChosen()
{
    const auto current = m_list->currentIndex();
    const bool isFavourite = current.data(CommunicatorModel::FavouriteRole).toBool();
    const auto name = current.data(CommunicatorModel::NameRole).toString();
    m_star->setVisible(m_model && m_model->isTarget(current.row()));
    m_star->setIcon(
        m_look.icon(QStringLiteral("star"), isFavourite ? Colour::Warning : Colour::TextMuted, 16));
    m_star->setAccessibleName(isFavourite ? tr("Remove %1 from the favourites").arg(name)
                                          : tr("Add %1 to the favourites").arg(name));
    m_star->setToolTip(plainToolTip(m_star->accessibleName()));
    emit chosen();
}

void CommunicatorPanel::showEmpty()
{
    if (!m_model)
        return;
    m_stack->setCurrentIndex(rows() > 0 ? 0 : 1);
    if (m_model->loading() == CommunicatorModel::Loading::Busy)
        m_empty->set(QStringLiteral("users"), tr("Looking who is there …"), {});
    else if (m_model->loading() == CommunicatorModel::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The team cannot be shown"),
                     tr("There is no connection to the server. Try again in a moment."));
    else
        m_empty->set(QStringLiteral("search"), tr("Nothing found"),
                     tr("Nobody and nothing has a name like this."));
}

} // namespace tandem
