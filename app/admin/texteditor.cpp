// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/texteditor.h"

#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tandem {

TextEditor::TextEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_line(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    m_line->setProperty("role", QStringLiteral("form"));
    m_line->setPlaceholderText(field.placeholder);
    setControl(m_line);
    if (field.kind == FieldKind::Clock) {
        m_line->setMaximumWidth(look().px(84));
        m_line->setPlaceholderText(QStringLiteral("08:00"));
        row->addStretch();
    }
    if (field.kind == FieldKind::Expression) {
        m_line->setProperty("mono", true);
        m_line->setToolTip(field.hint);
    }
    if (field.kind == FieldKind::Id)
        m_line->setReadOnly(!context.isNew);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QJsonValue TextEditor::value() const
{
    const auto text = m_line->text();
    return text.isEmpty() && field().isOptional ? QJsonValue(QJsonValue::Undefined)
                                                : QJsonValue(text);
}

void TextEditor::setValue(const QJsonValue &value)
{
    const auto text = value.toString();
    // The cursor stays where somebody writes.
    if (text != m_line->text())
        m_line->setText(text);
}

} // namespace tandem
