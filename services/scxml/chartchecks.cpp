// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/reading.h"

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

class ChartChecks
{
public:
    explicit ChartChecks(Reading &reading) : m_reading(reading), m_chart(reading.chart()) {}

    void run()
    {
        for (const auto &state : m_chart.states)
            check(state);
        for (const auto &transition : m_chart.transitions)
            checkTogether(transition);
    }

private:
    void check(const State &state)
    {
        const auto index = static_cast<StateIndex>(&state - m_chart.states.data());
        if (state.isHistory())
            return checkHistory(state);
        if (state.kind == State::Kind::Compound)
            checkInitial(m_chart.transition(state.initial), index, u"an initial transition"_s);
    }

    void checkHistory(const State &state)
    {
        if (state.initial < 0)
            return m_reading.refuse(state.at,
                                    u"<history> needs a <transition> for its default. Add one."_s);
        const auto &transition = m_chart.transition(state.initial);
        checkInitial(transition, state.parent, u"the default of a history"_s);
        if (state.kind != State::Kind::ShallowHistory)
            return;
        for (const auto target : transition.targets) {
            if (m_chart.state(target).parent != state.parent)
                m_reading.refuse(
                    transition.at,
                    u"\"%1\" is not directly beside the shallow history. "
                    u"Name such a state or make it deep."_s.arg(m_chart.state(target).id));
        }
    }

    void checkInitial(const Transition &transition, StateIndex within, const QString &what)
    {
        if (!transition.events.isEmpty() || transition.condition != noScript)
            m_reading.refuse(transition.at,
                             u"%1 has neither \"event\" nor \"cond\". Remove them."_s.arg(what));
        if (transition.targets.empty())
            m_reading.refuse(transition.at, u"%1 needs a target. Add one."_s.arg(what));
        for (const auto target : transition.targets) {
            if (!m_chart.contains(within, target))
                m_reading.refuse(transition.at, u"\"%1\" is not inside. Name a state inside."_s.arg(
                                                    m_chart.state(target).id));
        }
    }

    // All targets must be able to be active at the same time (SCXML 3.13).
    void checkTogether(const Transition &transition)
    {
        const auto &targets = transition.targets;
        for (size_t i = 0; i < targets.size(); ++i) {
            for (size_t j = i + 1; j < targets.size(); ++j) {
                if (!together(targets[i], targets[j]))
                    m_reading.refuse(
                        transition.at,
                        u"\"%1\" and \"%2\" cannot be active together. "
                        u"Name states of different children of a <parallel>."_s.arg(
                            m_chart.state(targets[i]).id, m_chart.state(targets[j]).id));
            }
        }
    }

    bool together(StateIndex a, StateIndex b) const
    {
        if (a == b || m_chart.contains(a, b) || m_chart.contains(b, a))
            return false;
        auto outer = m_chart.state(a).parent;
        while (!m_chart.contains(outer, b))
            outer = m_chart.state(outer).parent;
        return m_chart.state(outer).kind == State::Kind::Parallel;
    }

    Reading &m_reading;
    const Chart &m_chart;
};

} // namespace

void checkChart(Reading &reading) { ChartChecks(reading).run(); }

} // namespace tandem::scxml
