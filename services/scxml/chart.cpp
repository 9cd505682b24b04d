// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/chart.h"

#include "scxml/reading.h"
#include "scxml/scripttext.h"

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

std::expected<ChartPointer, Findings> readChart(const Element &root, const ReadOptions &options);

// The states of a document (SCXML 3, 5 and 6.4).
class ChartReader
{
public:
    explicit ChartReader(Reading &reading) : m_reading(reading), m_chart(reading.chart()) {}

    void read(const Element &root)
    {
        m_reading.checkAttributes(root);
        m_chart.name = root.attribute(u"name");
        m_chart.bindsLate = root.attribute(u"binding") == u"late"_s;
        oneOf(root, u"binding", {u"early"_s, u"late"_s});
        oneOf(root, u"version", {u"1.0"_s});
        oneOf(root, u"datamodel", {u"ecmascript"_s, u"null"_s});
        readState(root, noState, State::Kind::Compound);
        if (m_chart.states[0].children.empty())
            m_reading.refuse(root.at, u"<scxml> has no state. Add one."_s);
    }

private:
    void oneOf(const Element &element, QStringView attribute, const QStringList &values)
    {
        const auto value = element.attribute(attribute);
        if (!value.isNull() && !values.contains(value))
            m_reading.refuse(element.at, u"\"%1\" is \"%2\". Write %3."_s.arg(
                                             attribute, value, values.join(u" or "_s)));
    }

    State &state(StateIndex index) { return m_chart.states[static_cast<size_t>(index)]; }

    StateIndex readState(const Element &element, StateIndex parent, State::Kind kind)
    {
        const auto index = static_cast<StateIndex>(m_chart.states.size());
        m_chart.states.emplace_back();
        state(index).kind = kind;
        state(index).parent = parent;
        state(index).at = element.at;
        if (parent != noState)
            name(element, index);
        for (const auto &child : element.children) {
            if (child.space == scxmlNamespace)
                take(child, index);
        }
        state(index).last = static_cast<StateIndex>(m_chart.states.size()) - 1;
        if (kind == State::Kind::Atomic && !state(index).children.empty())
            state(index).kind = State::Kind::Compound;
        if (state(index).kind == State::Kind::Compound)
            initial(element, index);
        else if (element.has(u"initial"))
            m_reading.refuse(element.at, u"\"initial\" in a state without states. Remove it."_s);
        return index;
    }

    void name(const Element &element, StateIndex index)
    {
        auto id = element.attribute(u"id");
        if (id.contains(u' ') || (!id.isNull() && id.isEmpty()))
            m_reading.refuse(element.at, u"\"%1\" is no id. Write one word."_s.arg(id));
        if (id.isNull())
            id = u"_%1"_s.arg(index);
        if (m_chart.stateById.contains(id))
            m_reading.refuse(element.at,
                             u"a second state has the id \"%1\". Rename one."_s.arg(id));
        m_chart.stateById.insert(id, index);
        state(index).id = id;
    }

    void take(const Element &child, StateIndex index)
    {
        m_reading.checkAttributes(child);
        const auto kind = state(index).kind;
        const bool isRoot = index == 0;
        const bool isFinal = kind == State::Kind::Final;
        const auto &name = child.name;
        if (!isFinal
            && (name == u"state"_s || (name == u"final"_s && kind != State::Kind::Parallel)
                || name == u"parallel"_s))
            inner(child, index);
        else if (!isRoot && !isFinal && name == u"history"_s)
            history(child, index);
        else if (!isRoot && !isFinal && name == u"transition"_s)
            state(index).transitions.push_back(transition(child, index));
        else if (!isRoot && name == u"onentry"_s)
            state(index).onEntry.push_back(readBlock(m_reading, child));
        else if (!isRoot && name == u"onexit"_s)
            state(index).onExit.push_back(readBlock(m_reading, child));
        else if (!isFinal && name == u"datamodel"_s)
            data(child, index);
        else if (!isRoot && !isFinal && name == u"invoke"_s)
            invoke(child, index);
        else if (isFinal && name == u"donedata"_s)
            state(index).doneData = m_reading.payload(child);
        else if (isRoot && name == u"script"_s)
            globalScript(child);
        else if (isRoot || isFinal || name != u"initial"_s)
            m_reading.refuse(child.at, u"<%1> cannot stand here. Move or remove it."_s.arg(name));
    }

