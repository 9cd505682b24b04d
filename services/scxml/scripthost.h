// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/scriptengine.h"

#include <QJSEngine>
#include <QObject>

#include <utility>

namespace tandem::scxml {

// Whether data, as JSON, has XML in it, which is read in another, slower way.
bool holdsXml(const QString &json);

// What the prelude asks of the session whose script is running. Scripts cannot reach it: only
// closures of the prelude hold it.
class ScriptHost : public QObject
{
    Q_OBJECT

public:
    explicit ScriptHost(QJSEngine &engine) : m_engine(engine) {}

    void setMakers(const QJSValue &event, const QJSValue &ioProcessors)
    {
        m_makeEvent = event;
        m_makeIoProcessors = ioProcessors;
    }
    // Null: none is running. Returns the one before.
    ScriptSession *enter(ScriptSession *session) { return std::exchange(m_session, session); }

    Q_INVOKABLE QJSValue event();
    Q_INVOKABLE QString sessionId() const;
    Q_INVOKABLE QString sessionName() const;
    Q_INVOKABLE QJSValue ioProcessors();
    Q_INVOKABLE bool isActive(const QString &state) const;
    // JSON of name, attributes, children and text of an XML document; empty where it is none.
    Q_INVOKABLE QString xmlParts(const QString &document) const;
    Q_INVOKABLE void declare(const QString &name, const QJSValue &value);

private:
    QJSEngine &m_engine;
    QJSValue m_makeEvent;
    QJSValue m_makeIoProcessors;
    ScriptSession *m_session = nullptr;
};

} // namespace tandem::scxml
