// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/interpreter.h"

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

void Interpreter::enterInitial(const std::vector<std::pair<QString, QString>> &parameters)
{
    m_running.isActiveNow = true;
    m_executor.initialiseRoot(parameters);
    if (!m_chart.bindsLate) {
        for (size_t i = 1; i < m_chart.states.size(); ++i)
            m_executor.initialise(m_chart.states[i]);
    }
    if (m_chart.globalScript != noScript)
        m_executor.run({{{}, ScriptStep{m_chart.globalScript}}});
    enterStates({m_chart.state(0).initial});
}

void Interpreter::mainEventLoop()
{
    for (int count = 0; m_running.isActiveNow; ++count) {
        macrostep();
        if (!m_running.isActiveNow)
            break;
        const auto toInvoke = std::exchange(m_running.toInvoke, {});
        for (const auto state : toInvoke)
            m_executor.invoke(state);
        if (!m_running.internal.empty())
            continue;
        if (m_running.external.empty() || count >= m_running.limits.macrosteps)
            return;
        externalEvent();
    }
    exitInterpreter();
}

void Interpreter::macrostep()
{
    int microsteps = 0;
    bool mayGoEventless = true;
    while (m_running.isActiveNow) {
        auto enabled = mayGoEventless ? selectEventlessTransitions() : TransitionSet();
        if (enabled.empty()) {
            if (m_running.internal.empty())
                return;
            m_running.current = std::move(m_running.internal.front());
            m_running.internal.erase(m_running.internal.begin());
            m_running.currentObject = {};
            enabled = selectTransitions(*m_running.current);
            if (enabled.empty())
                m_running.platform.unanswered(m_running.session, *m_running.current);
        }
        mayGoEventless = true;
        if (!enabled.empty())
            microstep(enabled);
        if (++microsteps % m_running.limits.microsteps == 0)
            mayGoEventless = overran(microsteps);
    }
}

// The document can answer error.platform once; a second time in the same macrostep is its end.
bool Interpreter::overran(int &microsteps)
{
    if (microsteps > m_running.limits.microsteps) {
        m_running.failure = u"more than %1 steps without an external event"_s.arg(microsteps);
        m_running.isActiveNow = false;
        return true;
    }
    m_running.internal.clear();
    m_running.raiseError(u"error.platform"_s,
                         u"more than %1 steps without an external event"_s.arg(microsteps), {});
    return false;
}

void Interpreter::externalEvent()
{
    m_running.current = std::move(m_running.external.front());
    m_running.external.erase(m_running.external.begin());
    m_running.currentObject = {};
    const auto event = *m_running.current;
    if (!m_running.invoked.empty())
        m_executor.passToInvoked(event);
    const auto enabled = selectTransitions(event);
    if (enabled.empty())
        m_running.platform.unanswered(m_running.session, event);
    else
        microstep(enabled);
}

void Interpreter::exitInterpreter()
{
    const auto states = m_running.configuration;
    QString doneData;
    for (auto state = states.rbegin(); state != states.rend(); ++state) {
        for (const auto &block : m_chart.state(*state).onExit)
            m_executor.run(block);
        m_executor.stopInvoked(*state);
        std::erase(m_running.configuration, *state);
        if (m_chart.state(*state).kind == State::Kind::Final && m_chart.state(*state).parent == 0) {
            doneData = m_executor.doneData(m_chart.state(*state));
            m_running.finalState = m_chart.state(*state).id;
        }
    }
    for (const auto &pending : std::exchange(m_running.pending, {}))
        m_running.platform.unschedule(m_running.session, pending.timer);
    m_running.isActiveNow = false;
    m_running.isFinished = true;
    m_running.internal.clear();
    m_running.external.clear();
    m_running.platform.ended(m_running.session, doneData);
}

