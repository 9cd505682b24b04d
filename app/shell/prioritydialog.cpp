// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/prioritydialog.h"

#include "widgets/look.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int most = 1000; // as in interaction.setPriority

} // namespace

PriorityDialog::PriorityDialog(const Look &look, QWidget *parent)
    : QDialog(parent), m_priority(new QSpinBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set priority"));
    setModal(true);
    setMinimumWidth(look.px(360));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    auto *title = new QLabel(tr("Set priority"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *means = new QLabel(tr("Higher ones are offered first. Waiting raises it further, as the "
                                "queue says."),
                             this);
    means->setProperty("role", QStringLiteral("muted"));
    means->setWordWrap(true);
    m_priority->setRange(-most, most);
    m_priority->setAccessibleName(tr("Priority"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *set = new QPushButton(tr("Set priority"), this);
    set->setProperty("role", QStringLiteral("primary"));
    set->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(set);
    column->addWidget(title);
    column->addWidget(means);
    column->addWidget(m_priority);
    column->addSpacing(8);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(set, &QPushButton::clicked, this, [this] {
        accept();
        emit chosen(m_priority->value());
    });
    m_priority->selectAll();
    m_priority->setFocus();
}

} // namespace tandem
