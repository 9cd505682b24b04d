// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/scripthost.h"

#include "scxml/xmltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tandem::scxml {

namespace {

QJSValue textOrUndefined(const QString &text)
{
    return text.isNull() ? QJSValue(QJSValue::UndefinedValue) : QJSValue(text);
}

QJSValue typeName(Event::Type type)
{
    switch (type) {
    case Event::Type::Internal: return QJSValue(QStringLiteral("internal"));
    case Event::Type::External: return QJSValue(QStringLiteral("external"));
    case Event::Type::Platform: break;
    }
    return QJSValue(QStringLiteral("platform"));
}

// At most as deep as readXml() lets a document be.
QJsonArray partsOf(const Element &element)
{
    QJsonObject attributes;
    for (const auto &attribute : element.attributes)
        attributes.insert(attribute.name, attribute.value);
    QJsonArray children;
    for (const auto &child : element.children)
        children.append(partsOf(child));
    return {element.name, attributes, children, element.text};
}

} // namespace

bool holdsXml(const QString &json) { return json.contains(QStringLiteral("\"$xml\"")); }

QJSValue ScriptHost::event()
{
    const auto *event = m_session ? m_session->event() : nullptr;
    if (!event)
        return {};
    auto &object = m_session->eventObject();
    if (object.isUndefined()) {
        const auto made =
            m_makeEvent.call({QJSValue(event->name), typeName(event->type),
                              textOrUndefined(event->sendId), textOrUndefined(event->origin),
                              textOrUndefined(event->originType), textOrUndefined(event->invokeId),
                              textOrUndefined(event->data), holdsXml(event->data)});
        if (made.isError()) // interrupted; what asked ends with its next step
            return made;
        object = made;
    }
    return object;
}

QString ScriptHost::sessionId() const { return m_session ? m_session->sessionId() : QString(); }

QString ScriptHost::sessionName() const { return m_session ? m_session->sessionName() : QString(); }

QJSValue ScriptHost::ioProcessors()
{
    if (!m_session)
        return {};
    auto &object = m_session->ioProcessorsObject();
    if (object.isUndefined()) {
        const auto made = m_makeIoProcessors.call({QStringLiteral("#_scxml_") + sessionId()});
        if (made.isError())
            return made;
        object = made;
    }
    return object;
}

bool ScriptHost::isActive(const QString &state) const
{
    return m_session && m_session->isActive(state);
}

QString ScriptHost::xmlParts(const QString &document) const
{
    const auto root = readXml(document.toUtf8());
    return root ? QString::fromUtf8(QJsonDocument(partsOf(*root)).toJson(QJsonDocument::Compact))
                : QString();
}

void ScriptHost::declare(const QString &name, const QJSValue &value)
{
    if (m_session)
        m_session->data().setProperty(name, value);
}

} // namespace tandem::scxml
