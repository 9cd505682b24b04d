// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/quantityeditor.h"

#include "widgets/choicebox.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace tandem {

namespace {

const std::vector<qint64> &unitsOf(FieldKind kind)
{
    static const std::vector<qint64> durations{86'400'000, 3'600'000, 60'000, 1000, 1};
    static const std::vector<qint64> sizes{1024 * 1024, 1024, 1};
    return kind == FieldKind::Size ? sizes : durations;
}

// What nothing is counted in: seconds, MiB.
int usualUnit(FieldKind kind) { return kind == FieldKind::Size ? 0 : 3; }

} // namespace

QuantityEditor::QuantityEditor(const FieldDescription &field, const FormContext &context,
                               QWidget *parent)
    : FieldEditor(field, context, parent),
      m_units(unitsOf(field.kind)),
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
    m_unit->addItems(
        field.kind == FieldKind::Size
            ? QStringList{tr("MiB"), tr("KiB"), tr("bytes")}
            : QStringList{tr("days"), tr("hours"), tr("minutes"), tr("seconds"), tr("ms")});
    m_unit->setCurrentIndex(usualUnit(field.kind));
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

QJsonValue QuantityEditor::value() const
{
    if (m_number->text().isEmpty())
        return field().isOptional ? QJsonValue(QJsonValue::Undefined) : QJsonValue(qint64(0));
    return m_number->text().toLongLong()
           * m_units[static_cast<std::size_t>(m_unit->currentIndex())];
}

void QuantityEditor::setValue(const QJsonValue &value)
{
    // Nothing typed counts as 0 where there must be a length, but 0 is to be read.
    if (value == this->value() && !m_number->text().isEmpty())
        return;
    if (value.isUndefined()) {
        m_number->clear();
        return;
    }
    const auto whole = value.toInteger();
    const auto fits = [whole](qint64 unit) { return whole > 0 && whole % unit == 0; };
    const auto found = std::ranges::find_if(m_units, fits);
    const auto unit = found == m_units.end() ? m_units.begin() + usualUnit(field().kind) : found;
    m_unit->setCurrentIndex(static_cast<int>(unit - m_units.begin()));
    m_number->setText(QString::number(whole / *unit));
}

} // namespace tandem
