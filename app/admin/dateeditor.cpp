// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/dateeditor.h"

#include "widgets/look.h"

#include <QDateEdit>
#include <QHBoxLayout>

namespace tandem {

DateEditor::DateEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_date(new QDateEdit(QDate::currentDate(), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_date);
    row->addStretch();
    m_date->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_date->setMinimumWidth(look().px(120));
    setControl(m_date);
    connect(m_date, &QDateEdit::dateChanged, this, [this] {
        if (!m_isSilent)
            emit edited();
    });
}

QJsonValue DateEditor::value() const { return m_date->date().toString(Qt::ISODate); }

void DateEditor::setValue(const QJsonValue &value)
{
    const auto date = QDate::fromString(value.toString(), Qt::ISODate);
    m_isSilent = true;
    m_date->setDate(date.isValid() ? date : QDate::currentDate());
    m_isSilent = false;
}

} // namespace tandem
