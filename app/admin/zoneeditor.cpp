// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/zoneeditor.h"

#include "widgets/choicebox.h"
#include "widgets/look.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeZone>

namespace tandem {

ZoneEditor::ZoneEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_box(new ChoiceBox(context.look, this))
{
    static const QStringList zones = [] {
        QStringList names;
        for (const auto &id : QTimeZone::availableTimeZoneIds())
            names += QString::fromLatin1(id);
        return names;
    }();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch();
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->addItems(zones);
    m_box->setMinimumWidth(look().px(260));
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->lineEdit()->setProperty("role", QStringLiteral("inner"));
    m_box->lineEdit()->setAccessibleName(field.label);
    setControl(m_box);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

QJsonValue ZoneEditor::value() const { return m_box->currentText(); }

void ZoneEditor::setValue(const QJsonValue &value)
{
    if (value.toString() != m_box->currentText())
        m_box->setEditText(value.toString());
}

} // namespace tandem
