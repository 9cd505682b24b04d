// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/conversation.h"
#include "load/load.h"
#include "load/options.h"
#include "load/team.h"

namespace tandem::load {

// Customers each of whom says the next thing as soon as the last was acknowledged.
class Saturation final : public Load, private AgentEvents
{
public:
    Saturation(Place &place, const SaturationOptions &options, Seconds warmUp, Seconds length,
               const Administrator &administrator, const std::vector<Dialogue> &dialogues,
               LoadEvents events);
    ~Saturation() override;

    void run() override;
    void stop() override;
    std::size_t openCount() const override { return m_startedCount; }
    std::size_t agentCount() const override { return m_team.readyCount(); }

private:
    class Talker;

    void offered(Agent &agent, std::uint32_t conversation,
                 const std::string &interactionId) override;
    void shown(std::string_view, bool) override {}
    void startAll();
    void started();
    void begin();
    void finish();

    Place &m_place;
    const SaturationOptions m_options;
    const Seconds m_warmUp;
    const Seconds m_length;
    const Administrator m_administrator;
    const std::vector<Dialogue> &m_dialogues;
    const LoadEvents m_events;
    std::vector<std::unique_ptr<Talker>> m_talkers;
    Team m_team;
    Timer m_timer;
    std::size_t m_startedCount = 0;
    bool m_isOver = false;
};

} // namespace tandem::load
