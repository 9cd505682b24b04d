// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/reading.h"
#include "scxml/scripttext.h"

#include <functional>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

class StepReader
{
public:
    explicit StepReader(Reading &reading) : m_reading(reading) {}

    Block block(const Element &element)
    {
        Block block;
        for (const auto &child : element.children)
            add(block, child);
        return block;
    }

private:
    void add(Block &block, const Element &element)
    {
        if (element.space != scxmlNamespace) {
            block.push_back({element.at, action(element)});
            return;
        }
        m_reading.checkAttributes(element);
        if (auto what = step(element))
            block.push_back({element.at, std::move(*what)});
        else
            m_reading.refuse(element.at, u"<%1> is no executable content. Move or remove it."_s.arg(
                                             element.name));
    }

    std::optional<Step::What> step(const Element &element)
    {
        const auto &name = element.name;
        if (name == u"raise"_s)
            return RaiseStep{element.attribute(u"event")};
        if (name == u"if"_s)
            return branches(element);
        if (name == u"foreach"_s)
            return loop(element);
        if (name == u"log"_s)
            return LogStep{element.attribute(u"label"), m_reading.expression(element, u"expr")};
        if (name == u"assign"_s)
            return assignment(element);
        if (name == u"script"_s)
            return script(element);
        if (name == u"send"_s)
            return send(element);
        if (name == u"cancel"_s)
            return cancel(element);
        return std::nullopt;
    }

    IfStep branches(const Element &element)
    {
        IfStep step;
        step.branches.push_back({m_reading.expression(element, u"cond"), {}});
        bool hasElse = false;
        for (const auto &child : element.children) {
            const bool isElse = isScxml(child, u"else");
            if (!isElse && !isScxml(child, u"elseif")) {
                add(step.branches.back().block, child);
                continue;
            }
            m_reading.checkAttributes(child);
            if (hasElse)
                m_reading.refuse(child.at, u"<%1> after <else>. Move it before."_s.arg(child.name));
            hasElse = isElse;
            step.branches.push_back({isElse ? noScript : m_reading.expression(child, u"cond"), {}});
        }
        return step;
    }

    ForeachStep loop(const Element &element)
    {
        ForeachStep step;
        step.array = m_reading.expression(element, u"array");
        step.item = element.attribute(u"item");
        step.index = element.attribute(u"index");
        step.hasLegalNames =
            isVariable(step.item) && (step.index.isEmpty() || isVariable(step.index));
        step.block = block(element);
        return step;
    }

    AssignStep assignment(const Element &element)
    {
        const bool hasContent = !element.children.empty() || !element.text.trimmed().isEmpty();
        if (element.has(u"expr") == hasContent) {
            m_reading.refuse(element.at, u"<assign> needs either \"expr\" or content. Give one."_s);
            return {};
        }
        const auto value = element.has(u"expr") ? m_reading.expression(element, u"expr")
                                                : m_reading.content(element);
        // The two become one script, so that an assignment is one call.
        auto &made = m_reading.chart().scripts[static_cast<size_t>(value)];
        made.kind = ScriptText::Kind::Assignment;
        made.location = element.attribute(u"location");
        return {value};
    }

    ScriptStep script(const Element &element)
    {
        const auto src = element.attribute(u"src");
        auto text = element.text;
        if (!src.isNull()) {
            if (!text.trimmed().isEmpty())
                m_reading.refuse(element.at, u"<script> has both \"src\" and content. Keep one."_s);
            const auto &loader = m_reading.options().loader;
            const auto loaded =
                loader ? loader(src) : std::unexpected(u"nothing may be loaded here"_s);
            if (loaded)
                text = QString::fromUtf8(*loaded);
            else
                m_reading.refuse(element.at,
                                 u"script \"%1\" cannot be loaded: %2. Correct \"src\"."_s.arg(
                                     src, loaded.error()));
        }
        return {m_reading.script(ScriptText::Kind::Script, text, element.at)};
    }

    SendStep send(const Element &element)
    {
        SendStep step;
        step.event = m_reading.text(element, u"event"_s);
        step.target = m_reading.text(element, u"target"_s);
        step.type = m_reading.text(element, u"type"_s);
        step.delay = m_reading.text(element, u"delay"_s);
        m_reading.checkEither(element, u"id", u"idlocation");
        step.id = {element.attribute(u"id"), noScript};
        step.idLocation = m_reading.location(element, u"idlocation");
        step.payload = m_reading.payload(element);
        if (step.delay.isSet() && step.target.literal == u"#_internal"_s)
            m_reading.refuse(element.at,
                             u"a send to #_internal cannot be delayed. Remove \"delay\"."_s);
        if (!step.event.isSet() && step.payload.content == noScript)
            m_reading.refuse(element.at,
                             u"<send> needs \"event\", \"eventexpr\" or <content>. Add one."_s);
        return step;
    }

    CancelStep cancel(const Element &element)
    {
        CancelStep step{m_reading.text(element, u"sendid"_s)};
        if (!step.id.isSet())
            m_reading.refuse(element.at,
                             u"<cancel> needs \"sendid\" or \"sendidexpr\". Add one."_s);
        return step;
    }

    ActionStep action(const Element &element)
    {
        ActionStep step{
            element.space, element.name, {}, m_reading.payload(element), element.text.trimmed()};
        ActionUse use{element.space, element.name, {}, element.at};
        for (const auto &attribute : element.attributes) {
            if (!attribute.space.isEmpty() || attribute.name == u"namelist"_s)
                continue;
            auto name = attribute.name;
            if (name.size() > 4 && name.endsWith(u"expr"_s)) {
                name.chop(4);
                m_reading.checkEither(element, name, attribute.name);
                step.attributes.emplace_back(
                    name, Text{{}, m_reading.expression(element, attribute.name)});
            } else {
                step.attributes.emplace_back(name, Text{attribute.value, noScript});
            }
        }
        for (const auto &attribute : step.attributes)
            use.attributes += attribute.first;
        m_reading.chart().actions.push_back(std::move(use));
        return step;
    }

    Reading &m_reading;
};

} // namespace

Block readBlock(Reading &reading, const Element &element)
{
    return StepReader(reading).block(element);
}

} // namespace tandem::scxml
