// SPDX-License-Identifier: GPL-3.0-or-later
// The half of appendix D that enters states.
#include "scxml/interpreter.h"

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

void Interpreter::enterStates(const TransitionSet &enabled)
{
    Entering entering;
    for (const auto index : enabled) {
        const auto &transition = m_chart.transition(index);
        for (const auto target : transition.targets)
            addDescendantStatesToEnter(target, entering);
        if (transition.targets.empty())
            continue;
        const auto domain = transitionDomain(transition);
        for (const auto state : effectiveTargets(transition))
            addAncestorStatesToEnter(state, domain, entering);
    }
    for (const auto state : entering.states)
        enter(state, entering);
}

void Interpreter::enter(StateIndex state, const Entering &entering)
{
    const auto &entered = m_chart.state(state);
    insert(m_running.configuration, state);
    if (!entered.invokes.empty())
        insert(m_running.toInvoke, state);
    if (m_chart.bindsLate && !contains(m_running.bound, state)) {
        insert(m_running.bound, state);
        m_executor.initialise(entered);
    }
    for (const auto &block : entered.onEntry)
        m_executor.run(block);
    if (contains(entering.forDefault, state))
        m_executor.run(m_chart.transition(entered.initial).block);
    const auto content = entering.historyContent.find(state);
    if (content != entering.historyContent.end())
        m_executor.run(m_chart.transition(content->second).block);
    if (entered.kind == State::Kind::Final)
        enteredFinal(state);
}

void Interpreter::enteredFinal(StateIndex state)
{
    const auto parent = m_chart.state(state).parent;
    if (parent == 0) {
        m_running.isActiveNow = false;
        return;
    }
    const auto done = [this](StateIndex finished, const QString &data) {
        m_running.raise({u"done.state."_s + m_chart.state(finished).id,
                         Event::Type::Internal,
                         {},
                         {},
                         {},
                         {},
                         data});
    };
    done(parent, m_executor.doneData(m_chart.state(state)));
    const auto grandparent = m_chart.state(parent).parent;
    if (grandparent != noState && m_chart.state(grandparent).kind == State::Kind::Parallel
        && std::ranges::all_of(m_chart.state(grandparent).children,
                               [this](auto child) { return isInFinalState(child); }))
        done(grandparent, {});
}

void Interpreter::addDescendantStatesToEnter(StateIndex state, Entering &entering) const
{
    const auto &entered = m_chart.state(state);
    if (entered.isHistory())
        return addHistoryToEnter(state, entering);
    insert(entering.states, state);
    if (entered.kind == State::Kind::Compound) {
        insert(entering.forDefault, state);
        const auto &targets = m_chart.transition(entered.initial).targets;
        for (const auto target : targets)
            addDescendantStatesToEnter(target, entering);
        for (const auto target : targets)
            addAncestorStatesToEnter(target, state, entering);
    } else if (entered.kind == State::Kind::Parallel) {
        addChildrenToEnter(state, entering);
    }
}

void Interpreter::addHistoryToEnter(StateIndex state, Entering &entering) const
{
    const auto parent = m_chart.state(state).parent;
    const auto kept = m_running.history.find(state);
    const auto &transition = m_chart.transition(m_chart.state(state).initial);
    const bool isKept = kept != m_running.history.end();
    if (!isKept)
        entering.historyContent[parent] = m_chart.state(state).initial;
    const auto &targets = isKept ? kept->second : transition.targets;
    for (const auto target : targets)
        addDescendantStatesToEnter(target, entering);
    for (const auto target : targets)
        addAncestorStatesToEnter(target, parent, entering);
}

void Interpreter::addAncestorStatesToEnter(StateIndex state, StateIndex ancestor,
                                           Entering &entering) const
{
    for (auto outer = m_chart.state(state).parent; outer != ancestor && outer > 0;
         outer = m_chart.state(outer).parent) {
        insert(entering.states, outer);
        if (m_chart.state(outer).kind == State::Kind::Parallel)
            addChildrenToEnter(outer, entering);
    }
}

void Interpreter::addChildrenToEnter(StateIndex parallel, Entering &entering) const
{
    for (const auto child : m_chart.state(parallel).children) {
        if (std::ranges::none_of(entering.states,
                                 [&](auto one) { return m_chart.contains(child, one); }))
            addDescendantStatesToEnter(child, entering);
    }
}

bool Interpreter::isInFinalState(StateIndex state) const
{
    const auto &asked = m_chart.state(state);
    if (asked.kind == State::Kind::Compound)
        return std::ranges::any_of(asked.children, [this](auto child) {
            return m_chart.state(child).kind == State::Kind::Final
                   && contains(m_running.configuration, child);
        });
    if (asked.kind == State::Kind::Parallel)
        return std::ranges::all_of(asked.children,
                                   [this](auto child) { return isInFinalState(child); });
    return false;
}

StateIndex Interpreter::transitionDomain(const Transition &transition) const
{
    const auto targets = effectiveTargets(transition);
    if (transition.isInternal && m_chart.state(transition.source).kind == State::Kind::Compound
        && std::ranges::all_of(
            targets, [&](auto target) { return m_chart.contains(transition.source, target); }))
        return transition.source;
    return leastCommonCompoundAncestor(transition.source, targets);
}

StateSet Interpreter::effectiveTargets(const Transition &transition) const
{
    StateSet targets;
    for (const auto target : transition.targets) {
        if (!m_chart.state(target).isHistory()) {
            insert(targets, target);
            continue;
        }
        const auto kept = m_running.history.find(target);
        const auto found =
            kept != m_running.history.end()
                ? kept->second
                : effectiveTargets(m_chart.transition(m_chart.state(target).initial));
        for (const auto one : found)
            insert(targets, one);
    }
    return targets;
}

StateIndex Interpreter::leastCommonCompoundAncestor(StateIndex first, const StateSet &others) const
{
    for (auto outer = m_chart.state(first).parent; outer != noState;
         outer = m_chart.state(outer).parent) {
        if (m_chart.state(outer).kind == State::Kind::Compound
            && std::ranges::all_of(others, [&](auto one) { return m_chart.contains(outer, one); }))
            return outer;
    }
    return 0;
}

} // namespace tandem::scxml
