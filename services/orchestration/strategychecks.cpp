// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategychecks.h"

#include "scxml/reachability.h"

#include <algorithm>
#include <set>

namespace tandem {

namespace {

using protocol::StrategyFinding;
using protocol::StrategyReading;

constexpr std::size_t mostTold = 20;

class Check
{
public:
    Check(const Actions &actions, scxml::ScriptEngine &scripts)
        : m_actions(actions), m_scripts(scripts)
    {
    }

    void look(const scxml::ChartPointer &chart)
    {
        add(m_scripts.compile(chart)->findings());
        add(scxml::unreachableStates(*chart));
        for (const auto &use : chart->actions)
            look(use);
        for (const auto &state : chart->states) {
            for (const auto &invoke : state.invokes)
                look(invoke);
        }
    }
    void add(const scxml::Findings &findings)
    {
        for (const auto &finding : findings)
            add(finding.at, finding.message.toStdString());
    }
    StrategyReading reading(const scxml::Chart *chart)
    {
        std::ranges::stable_sort(m_findings, [](const auto &one, const auto &other) {
            return std::pair(one.line, one.column) < std::pair(other.line, other.column);
        });
        StrategyReading reading{std::move(m_findings), {}, {}};
        if (chart) {
            reading.name = chart->name.toStdString();
            reading.events = eventsOf(*chart);
        }
        return reading;
    }

private:
    void add(const scxml::Position &at, std::string message)
    {
        m_findings.push_back({at.line, at.column, std::move(message)});
    }
    void look(const scxml::ActionUse &use)
    {
        const auto name = use.name.toStdString();
        if (use.space != QLatin1String(strategyNamespace)) {
            add(use.at, "<" + name + "> belongs to \"" + use.space.toStdString()
                            + "\"; actions belong to \"" + strategyNamespace + "\"");
            return;
        }
        const auto *known = m_actions.find(name);
        if (!known) {
            add(use.at, "there is no action <" + name + ">");
            return;
        }
        std::vector<std::string> attributes;
        for (const auto &attribute : use.attributes)
            attributes.push_back(attribute.toStdString());
        if (auto problem = Actions::problemOf(*known, attributes); !problem.empty())
            add(use.at, std::move(problem));
    }
    void look(const scxml::Invoke &invoke)
    {
        if (invoke.chart)
            look(invoke.chart);
        else if (invoke.src.isSet())
            add(invoke.at, "a strategy invokes what stands in <content>; src is not read");
    }

    const Actions &m_actions;
    scxml::ScriptEngine &m_scripts;
    std::vector<StrategyFinding> m_findings;
};

} // namespace

StrategyReading readStrategy(const std::string &document, const Actions &actions,
                             scxml::ScriptEngine &scripts)
{
    Check check(actions, scripts);
    if (document.size() > longestStrategy)
        return {{{0, 0, "the document is longer than 512 KiB"}}, {}, {}};
    const auto chart = scxml::Chart::read(QByteArray::fromStdString(document));
    if (!chart) {
        check.add(chart.error());
        return check.reading(nullptr);
    }
    check.look(*chart);
    return check.reading(chart->get());
}

std::vector<std::string> eventsOf(const scxml::Chart &chart)
{
    std::set<std::string> events;
    for (const auto &transition : chart.transitions) {
        for (const auto &event : transition.events)
            events.insert(event.toStdString());
    }
    return {events.begin(), events.end()};
}

std::string textOf(const std::vector<StrategyFinding> &findings)
{
    std::string text;
    for (const auto &finding : findings) {
        if (&finding - findings.data() == mostTold)
            return text + "and " + std::to_string(findings.size() - mostTold) + " more\n";
        if (finding.line > 0) {
            text += "line " + std::to_string(finding.line) + ", column "
                    + std::to_string(finding.column) + ": ";
        }
        text += finding.message + '\n';
    }
    return text;
}

} // namespace tandem
