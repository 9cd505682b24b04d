// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/siteschema.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;

namespace tandem {

class Look;

// What the editors of a form share. Outlives them.
struct FormContext
{
    const Look &look;
    // What there is to refer to, of a kind.
    std::function<std::vector<FieldOption>(protocol::SiteKind kind)> references;
    std::function<std::vector<FieldOption>()> strategies;
    // Of an object that is there its id stays as it is.
    bool isNew = false;
    bool isReadOnly = false;
};

// One field of a form: shows a value and gives the one that was made of it. Which editor a field
// has, makeEditor knows.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    const FieldDescription &field() const { return m_field; }
    // Undefined: absent.
    virtual QJsonValue value() const = 0;
    // Without a signal.
    virtual void setValue(const QJsonValue &value) = 0;
    // What a problem at this path below the field means is marked; whether the path leads
    // somewhere.
    virtual bool showProblem(const QString &path, const QString &message);
    virtual void clearProblem();
    // Whether the editor itself says what its problem is; otherwise whoever holds it does.
    virtual bool saysProblem() const { return false; }
    // Takes the whole width of the form, below its label.
    virtual bool isWide() const { return false; }

signals:
    void edited();

protected:
    const FormContext &context() const { return m_context; }
    const Look &look() const { return m_context.look; }
    // The control that is marked, and named after the field.
    void setControl(QWidget *control);
    // Where a problem is told; hidden.
    static QLabel *problemLabel(QWidget *parent);

private:
    FieldDescription m_field;
    const FormContext &m_context;
    QWidget *m_control = nullptr;
};

FieldEditor *makeEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

} // namespace tandem
