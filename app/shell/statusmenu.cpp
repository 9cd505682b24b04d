// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusmenu.h"

#include "models/agentmodel.h"
#include "widgets/look.h"
#include "widgets/statedot.h"

#include <algorithm>

namespace tandem {

StatusMenu::StatusMenu(const Look &look, QWidget *parent) : QMenu(parent), m_look(look)
{
    setAccessibleName(tr("Choose your status"));
    connect(this, &QMenu::aboutToShow, this, &StatusMenu::build);
}

void StatusMenu::show(AgentModel *agent)
{
    m_agent = agent;
    build();
}

void StatusMenu::setChannel(const std::string &mediaType) { m_channel = mediaType; }

bool StatusMenu::isNow(AgentState state, const std::string &reason) const
{
    if (!m_channel)
        return m_agent->state() == state && m_agent->reason() == reason;
    const auto &channels = m_agent->channels();
    const auto channel = std::ranges::find(channels, *m_channel, &protocol::Channel::mediaType);
    return channel != channels.end() && m_agent->stateOf(*channel) == state
           && m_agent->reasonOf(*channel) == reason;
}

void StatusMenu::ask(AgentState state, const std::string &reason)
{
    if (!m_agent)
        return;
    if (m_channel)
        m_agent->askChannelState(*m_channel, state, reason);
    else
        m_agent->askState(state, reason);
}

void StatusMenu::build()
{
    clear();
    if (!m_agent)
        return;
    const auto add = [this](AgentState state, const std::string &reason, int key) {
        auto *action = addAction(stateDot(m_look, state),
                                 AgentModel::stateText(state, reason, m_agent->reasons()));
        auto font = action->font();
        font.setWeight(isNow(state, reason) ? QFont::DemiBold : QFont::Normal);
        action->setFont(font);
        if (key > 0 && !m_channel)
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + key)));
        connect(action, &QAction::triggered, this, [this, state, reason] { ask(state, reason); });
    };
    add(AgentState::Ready, {}, 1);
    add(AgentState::NotReady, {}, 2);
    for (const auto &reason : m_agent->reasons())
        add(AgentState::NotReady, reason.code, 0);
    if (m_channel)
        return;
    add(AgentState::AfterContactWork, {}, 3);
    add(AgentState::DoNotDisturb, {}, 4);
    addSeparator();
    addAction(tr("Channel by channel …"), this, &StatusMenu::channelsAsked);
}

} // namespace tandem
