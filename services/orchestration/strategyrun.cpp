// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategyrun.h"

#include "orchestration/jsonvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tandem {

using namespace Qt::StringLiterals;

namespace {

constexpr char startEvent[] = "start";
// What strategies may bring about in one step; more is a loop.
constexpr std::size_t mostActions = 200;
constexpr std::size_t mostLogs = 200;
constexpr qsizetype longestLog = 2'000;

std::uint64_t timerKey(int member, std::uint32_t timer)
{
    return static_cast<std::uint64_t>(member) << 32 | timer;
}

bool isError(const QString &event) { return event == u"error"_s || event.startsWith(u"error."_s); }

} // namespace

StrategyRun::StrategyRun(StrategyPrograms &programs,
                         std::shared_ptr<const StrategyDocument> document, StrategySessionId id,
                         Storing storing)
    : m_programs(programs), m_document(std::move(document)), m_id(id), m_storing(storing)
{
}

StrategyRun::~StrategyRun() = default;

int StrategyRun::indexOf(const scxml::Session &session) const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i].session.get() == &session)
            return static_cast<int>(i);
    }
    return -1;
}

StrategyRun::Member *StrategyRun::child(const scxml::Session &parent, const QString &invokeId)
{
    const int index = indexOf(parent);
    const auto found = std::ranges::find_if(m_members, [&](const Member &member) {
        return member.session && member.parent == index && member.invokeId == invokeId
               && !member.isSilent;
    });
    return found == m_members.end() ? nullptr : &*found;
}

StrategyStepped StrategyRun::take(const StrategyInput &input, bool isLast)
{
    m_step = {};
    m_step.sessionId = m_id;
    m_step.number = input.number;
    if (input.event == startEvent && m_members.empty())
        begin(input);
    else
        deliver(input);
    work();
    if (isLast && !m_members.empty() && m_members.front().session)
        m_members.front().session->cancel();
    finish(m_step);
    return std::move(m_step);
}

void StrategyRun::begin(const StrategyInput &input)
{
    const auto program = m_programs.of(m_document);
    if (!program) {
        m_step.failure = "the document is no chart any more";
        return;
    }
    Member member;
    member.session =
        std::make_unique<scxml::Session>(m_programs.scripts(), program, *this, toQt(m_id.text()));
    m_members.push_back(std::move(member));
    m_members.front().session->start({{u"interaction"_s, toQt(input.data.value_or("null"))}});
}

void StrategyRun::deliver(const StrategyInput &input)
{
    if (m_members.empty() || !m_members.front().session) {
        m_step.failure = "the session is not there any more";
        return;
    }
    if (input.timer) {
        const auto member = static_cast<std::size_t>(*input.timer >> 32);
        if (member < m_members.size() && m_members[member].session)
            m_members[member].session->fire(static_cast<std::uint32_t>(*input.timer));
        return;
    }
    scxml::Event event;
    event.name = toQt(input.event);
    if (input.data && !input.data->empty())
        event.data = toQt(*input.data);
    m_members.front().session->deliver(std::move(event));
}

// Until nothing is left to do among the sessions. Bounded: what they send each other without end
// is stopped.
void StrategyRun::work()
{
    for (int rounds = 0; rounds < 1'000; ++rounds) {
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            if (std::exchange(m_members[i].isStarted, true))
                continue;
            const auto parameters = std::exchange(m_members[i].parameters, {});
            m_members[i].session->start(parameters);
        }
        if (m_posted.empty()) {
            const auto busy = std::ranges::find_if(m_members, [](const Member &member) {
                return member.session && member.session->hasWork();
            });
            if (busy == m_members.end())
                return;
            busy->session->run();
            continue;
        }
        auto [to, event] = std::move(m_posted.front());
        m_posted.pop_front();
        if (auto &session = m_members[static_cast<std::size_t>(to)].session)
            session->deliver(std::move(event));
    }
    m_posted.clear();
    m_step.failure = "its sessions send each other events without end";
}

void StrategyRun::finish(StrategyStepped &step)
{
    if (m_members.empty() || step.failure)
        return;
    for (auto &member : m_members) {
        if (member.session && !member.session->failure().isNull() && !step.failure)
            step.failure = member.session->failure().toStdString();
    }
    auto &first = *m_members.front().session;
    for (const auto &id : first.configuration())
        step.states.push_back(id.toStdString());
    step.isFinished = first.isFinished();
    if (step.isFinished && !first.finalState().isNull())
        step.states.push_back(first.finalState().toStdString());
    if (step.failure || step.isFinished)
        return;
    for (auto &member : m_members) {
        if (member.session && member.session->isFinished())
            member.session.reset();
    }
    while (!m_members.back().session)
        m_members.pop_back();
    if (m_storing == Storing::Off)
        return;
    auto text = stored();
    if (text)
        step.stored = std::move(*text);
    else
        step.failure = text.error().message;
}

void StrategyRun::schedule(scxml::Session &session, std::uint32_t timer,
                           std::chrono::milliseconds delay)
{
    m_step.startedTimers.push_back({timerKey(indexOf(session), timer), delay.count()});
}

void StrategyRun::unschedule(scxml::Session &session, std::uint32_t timer)
{
    const auto key = timerKey(indexOf(session), timer);
    if (std::erase_if(m_step.startedTimers,
                      [key](const StartedTimer &started) { return started.timer == key; })
        == 0)
        m_step.stoppedTimers.push_back(key);
}

std::expected<void, scxml::ActionProblem> StrategyRun::act(scxml::Session &,
                                                           const scxml::Action &action)
{
    if (m_step.actions.size() >= mostActions) {
        return std::unexpected(scxml::ActionProblem{
            u"error.platform"_s, u"more than %1 actions at once"_s.arg(mostActions)});
    }
    AskedAction asked{action.name.toStdString(), {}, {}};
    for (auto entry = action.attributes.begin(); entry != action.attributes.end(); ++entry) {
        if (!entry.value().isNull() && !entry.value().isUndefined())
            asked.attributes[entry.key().toStdString()] = textOf(entry.value());
    }
    const auto data = valueOf(action.data);
    if (data.isObject()) {
        const auto object = data.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            asked.parameters[entry.key().toStdString()] = textOf(entry.value());
    } else if (!data.isUndefined() && !data.isNull()) {
        asked.parameters["content"] = textOf(data);
    }
    m_step.actions.push_back(std::move(asked));
    return {};
}

void StrategyRun::took(scxml::Session &session, int transition)
{
    if (indexOf(session) == 0 && m_step.transitions.size() < 1'000)
        m_step.transitions.push_back(transition);
}

void StrategyRun::unanswered(scxml::Session &session, const scxml::Event &event)
{
    if (m_step.problem || !isError(event.name) || indexOf(session) != 0)
        return;
    const auto data = valueOf(event.data).toObject();
    auto text = event.name;
    if (const auto message = data.value(u"message"_s).toString(); !message.isEmpty())
        text += u": "_s + message;
    if (const int line = data.value(u"line"_s).toInt(); line > 0)
        text += u" (line %1)"_s.arg(line);
    m_step.problem = text.left(longestLog).toStdString();
}

void StrategyRun::log(scxml::Session &, const QString &label, const QString &text)
{
    if (m_step.logs.size() < mostLogs) {
        m_step.logs.push_back(
            {label.left(longestLog).toStdString(), text.left(longestLog).toStdString()});
    }
}

void StrategyRun::wasCutOff(scxml::Session &session, const scxml::CutOff &cutOff)
{
    m_step.cutOffs.push_back({indexOf(session), cutOff.script, cutOff.variables.toStdString()});
}

} // namespace tandem
