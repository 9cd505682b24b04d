// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/reading.h"

#include "scxml/scripttext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    const char *element;
    const char *attributes; // "!" before what is required
};

constexpr Known knownElements[] = {
    {"scxml", "initial name version datamodel binding"},
    {"state", "id initial"},
    {"parallel", "id"},
    {"final", "id"},
    {"history", "id type"},
    {"initial", ""},
    {"transition", "event cond target type"},
    {"onentry", ""},
    {"onexit", ""},
    {"datamodel", ""},
    {"data", "!id src expr"},
    {"donedata", ""},
    {"content", "expr"},
    {"param", "!name expr location"},
    {"script", "src"},
    {"invoke", "type typeexpr src srcexpr id idlocation namelist autoforward"},
    {"finalize", ""},
    {"raise", "!event"},
    {"if", "!cond"},
    {"elseif", "!cond"},
    {"else", ""},
    {"foreach", "!array !item index"},
    {"log", "label expr"},
    {"assign", "!location expr"},
    {"send",
     "event eventexpr target targetexpr type typeexpr id idlocation delay delayexpr namelist"},
    {"cancel", "sendid sendidexpr"},
};

const QHash<QString, QStringList> &attributesOf()
{
    static const auto table = [] {
        QHash<QString, QStringList> made;
        for (const auto &[element, attributes] : knownElements)
            made.insert(QString::fromLatin1(element),
                        QString::fromLatin1(attributes).split(u' ', Qt::SkipEmptyParts));
        return made;
    }();
    return table;
}

bool isJson(const QString &text)
{
    return QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().size() == 1;
}

// $xml is a function of the engine's.
QString xmlScript(const QString &xml) { return u"$xml(%1)"_s.arg(quoted(xml)); }

} // namespace

bool isScxml(const Element &element, QStringView name)
{
    return element.space == scxmlNamespace && element.name == name;
}

void Reading::refuse(Position at, const QString &message) { m_findings.append({at, message}); }

void Reading::checkAttributes(const Element &element)
{
    const auto known = attributesOf().constFind(element.name);
    if (known == attributesOf().constEnd())
        return;
    for (const auto &attribute : element.attributes) {
        if (attribute.space.isEmpty() && !known->contains(attribute.name)
            && !known->contains(u'!' + attribute.name))
            refuse(element.at, u"<%1> has no attribute \"%2\". Remove or correct it."_s.arg(
                                   element.name, attribute.name));
    }
    for (const auto &wanted : *known) {
        if (wanted.startsWith(u'!') && element.attribute(wanted.mid(1)).isEmpty())
            refuse(element.at,
                   u"<%1> needs the attribute \"%2\". Add it."_s.arg(element.name, wanted.mid(1)));
    }
}

void Reading::checkEither(const Element &element, QStringView first, QStringView second)
{
    if (element.has(first) && element.has(second))
        refuse(element.at,
               u"<%1> has both \"%2\" and \"%3\". Keep one."_s.arg(element.name, first, second));
}

ScriptIndex Reading::script(ScriptText::Kind kind, const QString &text, Position at,
                            const QString &location)
{
    m_chart.scripts.push_back({kind, text, location, at});
    return static_cast<ScriptIndex>(m_chart.scripts.size()) - 1;
}

ScriptIndex Reading::expression(const Element &element, QStringView attribute)
{
    const auto text = element.attribute(attribute);
    return text.isNull() ? noScript : script(ScriptText::Kind::Value, text, element.at);
}

ScriptIndex Reading::location(const Element &element, QStringView attribute)
{
    const auto text = element.attribute(attribute);
    return text.isNull() ? noScript : script(ScriptText::Kind::Location, text, element.at);
}

Text Reading::text(const Element &element, const QString &name)
{
    const auto computed = name == u"id"_s ? u"idexpr"_s : name + u"expr"_s;
    checkEither(element, name, computed);
    return {element.attribute(name), expression(element, computed)};
}

ScriptIndex Reading::textValue(const QString &text, Position at)
{
    const auto trimmed = text.trimmed();
    if (trimmed.startsWith(u'<') && readXml(trimmed.toUtf8()))
        return script(ScriptText::Kind::Value, xmlScript(trimmed), at);
    const bool isExpression = isJson(trimmed) || trimmed.startsWith(u"function"_s);
    return script(ScriptText::Kind::Value, isExpression ? trimmed : quoted(text.simplified()), at);
}

ScriptIndex Reading::content(const Element &element)
{
    if (!element.children.empty()) {
        const auto xml = element.innerXml();
        return script(ScriptText::Kind::Value,
                      element.children.size() == 1 ? xmlScript(xml) : quoted(xml), element.at);
    }
    return element.text.trimmed().isEmpty() ? noScript : textValue(element.text, element.at);
}

void Reading::param(const Element &element, Payload &payload)
{
    checkEither(element, u"expr", u"location");
    const auto value = expression(element, element.has(u"expr") ? u"expr" : u"location");
    if (value == noScript)
        return refuse(element.at, u"<param> needs \"expr\" or \"location\". Add one."_s);
    payload.params.push_back({element.attribute(u"name"), value});
}

Payload Reading::payload(const Element &element)
{
    Payload payload;
    const auto names = element.attribute(u"namelist").simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &name : names)
        payload.params.push_back({name, script(ScriptText::Kind::Value, name, element.at), true});
    for (const auto &child : element.children) {
        if (isScxml(child, u"param")) {
            checkAttributes(child);
            param(child, payload);
        } else if (isScxml(child, u"content")) {
            checkAttributes(child);
            if (payload.content != noScript)
                refuse(child.at, u"a second <content>. Keep one."_s);
            payload.content = child.has(u"expr") ? expression(child, u"expr") : content(child);
            if (payload.content == noScript)
                payload.content = script(ScriptText::Kind::Value, u"\"\""_s, child.at);
            if (child.has(u"expr") && (!child.children.empty() || !child.text.trimmed().isEmpty()))
                refuse(child.at, u"<content> has both \"expr\" and children. Keep one."_s);
        }
    }
    if (payload.content != noScript && !payload.params.empty())
        refuse(element.at,
               u"<%1> has <content> beside <param> or \"namelist\". Keep one."_s.arg(element.name));
    return payload;
}

} // namespace tandem::scxml
