// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/bulkbar.h"

#include "models/bulkoperation.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

BulkBar::BulkBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop"), this)),
      m_close(new QPushButton(this)),
      m_problems(new QLabel(this))
{
    setProperty("surface", QStringLiteral("info"));
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setToolTip(tr("What was done stays done"));
    m_close->setProperty("role", QStringLiteral("tool"));
    m_close->setAccessibleName(tr("Close this notice"));
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 12, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_stop);
    row->addWidget(m_close);
    column->addLayout(row);
    column->addWidget(m_problems);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_operation)
            m_operation->cancel();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_operation)
            m_operation->dismiss();
    });
    connect(&look, &Look::changed, this, &BulkBar::refresh);
    hide();
}

void BulkBar::show(BulkOperation *operation)
{
    if (m_operation)
        m_operation->disconnect(this);
    m_operation = operation;
    if (operation)
        connect(operation, &BulkOperation::changed, this, &BulkBar::refresh);
    refresh();
}

void BulkBar::refresh()
{
    using State = BulkOperation::State;
    const auto state = m_operation ? m_operation->state() : State::None;
    setVisible(state != State::None);
    if (state == State::None)
        return;
    const bool isOver = state == State::Over;
    const bool isGood = m_operation->failed() == 0;
    m_icon->setPixmap(m_look.pixmap(!isOver  ? QStringLiteral("shuffle")
                                    : isGood ? QStringLiteral("circle-check")
                                             : QStringLiteral("circle-alert"),
                                    isGood ? Colour::Accent : Colour::Warning, 18));
    m_text->setText(m_operation->text());
    m_text->setAccessibleName(m_operation->text());
    m_progress->setVisible(!isOver);
    m_progress->setRange(0, std::max(1, m_operation->total()));
    m_progress->setValue(m_operation->finished());
    m_stop->setVisible(!isOver);
    m_stop->setEnabled(state == State::Running);
    m_close->setVisible(isOver);
    m_close->setIcon(m_look.icon(QStringLiteral("x"), Colour::TextMuted, 14));
    const auto problems = m_operation->problems().join(QLatin1Char('\n'));
    m_problems->setText(problems);
    m_problems->setVisible(isOver && !problems.isEmpty());
}

} // namespace tandem
