// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/structeditor.h"

#include "widgets/look.h"
#include "widgets/tickbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int labelOfForm = 150;
constexpr int labelOfPart = 104;

} // namespace

StructEditor::StructEditor(const FieldDescription &field, const FormContext &context,
                           QWidget *parent)
    : FieldEditor(field, context, parent),
      m_isWhole(field.key.isEmpty()),
      m_column(new QVBoxLayout),
      m_content(new QWidget(this)),
      m_problem(problemLabel(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(8);
    if (field.isOptional) {
        m_switch = new TickBox(look(), field.placeholder, this);
        m_switch->setEnabled(!context.isReadOnly);
        outer->addWidget(m_switch);
        connect(m_switch, &QAbstractButton::toggled, m_content, &QWidget::setVisible);
        connect(m_switch, &QAbstractButton::clicked, this, &StructEditor::onEdited);
        m_content->hide();
    }
    m_content->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(m_isWhole ? 12 : 8);
    outer->addWidget(m_content);
    outer->addWidget(m_problem);
    for (const auto &part : field.fields)
        addRow(part);
}

void StructEditor::addRow(const FieldDescription &field)
{
    if (!field.section.isEmpty()) {
        auto *section = new QLabel(field.section, m_content);
        section->setProperty("role", QStringLiteral("heading"));
        section->setContentsMargins(0, look().px(14), 0, 0);
        m_column->addWidget(section);
    }
    Row row;
    row.editor = makeEditor(field, context(), m_content);
    row.problem = problemLabel(m_content);
    row.whole = labelled(row.editor, row.problem);
    m_column->addWidget(row.whole);
    connect(row.editor, &FieldEditor::edited, this, &StructEditor::onEdited);
    m_rows.push_back(row);
}

QWidget *StructEditor::labelled(FieldEditor *editor, QLabel *problem)
{
    const auto &field = editor->field();
    auto *whole = new QWidget(m_content);
    auto *label = new QLabel(field.label, whole);
    label->setProperty("role", QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(editor);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(editor);
    column->addWidget(problem);
    addHint(column, field);
    if (editor->isWide()) {
        auto *outer = new QVBoxLayout(whole);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(4);
        outer->addWidget(label);
        outer->addLayout(column);
        return whole;
    }
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    label->setFixedWidth(look().px(m_isWhole ? labelOfForm : labelOfPart));
    // In line with the first line of what stands beside it.
    label->setContentsMargins(0, look().px(7), 0, 0);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    return whole;
}

void StructEditor::addHint(QVBoxLayout *column, const FieldDescription &field)
{
    // A length of time has its hint beside it.
    if (field.hint.isEmpty() || field.kind == FieldKind::Duration || field.kind == FieldKind::Size)
        return;
    auto *hint = new QLabel(field.hint, m_content);
    hint->setProperty("role", QStringLiteral("small"));
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    column->addWidget(hint);
}

QJsonObject StructEditor::object() const
{
    auto object = m_value;
    for (const auto &row : m_rows) {
        const auto value = row.editor->value();
        if (value.isUndefined())
            object.remove(row.editor->field().key);
        else
            object.insert(row.editor->field().key, value);
    }
    return object;
}

QJsonValue StructEditor::value() const
{
    if (m_switch && !m_switch->isChecked())
        return QJsonValue::Undefined;
    auto object = this->object();
    // What is not shown is not meant.
    for (const auto &row : m_rows) {
        const auto &field = row.editor->field();
        if (field.isOptional && !siteschema::isShown(field, object))
            object.remove(field.key);
    }
    return object;
}

void StructEditor::setValue(const QJsonValue &value)
{
    if (m_switch)
        m_switch->setChecked(value.isObject());
    m_value = value.isObject() ? value.toObject() : siteschema::newObject(field().fields);
    for (const auto &row : m_rows)
        row.editor->setValue(m_value.value(row.editor->field().key));
    showFitting();
}

bool StructEditor::showProblem(const QString &path, const QString &message)
{
    for (const auto &row : m_rows) {
        const auto &key = row.editor->field().key;
        if (!path.startsWith(key))
            continue;
        auto rest = path.mid(key.size());
        const bool isIts = rest.isEmpty() || rest.startsWith(QLatin1Char('.'))
                           || rest.startsWith(QLatin1Char('['));
        if (!isIts)
            continue;
        if (rest.startsWith(QLatin1Char('.')))
            rest.remove(0, 1);
        const bool isThere = row.editor->showProblem(rest, message);
        if (isThere && !row.editor->saysProblem()) {
            row.problem->setText(message);
            row.problem->show();
        }
        return isThere;
    }
    if (m_isWhole)
        return false;
    m_problem->setText(message);
    m_problem->show();
    return true;
}

void StructEditor::clearProblem()
{
    m_problem->hide();
    for (const auto &row : m_rows) {
        row.problem->hide();
        row.editor->clearProblem();
    }
}

void StructEditor::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().editor->setFocus();
}

void StructEditor::showFitting()
{
    const auto object = this->object();
    for (const auto &row : m_rows)
        row.whole->setVisible(siteschema::isShown(row.editor->field(), object));
}

void StructEditor::onEdited()
{
    showFitting();
    emit edited();
}

} // namespace tandem
