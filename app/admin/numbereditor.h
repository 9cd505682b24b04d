// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QLineEdit;

namespace tandem {

// A whole number; what is no number in its range is marked and not given on.
class NumberEditor : public FieldEditor
{
    Q_OBJECT

public:
    NumberEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    std::optional<qint64> number() const;
    void onEdited();

    QLineEdit *m_line;
    QJsonValue m_value;
};

} // namespace tandem
