// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/differenceview.h"

#include "widgets/look.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tandem {

namespace {

// What nobody reads is not laid out.
constexpr int mostRows = 400;

} // namespace

DifferenceView::DifferenceView(const Look &look, QWidget *parent)
    : QScrollArea(parent), m_look(look)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Changes"));
}

void DifferenceView::set(const std::vector<protocol::SiteChange> &changes)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_look.px(14));
    grid->setVerticalSpacing(m_look.px(5));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 3);
    int row = 0;
    int shown = 0;
    for (const auto &change : changes) {
        if (row > mostRows)
            break;
        row = addChange(grid, row, change);
        ++shown;
    }
    column->addLayout(grid);
    const int more = static_cast<int>(changes.size()) - shown;
    if (changes.empty() || more > 0) {
        auto *note = new QLabel(
            changes.empty() ? tr("Nothing changes.") : tr("And %n more.", nullptr, more), content);
        note->setProperty("role", QStringLiteral("muted"));
        column->addWidget(note);
    }
    column->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
}

int DifferenceView::addChange(QGridLayout *grid, int row, const protocol::SiteChange &change)
{
    auto *headline = new QLabel(sitedifference::headline(change), this);
    headline->setProperty("role", QStringLiteral("strong"));
    headline->setTextFormat(Qt::PlainText);
    headline->setContentsMargins(0, row > 0 ? m_look.px(12) : 0, 0, 0);
    grid->addWidget(headline, row++, 0, 1, 3);
    // What is gone is named; how it was stands in the history.
    if (!change.after)
        return row;
    for (const auto &line : sitedifference::lines(change)) {
        addCell(grid, row, 0, line.where, "muted");
        addCell(grid, row, 1, line.before, "before");
        addCell(grid, row, 2, line.after, "after");
        ++row;
    }
    return row;
}

void DifferenceView::addCell(QGridLayout *grid, int row, int column, const QString &text,
                             const char *role)
{
    // An empty cell says that there was nothing.
    auto *label = new QLabel(text.isEmpty() ? QStringLiteral("–") : text, this);
    label->setProperty("role",
                       text.isEmpty() ? QStringLiteral("muted") : QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, row, column, Qt::AlignTop);
}

} // namespace tandem
