// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

#include <vector>

class QLineEdit;

namespace tandem {

class ChoiceBox;

// A length of time or a size: a number and its unit. Milliseconds or bytes in the value.
class QuantityEditor : public FieldEditor
{
    Q_OBJECT

public:
    QuantityEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    const std::vector<qint64> &m_units; // greatest first
    QLineEdit *m_number;
    ChoiceBox *m_unit;
};

} // namespace tandem
