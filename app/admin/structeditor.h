// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

#include <QJsonObject>

class QLabel;
class QVBoxLayout;

namespace tandem {

class TickBox;

// Fields under each other, each with its name before it. An optional struct is switched on first.
class StructEditor : public FieldEditor
{
    Q_OBJECT

public:
    StructEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    bool showProblem(const QString &path, const QString &message) override;
    void clearProblem() override;
    bool saysProblem() const override { return true; }
    void focusFirst();

private:
    struct Row
    {
        FieldEditor *editor = nullptr;
        QWidget *whole = nullptr;
        QLabel *problem = nullptr;
    };

    void addRow(const FieldDescription &field);
    QWidget *labelled(FieldEditor *editor, QLabel *problem);
    void addHint(QVBoxLayout *column, const FieldDescription &field);
    QJsonObject object() const;
    void showFitting();
    void onEdited();

    bool m_isWhole; // the form itself, not a part of it
    QJsonObject m_value;
    std::vector<Row> m_rows;
    QVBoxLayout *m_column;
    TickBox *m_switch = nullptr;
    QWidget *m_content;
    QLabel *m_problem;
};

} // namespace tandem
