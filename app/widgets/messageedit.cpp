// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageedit.h"

#include "widgets/look.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>
#include <QUrl>

namespace tandem {

namespace {

constexpr int mostLines = 8;

} // namespace

MessageEdit::MessageEdit(const Look &look, QWidget *parent) : QTextEdit(parent), m_look(look)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameStyle(NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(2);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
}

QSize MessageEdit::sizeHint() const
{
    const auto margin = static_cast<int>(2 * document()->documentMargin());
    const int line = fontMetrics().lineSpacing();
    const int wanted = static_cast<int>(document()->size().height());
    return {m_look.px(200), std::clamp(wanted, line + margin, mostLines * line + margin)};
}

bool MessageEdit::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QTextEdit::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isControl = key->modifiers() == Qt::ControlModifier;
    const bool isEmpty = document()->isEmpty();
    // With nothing written these keys answer an offer; otherwise they edit.
    if (isControl && isEmpty && key->key() == Qt::Key_Backspace) {
        event->ignore();
        return false;
    }
    if (isControl && !isEmpty && !m_enterSends
        && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        event->accept();
        return true;
    }
    return QTextEdit::event(event);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    if (isEnter && ((m_enterSends && !isShifted && !isControl) || (!m_enterSends && isControl))) {
        emit sendAsked();
        event->accept();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const auto urls = data.urls();
    for (const auto &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasImage() || !localFiles(*source).isEmpty();
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (const auto files = localFiles(*source); !files.isEmpty())
        emit filesGiven(files);
    else if (source->hasImage() && !source->hasText())
        emit pictureGiven(source->imageData().value<QImage>());
    else
        insertPlainText(source->text());
}

void MessageEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    emit focusChanged(true);
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    emit focusChanged(false);
}

} // namespace tandem
