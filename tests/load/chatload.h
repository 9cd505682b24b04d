// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/conversation.h"
#include "load/load.h"
#include "load/options.h"
#include "load/team.h"

#include <deque>
#include <unordered_map>

namespace tandem::load {

// A day's chats: fills up to the open chats wanted, then lets some come and others go.
class ChatLoad final : public Load, private AgentEvents
{
public:
    ChatLoad(Place &place, const ChatLoadOptions &options, Seconds length,
             const Administrator &administrator, const std::vector<Dialogue> &dialogues,
             LoadEvents events);

    void run() override;
    void stop() override;
    std::size_t openCount() const override { return m_open.size(); }
    std::size_t agentCount() const override { return m_team.readyCount(); }

private:
    enum class Phase { Assembling, Filling, Running, Settling, Over };
    struct Buried
    {
        Clock::time_point at;
        std::unique_ptr<Conversation> conversation;
    };

    void offered(Agent &agent, std::uint32_t conversation,
                 const std::string &interactionId) override;
    void accepted(Agent &agent, std::uint32_t conversation, const std::string &interactionId,
                  std::string_view json);
    void shown(std::string_view json, bool isCatchingUp) override;

    void fill();
    void startOne();
    void changed(std::uint32_t number);
    void opened(Conversation &conversation);
    void bury(Conversation &conversation);
    void waitUntilAccepted();
    void begin();
    void dropAll();
    void turnOverAt(Clock::time_point due);
    void turnOver();
    void settle();
    void lookWhetherSettled();
    Conversation *find(std::uint32_t number);
    int agentsNeeded() const;

    Place &m_place;
    const ChatLoadOptions m_options;
    const Seconds m_length;
    const Administrator m_administrator;
    const std::vector<Dialogue> &m_dialogues;
    const LoadEvents m_events;
    const Manners m_manners;
    // Behind these: they hear from it until they are destroyed.
    std::unordered_map<std::uint32_t, std::unique_ptr<Conversation>> m_conversations;
    std::deque<Buried> m_buried;
    std::vector<Conversation *> m_open;
    Team m_team;
    Timer m_wait;
    Timer m_end;
    Timer m_turnOver;
    Timer m_dropAll;
    Phase m_phase = Phase::Assembling;
    std::uint32_t m_started = 0;
    std::size_t m_starting = 0;
    int m_looks = 0;
};

} // namespace tandem::load
