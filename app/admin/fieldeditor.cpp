// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/fieldeditor.h"

#include "admin/choiceeditor.h"
#include "admin/choiceseditor.h"
#include "admin/dateeditor.h"
#include "admin/listeditor.h"
#include "admin/numbereditor.h"
#include "admin/paragrapheditor.h"
#include "admin/quantityeditor.h"
#include "admin/referenceseditor.h"
#include "admin/structeditor.h"
#include "admin/texteditor.h"
#include "admin/zoneeditor.h"
#include "widgets/restyle.h"

#include <QLabel>

namespace tandem {

FieldEditor::FieldEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
    : QWidget(parent), m_field(field), m_context(context)
{
}

void FieldEditor::setControl(QWidget *control)
{
    m_control = control;
    control->setAccessibleName(m_field.label);
    control->setAccessibleDescription(m_field.hint);
    control->setEnabled(!m_context.isReadOnly);
    setFocusProxy(control);
}

bool FieldEditor::showProblem(const QString &path, const QString &message)
{
    // A path that leads further than the field knows means the field, too.
    Q_UNUSED(path)
    if (m_control) {
        restyle(m_control, "problem", true);
        m_control->setAccessibleDescription(message);
    }
    return true;
}

void FieldEditor::clearProblem()
{
    if (!m_control)
        return;
    restyle(m_control, "problem", false);
    m_control->setAccessibleDescription(m_field.hint);
}

QLabel *FieldEditor::problemLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("wrong"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

FieldEditor *makeEditor(const FieldDescription &field, const FormContext &context, QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Text:
    case FieldKind::Expression:
    case FieldKind::Clock: return new TextEditor(field, context, parent);
    case FieldKind::Paragraph: return new ParagraphEditor(field, context, parent);
    case FieldKind::Number: return new NumberEditor(field, context, parent);
    case FieldKind::Duration:
    case FieldKind::Size: return new QuantityEditor(field, context, parent);
    case FieldKind::YesNo:
    case FieldKind::Choice:
    case FieldKind::Strategy:
    case FieldKind::Reference: return new ChoiceEditor(field, context, parent);
    case FieldKind::Choices: return new ChoicesEditor(field, context, parent);
    case FieldKind::References: return new ReferencesEditor(field, context, parent);
    case FieldKind::Date: return new DateEditor(field, context, parent);
    case FieldKind::TimeZone: return new ZoneEditor(field, context, parent);
    case FieldKind::Struct: return new StructEditor(field, context, parent);
    case FieldKind::List: return new ListEditor(field, context, parent);
    }
    return nullptr;
}

} // namespace tandem
