// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QPlainTextEdit;

namespace tandem {

// A text of some lines.
class ParagraphEditor : public FieldEditor
{
    Q_OBJECT

public:
    ParagraphEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QPlainTextEdit *m_text;
    bool m_isSilent = false;
};

} // namespace tandem