    void inner(const Element &child, StateIndex parent)
    {
        const auto kind = child.name == u"parallel"_s ? State::Kind::Parallel
                          : child.name == u"final"_s  ? State::Kind::Final
                                                      : State::Kind::Atomic;
        const auto made = readState(child, parent, kind);
        state(parent).children.push_back(made);
    }

    void history(const Element &child, StateIndex parent)
    {
        oneOf(child, u"type", {u"shallow"_s, u"deep"_s});
        const auto index = static_cast<StateIndex>(m_chart.states.size());
        m_chart.states.emplace_back();
        state(index).kind = child.attribute(u"type") == u"deep"_s ? State::Kind::DeepHistory
                                                                  : State::Kind::ShallowHistory;
        state(index).parent = parent;
        state(index).last = index;
        state(index).at = child.at;
        name(child, index);
        for (const auto &inner : child.children) {
            if (!isScxml(inner, u"transition"))
                continue;
            m_reading.checkAttributes(inner);
            state(index).initial = transition(inner, index);
        }
        state(parent).histories.push_back(index);
    }

    int transition(const Element &element, StateIndex source)
    {
        oneOf(element, u"type", {u"internal"_s, u"external"_s});
        Transition made;
        made.source = source;
        made.at = element.at;
        made.isInternal = element.attribute(u"type") == u"internal"_s;
        for (auto descriptor : words(element.attribute(u"event"))) {
            while (descriptor.endsWith(u".*"_s))
                descriptor.chop(2);
            if (descriptor.endsWith(u'.'))
                descriptor.chop(1);
            made.events += descriptor;
        }
        made.condition = m_reading.expression(element, u"cond");
        made.block = readBlock(m_reading, element);
        if (!element.has(u"event") && !element.has(u"cond") && !element.has(u"target"))
            m_reading.refuse(element.at,
                             u"<transition> needs \"event\", \"cond\" or \"target\". Add one."_s);
        return add(std::move(made), words(element.attribute(u"target")));
    }

    int add(Transition made, const QStringList &targets)
    {
        m_chart.transitions.push_back(std::move(made));
        m_targets.push_back(targets);
        return static_cast<int>(m_chart.transitions.size()) - 1;
    }

    static QStringList words(const QString &text)
    {
        return text.simplified().split(u' ', Qt::SkipEmptyParts);
    }

    // The attribute, the element, or else the first state in it (SCXML 3.3.2).
    void initial(const Element &element, StateIndex index)
    {
        const Element *found = nullptr;
        for (const auto &child : element.children) {
            if (!isScxml(child, u"initial"))
                continue;
            if (found || element.has(u"initial"))
                m_reading.refuse(child.at, u"a second initial state. Keep one."_s);
            found = &child;
        }
        Transition made;
        made.source = index;
        made.at = element.at;
        if (element.has(u"initial")) {
            state(index).initial = add(made, words(element.attribute(u"initial")));
        } else if (found) {
            initialElement(*found, index);
        } else if (!state(index).children.empty()) {
            made.targets = {state(index).children.front()};
            state(index).initial = add(made, {});
        }
    }

    void initialElement(const Element &element, StateIndex index)
    {
        const Element *found = nullptr;
        for (const auto &child : element.children) {
            if (isScxml(child, u"transition"))
                found = &child;
        }
        if (!found)
            return m_reading.refuse(element.at, u"<initial> needs a <transition>. Add one."_s);
        m_reading.checkAttributes(*found);
        state(index).initial = transition(*found, index);
    }

    void data(const Element &element, StateIndex index)
    {
        for (const auto &child : element.children) {
            if (!isScxml(child, u"data"))
                continue;
            m_reading.checkAttributes(child);
            const auto id = child.attribute(u"id");
            if (!isVariable(id))
                m_reading.refuse(child.at, u"data cannot be called \"%1\". Write a name of letters "
                                           u"and digits that is no word of ECMAScript."_s.arg(id));
            m_reading.checkEither(child, u"expr", u"src");
            if ((child.has(u"expr") || child.has(u"src"))
                && (!child.children.empty() || !child.text.trimmed().isEmpty()))
                m_reading.refuse(child.at,
                                 u"<data> has content beside \"expr\" or \"src\". Keep one."_s);
            state(index).data.push_back({id, dataValue(child), child.at});
        }
    }

