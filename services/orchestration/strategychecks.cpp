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

QString toText(const std::string &text) { return QString::fromStdString(text); }

// Empty: nothing is wrong with it.
std::string problemOf(const scxml::ActionUse &use, const Actions &actions)
{
    const auto name = use.name.toStdString();
    if (use.space != QLatin1String(strategyNamespace)) {
        return "<" + name + "> belongs to \"" + use.space.toStdString() + "\"; actions belong to \""
               + strategyNamespace + "\"";
    }
    const auto *known = actions.find(name);
    if (!known)
        return "there is no action <" + name + ">";
    std::vector<std::string> attributes;
    for (const auto &attribute : use.attributes)
        attributes.push_back(attribute.toStdString());
    return Actions::problemOf(*known, attributes);
}

// Charts that a chart invokes, and what invokes otherwise than strategies can.
std::vector<scxml::ChartPointer> invokedBy(const scxml::Chart &chart, scxml::Findings &findings)
{
    std::vector<scxml::ChartPointer> charts;
    for (const auto &state : chart.states) {
        for (const auto &invoke : state.invokes) {
            if (invoke.chart)
                charts.push_back(invoke.chart);
            else if (invoke.src.isSet())
                findings += {invoke.at, QStringLiteral("a strategy invokes what stands in "
                                                       "<content>; src is not read")};
        }
    }
    return charts;
}

scxml::Findings findingsOf(const scxml::ChartPointer &chart, const Actions &actions,
                           scxml::ScriptEngine &scripts)
{
    auto findings = scripts.compile(chart)->findings() + scxml::unreachableStates(*chart)
                    + usesOfActions(*chart, actions);
    for (const auto &invoked : invokedBy(*chart, findings))
        findings += findingsOf(invoked, actions, scripts);
    return findings;
}

std::vector<StrategyFinding> sorted(const scxml::Findings &findings)
{
    std::vector<StrategyFinding> list;
    for (const auto &finding : findings)
        list.push_back({finding.at.line, finding.at.column, finding.message.toStdString()});
    std::ranges::stable_sort(list, [](const auto &one, const auto &other) {
        return std::pair(one.line, one.column) < std::pair(other.line, other.column);
    });
    return list;
}

} // namespace

scxml::Findings usesOfActions(const scxml::Chart &chart, const Actions &actions)
{
    scxml::Findings findings;
    for (const auto &use : chart.actions) {
        if (const auto problem = problemOf(use, actions); !problem.empty())
            findings += {use.at, toText(problem)};
    }
    return findings;
}

StrategyReading readStrategy(const std::string &document, const Actions &actions,
                             scxml::ScriptEngine &scripts)
{
    if (document.size() > longestStrategy)
        return {{{0, 0, "the document is longer than 512 KiB"}}, {}, {}};
    const auto chart = scxml::Chart::read(QByteArray::fromStdString(document));
    if (!chart)
        return {sorted(chart.error()), {}, {}};
    return {sorted(findingsOf(*chart, actions, scripts)), (*chart)->name.toStdString(),
            eventsOf(**chart)};
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
