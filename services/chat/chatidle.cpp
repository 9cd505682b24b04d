// SPDX-License-Identifier: GPL-3.0-or-later
// Chats in which nobody writes any more: an alert, by the rules a second one, and the end.
#include "chat/chats.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr char alertText[] = "The chat will be closed soon, since nobody is writing.";
constexpr char closeText[] = "The chat was closed, since nobody was writing.";

std::string alertOf(const protocol::Rules &rules, int alertsSoFar)
{
    const auto first = rules.chatIdleAlertText.value_or(alertText);
    return alertsSoFar == 0 ? first : rules.chatIdleSecondAlertText.value_or(first);
}

// How soon a chat follows rules that are turned on while it goes on.
constexpr Ms rulesAgain{60'000};

// 0: never.
struct IdleLimits
{
    explicit IdleLimits(const protocol::Rules &rules)
        : alert(rules.chatIdleAlertMs.value_or(255'000)),
          second(rules.chatIdleSecondAlertMs.value_or(0)),
          close(rules.chatIdleCloseMs.value_or(45'000))
    {
    }

    bool isOn() const { return alert > Ms(0); }
    int alerts() const { return second > Ms(0) ? 2 : 1; }
    // How long nobody wrote when the next step is due, after so many alerts.
    std::optional<Ms> due(int alertsSoFar) const
    {
        if (alertsSoFar == 0)
            return alert;
        if (alertsSoFar < alerts())
            return alert + second;
        return close > Ms(0) ? std::optional(alert + second + close) : std::nullopt;
    }

    Ms alert;
    Ms second;
    Ms close;
};

} // namespace

void Chats::wasWritten(ChatRecord &chat)
{
    chat.lastWord = m_engine.now().steady;
    chat.idleAlerts = 0;
}

// Whoever waits for an agent is not idle.
void Chats::watchIdle(ChatRecord &chat)
{
    if (chat.isIdleWatched || !m_site.settings().endsIdleChats || chat.presentAgents().empty())
        return;
    chat.isIdleWatched = true;
    wasWritten(chat);
    const IdleLimits limits(m_site.rules());
    checkIdleLater(chat.id, limits.isOn() ? limits.alert : rulesAgain);
}

void Chats::checkIdleLater(InteractionId id, Ms delay)
{
    m_engine.after(std::max(delay, Ms(1)), [this, id] {
        auto *chat = record(id);
        if (!chat || chat->endedAt)
            return;
        if (chat->presentAgents().empty())
            chat->isIdleWatched = false;
        else
            checkIdle(*chat);
    });
}

void Chats::checkIdle(ChatRecord &chat)
{
    const IdleLimits limits(m_site.rules());
    // An agent whose connection is lost cannot write.
    const bool canAnswer = std::ranges::any_of(
        chat.presentAgents(), [this](AgentId agent) { return m_interactions.isConnected(agent); });
    if (!canAnswer)
        wasWritten(chat);
    const auto due = limits.due(chat.idleAlerts);
    if (!limits.isOn() || !due)
        return checkIdleLater(chat.id, rulesAgain);
    const auto silent = m_engine.now().steady - chat.lastWord;
    if (silent < *due)
        return checkIdleLater(chat.id, *due - silent);
    const auto speaker = company(chat);
    if (chat.idleAlerts >= limits.alerts()) {
        auto text = m_site.rules().chatIdleCloseText.value_or(closeText);
        happen(chat, speaker, {ChatEventType::IdleClose, std::move(text), {}, {}, {}});
        return endConversation(chat.id);
    }
    happen(chat, speaker,
           {ChatEventType::IdleAlert, alertOf(m_site.rules(), chat.idleAlerts), {}, {}, {}});
    ++chat.idleAlerts;
    checkIdleLater(chat.id, limits.due(chat.idleAlerts).value_or(*due + rulesAgain) - silent);
}

} // namespace tandem
