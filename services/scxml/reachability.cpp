// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/reachability.h"

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

// Follows every arc as if each condition held and each event came.
class Reach
{
public:
    explicit Reach(const Chart &chart)
        : m_chart(chart),
          m_isReached(chart.states.size(), false),
          m_isTarget(chart.states.size(), false)
    {
        enter(0);
        while (!m_open.empty()) {
            const auto state = m_open.back();
            m_open.pop_back();
            for (const int transition : m_chart.state(state).transitions)
                follow(transition);
        }
    }

    bool has(StateIndex state) const { return m_isReached[static_cast<size_t>(state)]; }

private:
    void follow(int transition)
    {
        if (transition < 0)
            return;
        for (const auto target : m_chart.transition(transition).targets)
            enter(target);
    }

    // The target of an arc: with what is in it by default, and with what it is in.
    void enter(StateIndex index)
    {
        const auto place = static_cast<size_t>(index);
        if (m_isTarget[place])
            return;
        m_isTarget[place] = true;
        follow(m_chart.state(index).initial);
        for (auto state = index; state != noState; state = m_chart.state(state).parent)
            reach(state);
    }

    void reach(StateIndex index)
    {
        if (has(index))
            return;
        m_isReached[static_cast<size_t>(index)] = true;
        m_open.push_back(index);
        const auto &state = m_chart.state(index);
        if (state.kind != State::Kind::Parallel)
            return;
        for (const auto child : state.children)
            enter(child);
    }

    const Chart &m_chart;
    std::vector<bool> m_isReached;
    std::vector<bool> m_isTarget;
    std::vector<StateIndex> m_open; // reached, and their arcs not followed yet
};

QString nameOf(const State &state)
{
    return state.id.isEmpty() ? u"a state"_s : u"\"%1\""_s.arg(state.id);
}

} // namespace

Findings unreachableStates(const Chart &chart)
{
    const Reach reach(chart);
    Findings findings;
    for (StateIndex index = 0; index < static_cast<int>(chart.states.size()); ++index) {
        if (reach.has(index))
            continue;
        const auto &state = chart.state(index);
        const auto what = state.isHistory() ? u"history %1"_s.arg(nameOf(state)) : nameOf(state);
        findings +=
            {state.at, u"%1 is never entered: no transition leads to it. Lead one there, or "
                       "remove it."_s.arg(what)};
        index = state.last;
    }
    return findings;
}

} // namespace tandem::scxml
