// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/numbereditor.h"

#include "widgets/look.h"
#include "widgets/restyle.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace tandem {

NumberEditor::NumberEditor(const FieldDescription &field, const FormContext &context,
                           QWidget *parent)
    : FieldEditor(field, context, parent), m_line(new QLineEdit(this)), m_value(field.lowest)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    m_line->setProperty("role", QStringLiteral("form"));
    m_line->setPlaceholderText(field.placeholder);
    m_line->setFixedWidth(look().px(field.placeholder.isEmpty() ? 84 : 160));
    m_line->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("-?[0-9]{0,15}")), m_line));
    row->addStretch();
    setControl(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &NumberEditor::onEdited);
}

QJsonValue NumberEditor::value() const { return m_value; }

std::optional<qint64> NumberEditor::number() const
{
    bool isNumber = false;
    const auto number = m_line->text().toLongLong(&isNumber);
    if (!isNumber || number < field().lowest || number > field().highest)
        return {};
    return number;
}

void NumberEditor::onEdited()
{
    const bool isAbsent = m_line->text().isEmpty() && field().isOptional;
    const auto typed = number();
    restyle(m_line, "problem", !isAbsent && !typed);
    m_line->setToolTip(
        !isAbsent && !typed
            ? tr("A whole number from %1 to %2").arg(field().lowest).arg(field().highest)
            : QString());
    if (isAbsent)
        m_value = QJsonValue::Undefined;
    else if (typed)
        m_value = *typed;
    else
        return;
    emit edited();
}

void NumberEditor::setValue(const QJsonValue &value)
{
    m_value = value;
    const auto text = value.isUndefined() ? QString() : QString::number(value.toInteger());
    const auto typed = number();
    if (typed ? !(QJsonValue(*typed) == value) : text != m_line->text())
        m_line->setText(text);
}

} // namespace tandem
