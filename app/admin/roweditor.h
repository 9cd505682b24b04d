// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

#include <QJsonObject>

class QHBoxLayout;
class QLabel;

namespace tandem {

// The fields of a list's entry beside each other, in columns that stand under their names.
class RowEditor : public FieldEditor
{
    Q_OBJECT

public:
    // list: the field whose entry it is.
    RowEditor(const FieldDescription &list, const FormContext &context, QWidget *parent);

    // The line of the columns' names.
    static QWidget *names(const FieldDescription &list, const Look &look, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    bool showProblem(const QString &path, const QString &message) override;
    void clearProblem() override;
    bool saysProblem() const override { return true; }

private:
    static void place(QHBoxLayout *row, QWidget *widget, const FieldDescription &field,
                      const Look &look);

    QJsonObject m_value;
    std::vector<FieldEditor *> m_editors;
    QLabel *m_problem;
};

} // namespace tandem
