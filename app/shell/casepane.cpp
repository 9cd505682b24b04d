// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/casepane.h"

#include "domain/limits.h"
#include "models/text.h"
#include "widgets/look.h"
#include "widgets/valuelabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

CasePane::CasePane(const Look &look, MayEdit mayEdit, Save save, QWidget *parent)
    : ContextPane(parent),
      m_look(look),
      m_mayEdit(std::move(mayEdit)),
      m_save(std::move(save)),
      m_edit(new QPushButton(tr("Edit"), this)),
      m_saveButton(new QPushButton(tr("Save"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_column(new QVBoxLayout(this))
{
    auto *heading = new QLabel(tr("Case data"), this);
    heading->setProperty("role", QStringLiteral("section"));
    m_edit->setAccessibleName(tr("Edit case data"));
    m_saveButton->setAccessibleName(tr("Save case data"));
    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    for (auto *button : {m_edit, m_cancel, m_saveButton}) {
        button->setProperty("role", QStringLiteral("link"));
        head->addWidget(button);
    }
    m_column->setContentsMargins(16, 10, 12, 16);
    m_column->setSpacing(6);
    m_column->addLayout(head);
    m_column->addStretch();
    connect(m_edit, &QPushButton::clicked, this, &CasePane::startEditing);
    connect(m_cancel, &QPushButton::clicked, this, &CasePane::stopEditing);
    connect(m_saveButton, &QPushButton::clicked, this, &CasePane::save);
    connect(&look, &Look::changed, this, &CasePane::build);
    build();
}

void CasePane::show(const protocol::Interaction *interaction)
{
    const auto id = interaction ? interaction->id : InteractionId{};
    const auto fields = interaction ? caseFields(*interaction) : std::vector<CaseField>();
    const bool isSame = id == m_id && fields == m_fields;
    const bool staysInEditing = id == m_id && m_isEditing;
    m_id = id;
    m_canEdit = interaction && m_mayEdit(id);
    m_fields = fields;
    if (isSame || staysInEditing)
        return;
    m_isEditing = false;
    build();
}

void CasePane::build()
{
    delete m_body;
    m_edits.clear();
    m_newKey = m_newValue = nullptr;
    m_body = new QWidget(this);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(m_look.px(8));
    m_grid->setColumnMinimumWidth(0, m_look.px(88));
    m_grid->setColumnStretch(1, 1);
    for (const auto &field : m_fields)
        addRow(field);
    if (m_isEditing)
        addNewRow();
    m_column->insertWidget(1, m_body);
    m_edit->setVisible(!m_isEditing && m_canEdit);
    m_saveButton->setVisible(m_isEditing);
    m_cancel->setVisible(m_isEditing);
}

void CasePane::addRow(const CaseField &field)
{
    const int row = m_grid->rowCount();
    auto *label = new QLabel(field.label, m_body);
    label->setProperty("role", QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    if (m_isEditing && !field.key.isEmpty()) {
        auto *edit = new QLineEdit(field.value, m_body);
        edit->setAccessibleName(field.label);
        edit->setMaxLength(static_cast<int>(limits::dataValue));
        label->setBuddy(edit);
        m_grid->addWidget(edit, row, 1);
        m_edits.push_back({field, edit});
        return;
    }
    m_grid->addWidget(new ValueLabel(m_look, field.label, field.value, m_body), row, 1);
}

void CasePane::addNewRow()
{
    const int row = m_grid->rowCount();
    m_newKey = new QLineEdit(m_body);
    m_newKey->setPlaceholderText(tr("New"));
    m_newKey->setAccessibleName(tr("Name of the new data"));
    m_newKey->setMaxLength(static_cast<int>(limits::shortText));
    m_newValue = new QLineEdit(m_body);
    m_newValue->setPlaceholderText(tr("Value"));
    m_newValue->setAccessibleName(tr("Value of the new data"));
    m_newValue->setMaxLength(static_cast<int>(limits::dataValue));
    m_grid->addWidget(m_newKey, row, 0);
    m_grid->addWidget(m_newValue, row, 1);
}

void CasePane::startEditing()
{
    m_isEditing = true;
    build();
    (m_edits.empty() ? m_newKey : m_edits.front().value)->setFocus();
}

void CasePane::save()
{
    protocol::Data set;
    std::vector<std::string> remove;
    for (const auto &edit : m_edits) {
        const auto value = edit.value->text().trimmed();
        const auto key = toUtf8(edit.field.key);
        if (value.isEmpty())
            remove.push_back(key);
        else if (value != edit.field.value)
            set[key] = toUtf8(value);
    }
    const auto newKey = toUtf8(m_newKey->text().trimmed());
    if (!newKey.empty() && !m_newValue->text().trimmed().isEmpty())
        set[newKey] = toUtf8(m_newValue->text().trimmed());
    if (!set.empty() || !remove.empty())
        m_save(m_id, set, remove);
    stopEditing();
}

void CasePane::stopEditing()
{
    m_isEditing = false;
    build();
    m_edit->setFocus();
}

} // namespace tandem
