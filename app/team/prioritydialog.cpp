// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/prioritydialog.h"

#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int highest = 1000;

} // namespace

PriorityDialog::PriorityDialog(const Look &look, int now, int count, QWidget *parent)
    : QDialog(parent), m_number(new QSpinBox(this))
{
    setWindowTitle(tr("Priority"));
    setModal(true);
    setMinimumWidth(look.px(360));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    auto *title = new QLabel(tr("Priority of %n interaction(s)", nullptr, count), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *hint = new QLabel(tr("Higher comes first, from -1000 to 1000."), this);
    hint->setProperty("role", QStringLiteral("muted"));
    m_number->setRange(-highest, highest);
    m_number->setValue(now);
    m_number->setAccessibleName(tr("Priority"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *accept = new QPushButton(tr("Set priority"), this);
    accept->setProperty("role", QStringLiteral("primary"));
    accept->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addWidget(title);
    column->addWidget(hint);
    column->addWidget(m_number);
    column->addSpacing(6);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, [this] {
        emit chosen(m_number->value());
        QDialog::accept();
    });
    m_number->selectAll();
    m_number->setFocus();
}

} // namespace tandem
