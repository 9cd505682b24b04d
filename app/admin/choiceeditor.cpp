// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/choiceeditor.h"

#include "widgets/choicebox.h"
#include "widgets/look.h"

#include <QHBoxLayout>

namespace tandem {

ChoiceEditor::ChoiceEditor(const FieldDescription &field, const FormContext &context,
                           QWidget *parent)
    : FieldEditor(field, context, parent), m_box(new ChoiceBox(context.look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    m_box->setMinimumContentsLength(10);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setControl(m_box);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

QJsonValue ChoiceEditor::value() const
{
    const auto code = m_box->currentData().toString();
    if (field().kind == FieldKind::YesNo && !code.isEmpty())
        return code == QStringLiteral("true");
    return code.isEmpty() && field().isOptional ? QJsonValue(QJsonValue::Undefined)
                                                : QJsonValue(code);
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    fill(value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                        : value.toString());
}

void ChoiceEditor::fill(const QString &code)
{
    const bool isReference = field().kind == FieldKind::Reference;
    const auto options = isReference                           ? context().references(field().of)
                         : field().kind == FieldKind::Strategy ? context().strategies()
                                                               : field().options;
    m_box->clear();
    if (field().isOptional)
        m_box->addItem(field().placeholder.isEmpty() ? tr("None") : field().placeholder, QString());
    else if (isReference && code.isEmpty())
        m_box->addItem(tr("Choose …"), QString());
    for (const auto &option : options)
        m_box->addItem(option.name, option.code);
    int chosen = m_box->findData(code);
    // What is referred to and is not there stays visible until it is put right.
    if (chosen < 0 && !code.isEmpty()) {
        m_box->addItem(tr("%1 (is not there)").arg(code), code);
        chosen = m_box->count() - 1;
    }
    m_box->setCurrentIndex(std::max(0, chosen));
}

} // namespace tandem
