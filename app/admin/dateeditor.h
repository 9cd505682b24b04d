// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QDateEdit;

namespace tandem {

// A day of the calendar.
class DateEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;

private:
    QDateEdit *m_date;
    bool m_isSilent = false;
};

} // namespace tandem
