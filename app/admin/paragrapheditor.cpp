// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/paragrapheditor.h"

#include "widgets/look.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace tandem {

ParagraphEditor::ParagraphEditor(const FieldDescription &field, const FormContext &context,
                                 QWidget *parent)
    : FieldEditor(field, context, parent), m_text(new QPlainTextEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    m_text->setPlaceholderText(field.placeholder);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(look().px(72));
    setControl(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSilent)
            emit edited();
    });
}

QJsonValue ParagraphEditor::value() const
{
    const auto text = m_text->toPlainText();
    return text.isEmpty() && field().isOptional ? QJsonValue(QJsonValue::Undefined)
                                                : QJsonValue(text);
}

void ParagraphEditor::setValue(const QJsonValue &value)
{
    if (value.toString() == m_text->toPlainText())
        return;
    m_isSilent = true;
    m_text->setPlainText(value.toString());
    m_isSilent = false;
}

} // namespace tandem
