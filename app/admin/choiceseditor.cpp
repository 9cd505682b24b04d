// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/choiceseditor.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>

namespace tandem {

ChoicesEditor::ChoicesEditor(const FieldDescription &field, const FormContext &context,
                             QWidget *parent)
    : FieldEditor(field, context, parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const auto &option : field.options) {
        auto *button = new QPushButton(option.name, this);
        button->setProperty("role", QStringLiteral("toggle"));
        button->setCheckable(true);
        button->setEnabled(!context.isReadOnly);
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, &FieldEditor::edited);
    }
    row->addStretch();
    if (!m_buttons.empty())
        setFocusProxy(m_buttons.front());
}

QJsonValue ChoicesEditor::value() const
{
    QJsonArray chosen;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            chosen.append(field().options[i].code);
    }
    return chosen;
}

void ChoicesEditor::setValue(const QJsonValue &value)
{
    const auto chosen = value.toArray();
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(chosen.contains(field().options[i].code));
}

} // namespace tandem
