// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomchart.h"

#include <algorithm>

namespace tandem::test {

using namespace Qt::StringLiterals;
using namespace scxml;

QString RandomChart::states()
{
    m_nodes.push_back({u"scxml"_s, {}, -1, {}});
    const int count = 1 + below(3);
    QString text = u"<datamodel><data id='n' expr='0'/><data id='l'>[1, 2]</data></datamodel>"_s;
    for (int i = 0; i < count; ++i)
        make(0, 0);
    m_nodes.push_back({u"final"_s, u"end"_s, 0, {}});
    m_nodes[0].children.push_back(static_cast<int>(m_nodes.size()) - 1);
    const auto children = m_nodes[0].children;
    for (const auto child : children)
        text += written(child);
    return text;
}

int RandomChart::make(int parent, int depth)
{
    const auto index = static_cast<int>(m_nodes.size());
    const bool isParallel = depth < 3 && below(4) == 0;
    m_nodes.push_back({isParallel ? u"parallel"_s : u"state"_s, u"s%1"_s.arg(index), parent, {}});
    m_nodes[static_cast<size_t>(parent)].children.push_back(index);
    const int count = isParallel ? 2 + below(2) : depth < 4 ? below(3) : 0;
    for (int i = 0; i < count; ++i)
        make(index, depth + 1);
    if (count > 0 && !isParallel && below(3) == 0) {
        m_nodes.push_back({u"final"_s, u"f%1"_s.arg(index), index, {}});
        m_nodes[static_cast<size_t>(index)].children.push_back(static_cast<int>(m_nodes.size())
                                                               - 1);
    }
    if (count > 0 && below(3) == 0) {
        m_nodes.push_back({u"history"_s, u"h%1"_s.arg(index), index, {}});
        m_nodes[static_cast<size_t>(index)].children.push_back(static_cast<int>(m_nodes.size())
                                                               - 1);
    }
    return index;
}

QString RandomChart::written(int node)
{
    const auto made = m_nodes[static_cast<size_t>(node)];
    QString text = u"<%1 id='%2'"_s.arg(made.kind, made.id);
    if (made.kind == u"history"_s) {
        const auto &parent = m_nodes[static_cast<size_t>(made.parent)];
        return text
               + u" type='%1'><transition target='%2'>%3</transition></history>"_s.arg(
                   below(2) ? u"deep"_s : u"shallow"_s,
                   m_nodes[static_cast<size_t>(parent.children[0])].id, steps(1));
    }
    text += u"><onentry>%1</onentry><onexit>%2</onexit>"_s.arg(steps(0), steps(0));
    if (made.kind != u"final"_s) {
        for (int i = below(4); i > 0; --i)
            text += transition(node);
        if (below(6) == 0)
            text += u"<invoke src='x' autoforward='%1'><param name='n' expr='n'/>"
                    "<finalize>%2</finalize></invoke>"_s.arg(below(2) ? u"true"_s : u"false"_s,
                                                             steps(1));
    } else if (below(2)) {
        text += u"<donedata><param name='n' expr='n'/></donedata>"_s;
    }
    for (const auto child : made.children)
        text += written(child);
    return text + u"</%1>"_s.arg(made.kind);
}

QString RandomChart::target(int node)
{
    // Seldom to the end, so that most charts live on.
    const auto count = static_cast<int>(m_nodes.size());
    auto chosen = 1 + below(count - 1);
    if (m_nodes[static_cast<size_t>(chosen)].id == u"end"_s && below(8))
        chosen = node;
    return m_nodes[static_cast<size_t>(chosen)].id;
}

QString RandomChart::transition(int node)
{
    QString text = u"<transition"_s;
    const bool hasEvent = below(20) > 0;
    if (hasEvent) {
        // Seldom what answers everything: it makes endless loops.
        const QString events[] = {u"*"_s, u"error"_s, u"done.state"_s,
                                  eventName() + u' ' + eventName(), eventName()};
        text += u" event='%1'"_s.arg(events[std::min(below(30), 4)]);
    }
    if (!hasEvent || below(3) == 0) {
        const QString conditions[] = {u"n % 2 == 0"_s, u"n % 3 == 1"_s,
                                      u"In(\"s%1\")"_s.arg(1 + below(9)), u"nothing"_s};
        text += u" cond='%1'"_s.arg(conditions[below(4)]);
    }
    if (!hasEvent || below(4) > 0)
        text += u" target='%1'"_s.arg(target(node));
    if (below(4) == 0)
        text += u" type='internal'"_s;
    return text + u'>' + steps(0) + u"</transition>"_s;
}

QString RandomChart::steps(int depth)
{
    QString text;
    for (int i = below(3); i > 0; --i)
        text += step(depth);
    return text;
}

QString RandomChart::step(int depth)
{
    switch (below(depth < 2 ? 12 : 9)) {
    case 0: return u"<log expr='n'/>"_s;
    case 1: return u"<assign location='n' expr='(n + 1) % 97'/>"_s;
    case 2: return u"<script>l.push(n); if (l.length > 5) l.shift();</script>"_s;
    case 3: return u"<raise event='%1'/>"_s.arg(eventName());
    case 4: return u"<send event='%1' delay='%2s'/>"_s.arg(eventName()).arg(1 + below(3));
    case 5: return u"<send event='%1' target='#_parent'/>"_s.arg(eventName());
    case 6: return below(3) ? QString() : u"<assign location='nothing' expr='1'/>"_s;
    case 7: return u"<send id='x' event='%1' delay='1s'/><cancel sendid='x'/>"_s.arg(eventName());
    case 8: return u"<t:act n='1' mexpr='n'/>"_s;
    case 9: return u"<if cond='n % 2'>%1<else/>%2</if>"_s.arg(steps(depth + 1), steps(depth + 1));
    case 10: return u"<foreach array='l' item='x'>%1</foreach>"_s.arg(steps(depth + 1));
    default: return u"<log label='e' expr='_event.name'/>"_s;
    }
}

QString faultOf(const Session &session)
{
    if (session.isFinished())
        return session.configuration().isEmpty() ? QString() : u"active after the end"_s;
    const auto &chart = session.chart();
    const auto isActive = [&](StateIndex state) {
        return state == 0 || session.isActive(chart.state(state).id);
    };
    for (StateIndex index = 0; index < static_cast<StateIndex>(chart.states.size()); ++index) {
        const auto &state = chart.state(index);
        const auto active = std::ranges::count_if(state.children, isActive);
        if (!isActive(index)) {
            if (active > 0)
                return u"inside \"%1\" something is active, itself not"_s.arg(state.id);
        } else if (state.isHistory()) {
            return u"history \"%1\" is active"_s.arg(state.id);
        } else if (state.kind == State::Kind::Compound && active != 1) {
            return u"%1 children of \"%2\" are active"_s.arg(active).arg(state.id);
        } else if (state.kind == State::Kind::Parallel
                   && active != static_cast<std::ptrdiff_t>(state.children.size())) {
            return u"not all children of \"%1\" are active"_s.arg(state.id);
        }
    }
    return {};
}

} // namespace tandem::test
