// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

namespace tandem {

class ChoiceBox;

// One of some: of the protocol's names, or of the objects of a kind.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    void fill(const QString &code);

    ChoiceBox *m_box;
};

} // namespace tandem
