// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitorpane.h"

#include "widgets/look.h"
#include "widgets/valuelabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tandem::visitor {

VisitorPane::VisitorPane(const Look &look, QWidget *parent)
    : ContextPane(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(16, 14, 12, 16);
    m_column->addStretch();
    connect(&m_minute, &QTimer::timeout, this, &VisitorPane::build);
    m_minute.start(std::chrono::seconds(20));
    build();
}

void VisitorPane::show(const protocol::Interaction *interaction)
{
    m_data = interaction ? interaction->attachedData : protocol::Data();
    build();
}

void VisitorPane::build()
{
    auto fields = visitorFields(m_data, QDateTime::currentDateTimeUtc());
    if (m_body && fields == m_fields)
        return;
    m_fields = std::move(fields);
    delete m_body;
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(m_look.px(8));
    grid->setColumnMinimumWidth(0, m_look.px(88));
    grid->setColumnStretch(1, 1);
    for (const auto &field : m_fields) {
        const int row = grid->rowCount();
        auto *label = new QLabel(field.label, m_body);
        label->setProperty("role", QStringLiteral("muted"));
        label->setWordWrap(true);
        auto *value = new ValueLabel(m_look, field.label, field.value, m_body);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
    }
    if (m_fields.empty()) {
        auto *nothing =
            new QLabel(tr("The customer's page has told nothing about itself."), m_body);
        nothing->setProperty("role", QStringLiteral("muted"));
        nothing->setWordWrap(true);
        grid->addWidget(nothing, 0, 0, 1, 2);
    }
    m_column->insertWidget(0, m_body);
}

} // namespace tandem::visitor
