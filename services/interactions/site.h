// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "domain/ids.h"
#include "protocol/types.h"

#include <map>
#include <string>
#include <vector>

namespace tandem {

struct QueueDefinition
{
    QueueId id;
    std::string name;
    std::vector<protocol::AgentSkill> skills; // what an agent needs to be offered from it
};

// Time-outs that an administrator may change; the defaults are those of the contracts.
struct SiteSettings
{
    Ms offerTimeout{30'000};
    Ms refusalPause{15'000};      // until an agent who refused is asked again
    Ms socketLostOffer{5'000};    // an open offer is taken back
    Ms socketLostReturn{300'000}; // an agent's interactions go back to their queue
    Ms resumeOffer{15'000};       // after a restart, for the agent to come back to an offer
    Ms customerTimeout{45'000};   // without a request or a live socket
    Ms sessionLife{12 * 3'600'000};
};

// What the company is made of and how it is set up, as far as it does not change with the work:
// queues, skills, reasons, dispositions. Core thread.
class Site final : public StoredState
{
public:
    explicit Site(SiteSettings settings) : m_settings(settings) {}

    Result<void> load(Database &database) override;

    const SiteSettings &settings() const { return m_settings; }
    // Null where there is none.
    const QueueDefinition *queue(const QueueId &id) const;
    const std::vector<QueueDefinition> &queues() const { return m_queues; }
    bool hasSkill(const SkillId &id) const { return m_skills.contains(id); }
    const std::vector<protocol::Choice> &notReadyReasons() const { return m_reasons; }
    const std::vector<protocol::Choice> &dispositions() const { return m_dispositions; }
    bool hasReason(const std::string &code) const { return contains(m_reasons, code); }
    bool hasDisposition(const std::string &code) const { return contains(m_dispositions, code); }

private:
    static bool contains(const std::vector<protocol::Choice> &choices, const std::string &code);

    SiteSettings m_settings;
    std::vector<QueueDefinition> m_queues;
    std::map<SkillId, std::string> m_skills;
    std::vector<protocol::Choice> m_reasons;
    std::vector<protocol::Choice> m_dispositions;
};

} // namespace tandem
