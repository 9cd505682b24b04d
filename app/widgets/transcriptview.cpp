// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transcriptview.h"

#include "domain/webaddress.h"
#include "models/timetext.h"
#include "models/transcriptmodel.h"
#include "models/transcriptrows.h"
#include "widgets/bubbledelegate.h"
#include "widgets/bubblelayout.h"
#include "widgets/look.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace tandem {

namespace {

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression address(QStringLiteral("https?://[^\\s<>\"]+"));
    QStringList found;
    for (auto match = address.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    return found;
}

void open(const QString &address)
{
    if (isWebAddress(address.toStdString()))
        QDesktopServices::openUrl(QUrl(address));
}

} // namespace

TranscriptView::TranscriptView(const Look &look, QWidget *parent)
    : QListView(parent),
      m_look(look),
      m_delegate(new BubbleDelegate(look, this)),
      m_jump(new QPushButton(this))
{
    setAccessibleName(tr("Transcript"));
    setItemDelegate(m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    viewport()->setAutoFillBackground(false);
    m_jump->setText(tr("Jump to latest"));
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, &TranscriptView::goToEnd);
    connect(this, &QListView::activated, this, [](const QModelIndex &index) {
        const auto row = index.data(TranscriptModel::RowRole).value<TranscriptRow>();
        if (row.isLink)
            open(row.text);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        m_sticks = isAtEnd();
        placeJump();
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TranscriptView::stayAtEnd);
    const auto dress = [this] {
        m_delegate->forget();
        m_jump->setIcon(m_look.icon(QStringLiteral("arrow-down"), Colour::TextMuted, 14));
        verticalScrollBar()->setSingleStep(m_look.px(20));
        scheduleDelayedItemsLayout();
    };
    connect(&look, &Look::changed, this, dress);
    dress();
}

void TranscriptView::show(TranscriptModel *model)
{
    m_sticks = true;
    m_delegate->forget();
    setModel(model);
    goToEnd();
}

void TranscriptView::drawPicturesWith(std::function<QPixmap(FileId)> pictures)
{
    m_delegate->drawPicturesWith(std::move(pictures));
}

void TranscriptView::offerRedaction(std::function<bool(const TranscriptRow &)> isOffered)
{
    m_isRedactable = std::move(isOffered);
}

void TranscriptView::askForFile(const QModelIndex &index)
{
    const auto row = index.data(TranscriptModel::RowRole).value<TranscriptRow>();
    if (row.isFile() && !row.isGone)
        emit fileAsked(row);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const auto index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::NoModifier
        || !index.isValid())
        return;
    const auto row = index.data(TranscriptModel::RowRole).value<TranscriptRow>();
    const auto where = visualRect(index);
    const auto layout = layoutOf(row, where.width(), m_look, layoutDirection() == Qt::LeftToRight);
    if (layout.file.contains(event->pos() - where.topLeft()))
        askForFile(index);
}

QString TranscriptView::selectedText() const
{
    auto rows = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const auto &index : std::as_const(rows)) {
        const auto row = index.data(TranscriptModel::RowRole).value<TranscriptRow>();
        const auto line = transcriptrows::spoken(row);
        lines += row.kind == TranscriptRow::Kind::Message
                     ? QStringLiteral("[%1] %2").arg(timetext::clock(utcFromMs(row.timeMs)), line)
                     : line;
    }
    return lines.join(QLatin1Char('\n'));
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const auto index = indexAt(event->pos());
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index))
        setCurrentIndex(index);
    const auto row = index.data(TranscriptModel::RowRole).value<TranscriptRow>();
    QMenu menu(this);
    menu.addAction(tr("Copy"), this, &TranscriptView::copy);
    const auto addresses = addressesIn(row.text);
    for (const auto &address : addresses) {
        // Whole, so that the agent sees where it leads before anything opens.
        menu.addAction(tr("Open in the browser: %1")
                           .arg(QString(address).replace(QLatin1Char('&'), QLatin1String("&&"))),
                       this, [address] { open(address); });
    }
    if (row.isFile() && !row.isGone)
        menu.addAction(tr("Save file …"), this, [this, row] { emit fileAsked(row); });
    if (m_isRedactable && m_isRedactable(row))
        menu.addAction(tr("Redact …"), this, [this, row] { emit redactionAsked(row); });
    if (row.delivery == TranscriptRow::Delivery::Failed) {
        menu.addAction(tr("Send again"), this, [this, row] { emit retryAsked(row.key); });
        menu.addAction(tr("Delete"), this, [this, row] { emit discardAsked(row.key); });
    }
    menu.exec(event->globalPos());
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        askForFile(currentIndex());
    QListView::keyPressEvent(event);
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    placeJump();
    stayAtEnd();
}

bool TranscriptView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - m_look.px(24);
}

void TranscriptView::goToEnd()
{
    m_sticks = true;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    placeJump();
}

void TranscriptView::stayAtEnd()
{
    if (m_sticks)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    placeJump();
}

void TranscriptView::placeJump()
{
    m_jump->setVisible(!m_sticks && verticalScrollBar()->maximum() > 0);
    const auto size = m_jump->sizeHint();
    m_jump->setGeometry((width() - size.width()) / 2, height() - size.height() - m_look.px(8),
                        size.width(), size.height());
    m_jump->raise();
}

void TranscriptView::copy() const { QGuiApplication::clipboard()->setText(selectedText()); }

} // namespace tandem
