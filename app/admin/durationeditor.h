// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QLineEdit;

namespace tandem {

class ChoiceBox;

// A length of time: a number and its unit. Milliseconds in the value.
class DurationEditor : public FieldEditor
{
    Q_OBJECT

public:
    DurationEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QLineEdit *m_number;
    ChoiceBox *m_unit;
};

} // namespace tandem