    ScriptIndex dataValue(const Element &element)
    {
        if (element.has(u"expr"))
            return m_reading.expression(element, u"expr");
        const auto src = element.attribute(u"src");
        if (src.isNull())
            return m_reading.content(element);
        const auto &loader = m_reading.options().loader;
        const auto loaded = loader ? loader(src) : std::unexpected(u"nothing may be loaded here"_s);
        if (!loaded)
            return m_reading.script(ScriptText::Kind::Failing,
                                    u"\"%1\" cannot be loaded: %2"_s.arg(src, loaded.error()),
                                    element.at);
        return m_reading.textValue(QString::fromUtf8(*loaded), element.at);
    }

    void invoke(const Element &element, StateIndex index)
    {
        Invoke made;
        made.at = element.at;
        made.type = m_reading.text(element, u"type"_s);
        made.src = m_reading.text(element, u"src"_s);
        m_reading.checkEither(element, u"id", u"idlocation");
        made.id = {element.attribute(u"id"), noScript};
        made.idLocation = m_reading.location(element, u"idlocation");
        oneOf(element, u"autoforward", {u"true"_s, u"false"_s});
        made.forwardsAll = element.attribute(u"autoforward") == u"true"_s;
        for (const auto &child : element.children) {
            if (isScxml(child, u"finalize"))
                made.finalize = readBlock(m_reading, child);
            else if (isScxml(child, u"content") && child.children.size() == 1
                     && isScxml(child.children[0], u"scxml"))
                made.chart = innerChart(child.children[0]);
        }
        made.payload = payloadOf(element, made.chart != nullptr);
        if (made.src.isSet() && made.payload.content != noScript)
            m_reading.refuse(element.at, u"<invoke> has \"src\" beside <content>. Keep one."_s);
        state(index).invokes.push_back(std::move(made));
    }

    Payload payloadOf(const Element &invoke, bool hasChart)
    {
        if (!hasChart)
            return m_reading.payload(invoke);
        auto rest = invoke;
        std::erase_if(rest.children, [](const auto &child) { return isScxml(child, u"content"); });
        return m_reading.payload(rest);
    }

    ChartPointer innerChart(const Element &root)
    {
        auto chart = readChart(root, m_reading.options());
        if (chart)
            return *chart;
        m_reading.findings() += chart.error();
        return {};
    }

    void globalScript(const Element &element)
    {
        if (m_chart.globalScript != noScript)
            m_reading.refuse(element.at, u"a second <script>. Put both into one."_s);
        Element around;
        around.children = {element};
        const auto block = readBlock(m_reading, around);
        m_chart.globalScript = std::get<ScriptStep>(block.at(0).what).script;
    }

public:
    void resolveTargets()
    {
        for (size_t i = 0; i < m_targets.size(); ++i) {
            auto &transition = m_chart.transitions[i];
            for (const auto &id : m_targets[i]) {
                const auto found = m_chart.stateById.constFind(id);
                if (found == m_chart.stateById.constEnd())
                    m_reading.refuse(transition.at,
                                     u"there is no state \"%1\". Correct the target."_s.arg(id));
                else
                    transition.targets.push_back(*found);
            }
        }
    }

private:
    Reading &m_reading;
    Chart &m_chart;
    std::vector<QStringList> m_targets; // of each transition
};

std::expected<ChartPointer, Findings> readChart(const Element &root, const ReadOptions &options)
{
    auto chart = std::make_shared<Chart>();
    Reading reading(*chart, options);
    if (!isScxml(root, u"scxml")) {
        reading.refuse(root.at, u"the document is no SCXML. Begin with <scxml xmlns=\"%1\">."_s.arg(
                                    scxmlNamespace));
        return std::unexpected(reading.findings());
    }
    ChartReader reader(reading);
    reader.read(root);
    reader.resolveTargets();
    if (reading.findings().isEmpty())
        checkChart(reading);
    if (!reading.findings().isEmpty())
        return std::unexpected(reading.findings());
    return chart;
}

} // namespace

std::expected<ChartPointer, Findings> Chart::read(const QByteArray &document,
                                                  const ReadOptions &options)
{
    const auto root = readXml(document, options.limits);
    if (!root)
        return std::unexpected(root.error());
    return readChart(*root, options);
}

} // namespace tandem::scxml
