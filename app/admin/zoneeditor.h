// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

namespace tandem {

class ChoiceBox;

// A time zone by its IANA name, found by a part of it.
class ZoneEditor : public FieldEditor
{
    Q_OBJECT

public:
    ZoneEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    ChoiceBox *m_box;
};

} // namespace tandem