void Interpreter::microstep(const TransitionSet &enabled)
{
    for (const auto index : enabled)
        m_running.platform.took(m_running.session, index);
    exitStates(enabled);
    for (const auto index : enabled)
        m_executor.run(m_chart.transition(index).block);
    enterStates(enabled);
}

Interpreter::TransitionSet Interpreter::selectEventlessTransitions() { return select(nullptr); }

Interpreter::TransitionSet Interpreter::selectTransitions(const Event &event)
{
    return select(&event);
}

Interpreter::TransitionSet Interpreter::select(const Event *event)
{
    TransitionSet enabled;
    const auto configuration = m_running.configuration; // a condition's error changes no state
    for (const auto atomic : configuration) {
        if (!m_chart.state(atomic).isAtomic())
            continue;
        for (auto state = atomic; state != noState; state = m_chart.state(state).parent) {
            const auto found = enabledIn(state, event);
            if (found < 0)
                continue;
            if (std::ranges::find(enabled, found) == enabled.end())
                enabled.push_back(found);
            break;
        }
    }
    return enabled.size() < 2 ? enabled : removeConflictingTransitions(enabled);
}

int Interpreter::enabledIn(StateIndex state, const Event *event)
{
    for (const auto index : m_chart.state(state).transitions) {
        const auto &transition = m_chart.transition(index);
        if (event ? std::ranges::none_of(
                        transition.events,
                        [&](const auto &descriptor) { return matches(descriptor, event->name); })
                  : !transition.events.isEmpty())
            continue;
        if (m_executor.holds(transition.condition))
            return index;
    }
    return -1;
}

Interpreter::TransitionSet
Interpreter::removeConflictingTransitions(const TransitionSet &enabled) const
{
    TransitionSet filtered;
    for (const auto first : enabled) {
        const auto exits = computeExitSet({first});
        bool isPreempted = false;
        TransitionSet toRemove;
        for (const auto second : filtered) {
            const auto others = computeExitSet({second});
            if (std::ranges::none_of(exits, [&](auto one) { return contains(others, one); }))
                continue;
            if (m_chart.contains(m_chart.transition(second).source,
                                 m_chart.transition(first).source)) {
                toRemove.push_back(second);
            } else {
                isPreempted = true;
                break;
            }
        }
        if (isPreempted)
            continue;
        for (const auto one : toRemove)
            std::erase(filtered, one);
        filtered.push_back(first);
    }
    return filtered;
}

StateSet Interpreter::computeExitSet(const TransitionSet &transitions) const
{
    StateSet exits;
    for (const auto index : transitions) {
        const auto &transition = m_chart.transition(index);
        if (transition.targets.empty())
            continue;
        const auto domain = transitionDomain(transition);
        for (const auto state : m_running.configuration) {
            if (m_chart.contains(domain, state))
                insert(exits, state);
        }
    }
    return exits;
}

void Interpreter::exitStates(const TransitionSet &enabled)
{
    const auto exits = computeExitSet(enabled);
    for (const auto state : exits)
        std::erase(m_running.toInvoke, state);
    for (auto state = exits.rbegin(); state != exits.rend(); ++state)
        recordHistory(*state);
    for (auto state = exits.rbegin(); state != exits.rend(); ++state)
        leave(*state);
}

void Interpreter::recordHistory(StateIndex state)
{
    for (const auto history : m_chart.state(state).histories) {
        const bool isDeep = m_chart.state(history).kind == State::Kind::DeepHistory;
        StateSet kept;
        for (const auto active : m_running.configuration) {
            if (isDeep ? m_chart.state(active).isAtomic() && m_chart.contains(state, active)
                       : m_chart.state(active).parent == state)
                kept.push_back(active);
        }
        m_running.history[history] = std::move(kept);
    }
}

void Interpreter::leave(StateIndex state)
{
    for (const auto &block : m_chart.state(state).onExit)
        m_executor.run(block);
    m_executor.stopInvoked(state);
    std::erase(m_running.configuration, state);
}

} // namespace tandem::scxml
