// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/chartwords.h"

namespace tandem {

using scxml::Chart;
using scxml::StateIndex;

namespace {

QString literal(const scxml::Text &text, const Chart &chart)
{
    if (!text.literal.isNull())
        return text.literal;
    return text.computed == scxml::noScript
               ? QString()
               : chart.scripts[static_cast<std::size_t>(text.computed)].text.simplified();
}

const scxml::ScriptText &script(const Chart &chart, scxml::ScriptIndex index)
{
    return chart.scripts[static_cast<std::size_t>(index)];
}

// Keywords of SCXML are not translated: they stand so in the document.
struct StepText
{
    const Chart &chart;

    QString operator()(const scxml::RaiseStep &step) const
    {
        return QStringLiteral("raise ") + step.event;
    }
    QString operator()(const scxml::IfStep &step) const
    {
        QStringList inner;
        for (const auto &branch : step.branches)
            inner += ChartWords::actions(chart, branch.block);
        inner.removeAll(QString());
        return QStringLiteral("if { %1 }").arg(inner.join(QStringLiteral(" | ")));
    }
    QString operator()(const scxml::ForeachStep &step) const
    {
        return QStringLiteral("foreach { %1 }").arg(ChartWords::actions(chart, step.block));
    }
    QString operator()(const scxml::LogStep &) const { return {}; }
    QString operator()(const scxml::AssignStep &step) const
    {
        if (step.assignment == scxml::noScript)
            return {};
        const auto &assigned = script(chart, step.assignment);
        return QStringLiteral("%1 = %2").arg(assigned.location, assigned.text.simplified());
    }
    QString operator()(const scxml::ScriptStep &) const { return QStringLiteral("script"); }
    QString operator()(const scxml::SendStep &step) const
    {
        const auto event = QStringLiteral("send ") + literal(step.event, chart);
        const auto delay = literal(step.delay, chart);
        return delay.isEmpty() ? event : QStringLiteral("%1 (%2)").arg(event, delay);
    }
    QString operator()(const scxml::CancelStep &step) const
    {
        return QStringLiteral("cancel ") + literal(step.id, chart);
    }
    QString operator()(const scxml::ActionStep &step) const
    {
        if (step.attributes.empty())
            return step.name;
        return QStringLiteral("%1 %2").arg(step.name,
                                           literal(step.attributes.front().second, chart));
    }
};

QString joined(const Chart &chart, const std::vector<scxml::Block> &blocks)
{
    QStringList parts;
    for (const auto &block : blocks)
        parts += ChartWords::actions(chart, block);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString ChartWords::title(const scxml::State &state) { return state.id; }

QString ChartWords::actions(const Chart &chart, const scxml::Block &block)
{
    QStringList parts;
    for (const auto &step : block)
        parts += std::visit(StepText{chart}, step.what);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

std::vector<ChartWords::Line> ChartWords::lines(const Chart &chart, StateIndex index)
{
    std::vector<Line> made;
    const auto &state = chart.state(index);
    const auto add = [&](const QString &prefix, const QString &what, int transition = -1) {
        if (!what.isEmpty())
            made.push_back({QStringLiteral("%1 / %2").arg(prefix, what), transition});
    };
    add(QStringLiteral("entry"), joined(chart, state.onEntry));
    for (const int transition : state.transitions) {
        const auto &it = chart.transition(transition);
        if (it.targets.empty())
            made.push_back({whole(chart, it), transition});
    }
    for (const auto &invoke : state.invokes)
        add(QStringLiteral("invoke"), literal(invoke.src, chart).isEmpty()
                                          ? QStringLiteral("scxml")
                                          : literal(invoke.src, chart));
    add(QStringLiteral("exit"), joined(chart, state.onExit));
    return made;
}

QString ChartWords::events(const scxml::Transition &transition)
{
    return transition.events.join(QStringLiteral(", "));
}

QString ChartWords::condition(const Chart &chart, const scxml::Transition &transition)
{
    return transition.condition == scxml::noScript
               ? QString()
               : QStringLiteral("[%1]").arg(script(chart, transition.condition).text.simplified());
}

QString ChartWords::whole(const Chart &chart, const scxml::Transition &transition)
{
    QStringList parts{events(transition), condition(chart, transition)};
    parts.removeAll(QString());
    const auto done = actions(chart, transition.block);
    if (!done.isEmpty())
        parts += QStringLiteral("/ ") + done;
    return parts.join(u' ');
}

QString ChartWords::spokenName(const Chart &chart, StateIndex index)
{
    const auto &state = chart.state(index);
    QStringList parts;
    switch (state.kind) {
    case scxml::State::Kind::Atomic: parts += tr("State %1").arg(state.id); break;
    case scxml::State::Kind::Compound: parts += tr("State with states, %1").arg(state.id); break;
    case scxml::State::Kind::Parallel: parts += tr("Parallel state %1").arg(state.id); break;
    case scxml::State::Kind::Final: parts += tr("Final state %1").arg(state.id); break;
    case scxml::State::Kind::ShallowHistory: parts += tr("History %1").arg(state.id); break;
    case scxml::State::Kind::DeepHistory: parts += tr("Deep history %1").arg(state.id); break;
    }
    if (state.parent > 0)
        parts += tr("in %1").arg(chart.state(state.parent).id);
    return parts.join(QStringLiteral(", "));
}

QString ChartWords::spokenLines(const Chart &chart, StateIndex index)
{
    QStringList parts;
    for (const int transition : chart.state(index).transitions) {
        const auto &it = chart.transition(transition);
        QStringList targets;
        for (const auto target : it.targets)
            targets += chart.state(target).id;
        if (!targets.isEmpty())
            parts += tr("%1 to %2", "event of a transition, its target")
                         .arg(it.events.isEmpty() ? tr("without event") : events(it),
                              targets.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace tandem
