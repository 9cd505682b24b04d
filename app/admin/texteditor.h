// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QLineEdit;

namespace tandem {

// A line of text: names, codes, expressions, times of the day.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QLineEdit *m_line;
};

} // namespace tandem
