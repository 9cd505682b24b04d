// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/roweditor.h"

#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int numberWidth = 84;
constexpr int daysWidth = 322;
// Of the button that removes the row.
constexpr int toolWidth = 40;

} // namespace

RowEditor::RowEditor(const FieldDescription &list, const FormContext &context, QWidget *parent)
    : FieldEditor(list, context, parent), m_problem(problemLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    bool hasStretch = false;
    for (const auto &part : list.fields) {
        auto *editor = makeEditor(part, context, this);
        place(row, editor, part, look());
        hasStretch = hasStretch || editor->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        m_editors.push_back(editor);
        connect(editor, &FieldEditor::edited, this, &FieldEditor::edited);
    }
    if (!hasStretch)
        row->addStretch();
    column->addLayout(row);
    column->addWidget(m_problem);
    if (!m_editors.empty())
        setFocusProxy(m_editors.front());
}

void RowEditor::place(QHBoxLayout *row, QWidget *widget, const FieldDescription &field,
                      const Look &look)
{
    switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::Clock:
        widget->setFixedWidth(look.px(numberWidth));
        row->addWidget(widget);
        return;
    case FieldKind::Choices:
        widget->setFixedWidth(look.px(daysWidth));
        row->addWidget(widget);
        return;
    default:
        widget->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row->addWidget(widget, field.kind == FieldKind::Expression ? 5 : 3);
    }
}

QWidget *RowEditor::names(const FieldDescription &list, const Look &look, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    bool hasStretch = false;
    for (const auto &part : list.fields) {
        auto *name = new QLabel(part.label, holder);
        name->setProperty("role", QStringLiteral("small"));
        name->setToolTip(part.hint);
        place(row, name, part, look);
        hasStretch = hasStretch || name->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    }
    if (!hasStretch)
        row->addStretch();
    row->addSpacing(look.px(toolWidth));
    return holder;
}

QJsonValue RowEditor::value() const
{
    auto object = m_value;
    for (const auto *editor : m_editors) {
        const auto value = editor->value();
        if (value.isUndefined())
            object.remove(editor->field().key);
        else
            object.insert(editor->field().key, value);
    }
    return object;
}

void RowEditor::setValue(const QJsonValue &value)
{
    m_value = value.toObject();
    for (auto *editor : m_editors)
        editor->setValue(m_value.value(editor->field().key));
}

bool RowEditor::showProblem(const QString &path, const QString &message)
{
    m_problem->setText(message);
    m_problem->show();
    for (auto *editor : m_editors) {
        if (path == editor->field().key)
            editor->showProblem({}, message);
    }
    return true;
}

void RowEditor::clearProblem()
{
    m_problem->hide();
    for (auto *editor : m_editors)
        editor->clearProblem();
}

} // namespace tandem
