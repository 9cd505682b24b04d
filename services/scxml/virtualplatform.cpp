// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/virtualplatform.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

VirtualPlatform::VirtualPlatform(ScriptEngine &scripts, Loader loader)
    : m_scripts(scripts), m_loader(std::move(loader))
{
}

VirtualPlatform::~VirtualPlatform() = default;

Session *VirtualPlatform::add(const ChartPointer &chart) { return add(chart, Member{}); }

Session *VirtualPlatform::add(const ChartPointer &chart, Member member)
{
    member.session = std::make_unique<Session>(m_scripts, m_scripts.compile(chart), *this,
                                               u"session%1"_s.arg(m_members.size() + 1));
    m_members.push_back(std::make_unique<Member>(std::move(member)));
    return m_members.back()->session.get();
}

void VirtualPlatform::runUntil(Milliseconds end)
{
    for (;;) {
        while (work()) {
        }
        if (m_timers.empty() || m_timers.begin()->first.first > end)
            return;
        const auto next = m_timers.begin();
        m_now = next->first.first;
        const auto [session, timer] = next->second;
        m_timers.erase(next);
        session->fire(timer);
    }
}

bool VirtualPlatform::work()
{
    bool hasWorked = false;
    for (size_t i = 0; i < m_members.size(); ++i) {
        auto &member = *m_members[i];
        if (!std::exchange(member.isStarted, true)) {
            member.session->start(member.parameters);
            hasWorked = true;
        }
    }
    if (!m_posted.empty()) {
        auto [to, event] = std::move(m_posted.front());
        m_posted.pop_front();
        to->deliver(std::move(event));
        return true;
    }
    return hasWorked;
}

void VirtualPlatform::post(Session &to, Event event)
{
    m_posted.emplace_back(&to, std::move(event));
}

VirtualPlatform::Member *VirtualPlatform::member(const Session &session)
{
    const auto found = std::ranges::find_if(
        m_members, [&](const auto &one) { return one->session.get() == &session; });
    return found == m_members.end() ? nullptr : found->get();
}

VirtualPlatform::Member *VirtualPlatform::invoked(const Session &parent, const QString &invokeId)
{
    const auto found = std::ranges::find_if(m_members, [&](const auto &one) {
        return one->parent == &parent && one->invokeId == invokeId && !one->isSilent;
    });
    return found == m_members.end() ? nullptr : found->get();
}

VirtualPlatform::Member *VirtualPlatform::byId(const QString &sessionId)
{
    const auto found = std::ranges::find_if(
        m_members, [&](const auto &one) { return one->session->id() == sessionId; });
    return found == m_members.end() ? nullptr : found->get();
}

Delivery VirtualPlatform::send(Session &from, const Message &message)
{
    const auto &target = message.target;
    auto event = message.event;
    if (!target.startsWith(u"#_"_s))
        return Delivery::BadTarget;
    if (target == u"#_parent"_s) {
        const auto *sender = member(from);
        if (!sender || !sender->parent)
            return Delivery::Unreachable;
        event.invokeId = sender->invokeId;
        if (!sender->isSilent)
            post(*sender->parent, std::move(event));
        return Delivery::Sent;
    }
    auto *receiver =
        target.startsWith(u"#_scxml_"_s) ? byId(target.mid(8)) : invoked(from, target.mid(2));
    if (!receiver || receiver->session->isFinished())
        return Delivery::Unreachable;
    post(*receiver->session, std::move(event));
    return Delivery::Sent;
}

void VirtualPlatform::schedule(Session &session, std::uint32_t timer, Milliseconds delay)
{
    m_timers.emplace(std::pair(m_now + delay, ++m_order), std::pair(&session, timer));
}

void VirtualPlatform::unschedule(Session &session, std::uint32_t timer)
{
    std::erase_if(m_timers,
                  [&](const auto &one) { return one.second == std::pair(&session, timer); });
}

ChartPointer VirtualPlatform::chartOf(const Invocation &invocation) const
{
    if (invocation.chart)
        return invocation.chart;
    QByteArray document;
    if (!invocation.src.isEmpty()) {
        const auto loaded = m_loader ? m_loader(invocation.src) : std::unexpected(QString());
        if (!loaded)
            return {};
        document = *loaded;
    } else {
        document = QJsonDocument::fromJson('[' + invocation.content.toUtf8() + ']')
                       .array()
                       .at(0)
                       .toString()
                       .toUtf8();
    }
    return Chart::read(document, {{}, m_loader}).value_or(ChartPointer());
}

Delivery VirtualPlatform::start(Session &session, const Invocation &invocation)
{
    static const QStringList types{u""_s, u"scxml"_s, u"http://www.w3.org/TR/scxml"_s,
                                   u"http://www.w3.org/TR/scxml/"_s};
    if (!types.contains(invocation.type))
        return Delivery::BadTarget;
    const auto chart = chartOf(invocation);
    if (!chart)
        return Delivery::Unreachable;
    add(chart, {{}, &session, invocation.id, invocation.parameters, false, false});
    return Delivery::Sent;
}

void VirtualPlatform::stop(Session &session, const QString &invokeId)
{
    auto *child = invoked(session, invokeId);
    if (!child)
        return;
    child->isSilent = true;
    child->isStarted = true;
    child->session->cancel();
}

void VirtualPlatform::forward(Session &session, const QString &invokeId, const Event &event)
{
    if (auto *child = invoked(session, invokeId))
        post(*child->session, event);
}

std::expected<void, ActionProblem> VirtualPlatform::act(Session &, const Action &action)
{
    return std::unexpected(
        ActionProblem{u"error.execution"_s, u"there is no action <%1>"_s.arg(action.name)});
}

void VirtualPlatform::log(Session &, const QString &label, const QString &text)
{
    if (onLog)
        onLog(label, text);
}

void VirtualPlatform::wasCutOff(Session &, const CutOff &) {}

void VirtualPlatform::ended(Session &session, const QString &doneData)
{
    const auto *child = member(session);
    if (child && child->parent && !child->isSilent)
        post(*child->parent, {u"done.invoke."_s + child->invokeId,
                              Event::Type::External,
                              {},
                              {},
                              {},
                              child->invokeId,
                              doneData});
}

} // namespace tandem::scxml
