// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/durationeditor.h"

#include "widgets/choicebox.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace tandem {

namespace {

// Greatest first.
constexpr qint64 unitsMs[] = {86'400'000, 3'600'000, 60'000, 1000, 1};
constexpr int secondsAt = 3;

} // namespace

DurationEditor::DurationEditor(const FieldDescription &field, const FormContext &context,
                               QWidget *parent)
    : FieldEditor(field, context, parent),
      m_number(new QLineEdit(this)),
      m_unit(new ChoiceBox(context.look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_number->setProperty("role", QStringLiteral("form"));
    m_number->setPlaceholderText(field.placeholder);
    m_number->setFixedWidth(look().px(field.placeholder.isEmpty() ? 72 : 132));
    m_number->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9]{0,10}")), m_number));
    for (const auto &unit : {tr("days"), tr("hours"), tr("minutes"), tr("seconds"), tr("ms")})
        m_unit->addItem(unit);
    m_unit->setCurrentIndex(secondsAt);
    m_unit->setAccessibleName(tr("%1: unit").arg(field.label));
    m_unit->setEnabled(!context.isReadOnly);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    // "20 seconds of waiting" reads as one.
    auto *after = new QLabel(field.hint, this);
    after->setProperty("role", QStringLiteral("muted"));
    after->setWordWrap(true);
    row->addWidget(after, 1);
    setControl(m_number);
    connect(m_number, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_unit, &QComboBox::activated, this, &FieldEditor::edited);
}

QJsonValue DurationEditor::value() const
{
    if (m_number->text().isEmpty())
        return field().isOptional ? QJsonValue(QJsonValue::Undefined) : QJsonValue(qint64(0));
    return m_number->text().toLongLong() * unitsMs[m_unit->currentIndex()];
}

void DurationEditor::setValue(const QJsonValue &value)
{
    // Nothing typed counts as 0 where there must be a length, but 0 is to be read.
    if (value == this->value() && !m_number->text().isEmpty())
        return;
    if (value.isUndefined()) {
        m_number->clear();
        return;
    }
    const auto ms = value.toInteger();
    int unit = secondsAt;
    for (int i = 0; ms > 0 && i < static_cast<int>(std::size(unitsMs)); ++i) {
        if (ms % unitsMs[i] == 0) {
            unit = i;
            break;
        }
    }
    m_unit->setCurrentIndex(unit);
    m_number->setText(QString::number(ms / unitsMs[unit]));
}

} // namespace tandem
