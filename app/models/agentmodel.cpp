// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agentmodel.h"

#include "models/text.h"

#include <algorithm>

namespace tandem {

AgentModel::AgentModel(ServiceLink &link, const Clock &clock, QObject *parent)
    : QObject(parent), m_link(link), m_clock(clock)
{
}

void AgentModel::welcome(const protocol::Welcome &welcome)
{
    m_agent = welcome.agent;
    m_reasons = welcome.notReadyReasons;
    m_dispositions = welcome.dispositions;
    show(welcome.snapshot.agent);
}

void AgentModel::show(const protocol::AgentStatus &status)
{
    take(status);
    m_since = std::min(status.stateSince, m_clock.now().utc);
    emit changed();
}

void AgentModel::hear(const protocol::AgentStatus &status)
{
    const bool isNew = status.state != m_status.state || status.reason != m_status.reason;
    take(status);
    if (isNew)
        m_since = m_clock.now().utc;
    emit changed();
}

void AgentModel::take(const protocol::AgentStatus &status)
{
    m_status = status;
    for (auto &channel : m_status.channels) {
        if (const auto known = m_active.find(channel.mediaType); known != m_active.end())
            channel.active = known->second;
    }
}

void AgentModel::setActive(const std::string &mediaType, int active)
{
    m_active[mediaType] = active;
    take(m_status);
    emit changed();
}

QString AgentModel::name() const { return toQString(m_agent.name); }

QString AgentModel::userName() const { return toQString(m_agent.userName); }

bool AgentModel::hasRole(Role role) const
{
    return std::ranges::find(m_agent.roles, role) != m_agent.roles.end();
}

bool AgentModel::takesConversations() const
{
    return hasRole(Role::Agent) || hasRole(Role::Supervisor);
}

Ms AgentModel::timeInState() const { return std::max(Ms(0), m_clock.now().utc - m_since); }

QString AgentModel::stateText() const { return stateText(m_status.state, reason(), m_reasons); }

void AgentModel::askState(AgentState state, const std::string &reason)
{
    if (state != m_status.state || reason != this->reason() || isMixed())
        ask({state, {}, {}}, reason);
}

void AgentModel::askChannelState(const std::string &mediaType, AgentState state,
                                 const std::string &reason)
{
    const auto channel = std::ranges::find(channels(), mediaType, &protocol::Channel::mediaType);
    const bool isSo =
        channel != channels().end() && stateOf(*channel) == state && reasonOf(*channel) == reason;
    if (!isSo)
        ask({state, mediaType, {}}, reason);
}

AgentState AgentModel::stateOf(const protocol::Channel &channel) const
{
    return channel.state.value_or(m_status.state);
}

std::string AgentModel::reasonOf(const protocol::Channel &channel) const
{
    return channel.state ? channel.reason.value_or(std::string()) : reason();
}

QString AgentModel::textOf(const protocol::Channel &channel) const
{
    return stateText(stateOf(channel), reasonOf(channel), m_reasons);
}

bool AgentModel::isMixed() const
{
    return std::ranges::any_of(channels(), [this](const protocol::Channel &channel) {
        return stateOf(channel) != m_status.state || reasonOf(channel) != reason();
    });
}

void AgentModel::setChoices(const std::vector<protocol::Choice> &notReadyReasons,
                            const std::vector<protocol::Choice> &dispositions)
{
    if (m_reasons == notReadyReasons && m_dispositions == dispositions)
        return;
    m_reasons = notReadyReasons;
    m_dispositions = dispositions;
    emit choicesChanged();
    emit changed();
}

void AgentModel::ask(protocol::AgentSetState request, const std::string &reason)
{
    if (m_isWaiting)
        return;
    m_isWaiting = true;
    emit changed();
    if (!reason.empty())
        request.reason = reason;
    m_link.ask(request, [this](Result<protocol::AgentStatus> reply) {
        m_isWaiting = false;
        if (reply)
            hear(*reply);
        else
            emit refused(reply.error());
        emit changed();
    });
}

QString AgentModel::stateName(AgentState state)
{
    switch (state) {
    case AgentState::LoggedOut: return tr("Logged out");
    case AgentState::Ready: return tr("Ready");
    case AgentState::NotReady: return tr("Not ready");
    case AgentState::AfterContactWork: return tr("After contact work");
    case AgentState::DoNotDisturb: return tr("Do not disturb");
    }
    return {};
}

QString AgentModel::stateText(AgentState state, const std::string &reason,
                              const std::vector<protocol::Choice> &reasons)
{
    if (reason.empty())
        return stateName(state);
    return tr("%1 · %2", "state, reason").arg(stateName(state), reasonText(reason, reasons));
}

QString AgentModel::reasonText(const std::string &reason,
                               const std::vector<protocol::Choice> &reasons)
{
    const auto found = std::ranges::find(reasons, reason, &protocol::Choice::code);
    if (found != reasons.end())
        return toQString(found->name);
    // What rules set; the site's list need not have them.
    if (reason == "no_answer")
        return tr("Missed offers");
    if (reason == "inactive")
        return tr("No sign of activity");
    if (reason == "shift_over")
        return tr("Shift is over");
    return toQString(reason);
}

QString initials(const QString &name)
{
    QString letters;
    const auto words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto &word : {words.value(0), words.size() > 1 ? words.last() : QString()}) {
        if (!word.isEmpty())
            letters += word.at(0).toUpper();
    }
    return letters.isEmpty() ? QStringLiteral("?") : letters;
}

} // namespace tandem
