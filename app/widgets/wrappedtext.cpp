// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wrappedtext.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace tandem::wrappedtext {

namespace {

void layOut(QTextLayout &layout, int width, int lineHeight, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Each text reads in its own direction, whatever the window's is.
    const auto direction = layout.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (lineHeight - line.height()) / 2});
        y += lineHeight;
    }
    layout.endLayout();
}

QString withLines(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(QLatin1Char('\n'), QChar::LineSeparator);
}

} // namespace

QSize size(const QString &text, const QFont &font, int width, int lineHeight)
{
    QTextLayout layout(withLines(text), font);
    layOut(layout, width, lineHeight, Qt::AlignLeading);
    qreal widest = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        widest = std::max(widest, layout.lineAt(i).naturalTextWidth());
    return {static_cast<int>(std::ceil(widest)), std::max(1, layout.lineCount()) * lineHeight};
}

void paint(QPainter &painter, const QRect &where, const QString &text, const QFont &font,
           int lineHeight, Qt::Alignment alignment)
{
    QTextLayout layout(withLines(text), font);
    layOut(layout, where.width(), lineHeight, alignment);
    layout.draw(&painter, where.topLeft());
}

} // namespace tandem::wrappedtext
