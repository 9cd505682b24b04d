// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/executor.h"

namespace tandem::scxml {

// The algorithm of SCXML 1.0, appendix D; its procedures have the same names.
class Interpreter
{
public:
    explicit Interpreter(Running &running)
        : m_running(running), m_chart(running.chart()), m_executor(running)
    {
    }

    void enterInitial(const std::vector<std::pair<QString, QString>> &parameters);
    // Until the session waits for an external event, ends or has met its limit.
    void mainEventLoop();
    void exitInterpreter();

private:
    using TransitionSet = std::vector<int>;

    struct Entering
    {
        StateSet states;
        StateSet forDefault;
        std::map<StateIndex, int> historyContent; // transition by the history's parent
    };

    void macrostep();
    bool overran(int &microsteps);
    void externalEvent();
    void microstep(const TransitionSet &enabled);
    TransitionSet selectEventlessTransitions();
    TransitionSet selectTransitions(const Event &event);
    int enabledIn(StateIndex state, const Event *event);
    TransitionSet select(const Event *event);
    TransitionSet removeConflictingTransitions(const TransitionSet &enabled) const;
    StateSet computeExitSet(const TransitionSet &transitions) const;
    void exitStates(const TransitionSet &enabled);
    void recordHistory(StateIndex state);
    void leave(StateIndex state);
    void enterStates(const TransitionSet &enabled);
    void enter(StateIndex state, const Entering &entering);
    void enteredFinal(StateIndex state);
    void addDescendantStatesToEnter(StateIndex state, Entering &entering) const;
    void addHistoryToEnter(StateIndex state, Entering &entering) const;
    void addAncestorStatesToEnter(StateIndex state, StateIndex ancestor, Entering &entering) const;
    void addChildrenToEnter(StateIndex parallel, Entering &entering) const;
    bool isInFinalState(StateIndex state) const;
    StateIndex transitionDomain(const Transition &transition) const;
    StateSet effectiveTargets(const Transition &transition) const;
    StateIndex leastCommonCompoundAncestor(StateIndex first, const StateSet &others) const;

    Running &m_running;
    const Chart &m_chart;
    Executor m_executor;
};

} // namespace tandem::scxml
