// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transferlist.h"

#include "widgets/elidedlabel.h"
#include "widgets/look.h"
#include "widgets/restyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace tandem {

using Transfer = FileTransfers::Transfer;

TransferList::TransferList(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(20, 0, 16, 8);
    m_column->setSpacing(4);
    setAccessibleName(tr("Files on their way"));
    hide();
}

void TransferList::show(const std::vector<Transfer> &transfers)
{
    std::erase_if(m_lines, [&](const Line &line) {
        const bool isGone =
            std::ranges::find(transfers, line.number, &Transfer::number) == transfers.end();
        if (isGone)
            line.whole->deleteLater();
        return isGone;
    });
    for (const auto &transfer : transfers) {
        auto line = std::ranges::find(m_lines, transfer.number, &Line::number);
        if (line == m_lines.end()) {
            m_lines.push_back(makeLine(transfer));
            line = std::prev(m_lines.end());
        }
        update(*line, transfer);
    }
    setVisible(!m_lines.empty());
}

TransferList::Line TransferList::makeLine(const Transfer &transfer)
{
    Line line;
    line.number = transfer.number;
    line.whole = new QWidget(this);
    auto *sign = new QLabel(line.whole);
    const bool isUp = transfer.direction == FileTransfers::Direction::Up;
    sign->setPixmap(m_look.pixmap(isUp ? QStringLiteral("upload") : QStringLiteral("download"),
                                  Colour::TextMuted, 14));
    line.text = new ElidedLabel(line.whole);
    line.progress = new QProgressBar(line.whole);
    line.progress->setRange(0, 100);
    line.progress->setTextVisible(false);
    line.progress->setFixedSize(m_look.px(120), m_look.px(6));
    line.progress->setAccessibleName(tr("Progress of %1").arg(transfer.name));
    line.retry = new QPushButton(tr("Try again"), line.whole);
    line.retry->setProperty("role", QStringLiteral("link"));
    auto *cancel = new QPushButton(line.whole);
    cancel->setProperty("role", QStringLiteral("tool"));
    cancel->setIcon(m_look.icon(QStringLiteral("x"), Colour::TextMuted, 14));
    cancel->setToolTip(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel %1").arg(transfer.name));
    auto *row = new QHBoxLayout(line.whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(sign);
    row->addWidget(line.text, 1);
    row->addWidget(line.progress);
    row->addWidget(line.retry);
    row->addWidget(cancel);
    m_column->addWidget(line.whole);
    const auto number = transfer.number;
    connect(line.retry, &QPushButton::clicked, this, [this, number] { emit retryAsked(number); });
    connect(cancel, &QPushButton::clicked, this, [this, number] { emit cancelAsked(number); });
    return line;
}

void TransferList::update(const Line &line, const Transfer &transfer)
{
    const bool hasFailed = transfer.hasFailed();
    restyle(line.text, "role", hasFailed ? QStringLiteral("fault") : QStringLiteral("muted"));
    line.text->setWhole(
        hasFailed ? tr("%1: %2", "file: what is wrong").arg(transfer.name, transfer.problem)
                  : transfer.name);
    line.progress->setVisible(!hasFailed);
    line.progress->setValue(transfer.percent());
    line.retry->setVisible(hasFailed);
}

} // namespace tandem
