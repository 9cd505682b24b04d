// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/gauges.h"
#include "statistics/ledger.h"
#include "statistics/present.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::statistics {

// The fold: facts with their times in, figures out. Of what happened, exactly what lies within a
// window counts; what is now comes from Present. No clock, no store. Core thread.
class Figures
{
public:
    // A definition at a moment, ready to be told of many objects. Valid until the next fact.
    class Reading
    {
    public:
        // object: a queue's id, a user name, a group's id, a media type. Nothing where there is no
        // such object, where the measure is not told of it, where there is nothing to tell, and
        // where what is known does not reach back over the whole window.
        std::optional<double> of(const std::string &object) const;

    private:
        friend class Figures;
        std::optional<double> now(const std::string &object) const;
        std::optional<double> counted(const std::string &object) const;
        std::optional<double> spent(const std::string &object) const;
        Gauges::Filter filter(const std::string &object) const;

        const Figures *m_figures = nullptr;
        const protocol::StatisticDefinition *m_definition = nullptr;
        const MeasureRow *m_row = nullptr;
        const Tally *m_tally = nullptr;
        Bounds m_bounds;
        UtcTime m_now{};
    };

    explicit Figures(const Present &present) : m_present(present), m_gauges(present) {}

    // Everything is forgotten; facts from `since` on follow, then setUp().
    void restart(UtcTime since);
    // What of the site counts, with definitions that are kept ready. Again whenever it changes;
    // then only what depends on what has changed is counted anew.
    void setUp(Setup setup, const std::vector<protocol::StatisticDefinition> &kept, UtcTime now);
    Arc moved(const protocol::InteractionMoved &fact, UtcTime time);
    void stateChanged(const protocol::AgentStateChanged &fact, UtcTime time);
    // Who meets a queue's targets has changed.
    void targetsChanged() { m_targets.clear(); }
    // When what has moved is as it will be: takes over what is now.
    void settle();
    // What was told since restart() is in the present that restart() read: an old log was read.
    void caughtUp();
    // From time to time: moves the windows on, forgets what none of them can reach any more.
    void advance(const Now &now) { m_ledger.advance(now); }

    // `definition` must outlive the reading.
    Reading at(const protocol::StatisticDefinition &definition, UtcTime now);
    // Of one who is (or would be) at that position of the queue, counted from 1. Nothing where
    // nothing is known.
    std::optional<Ms> estimatedWait(const QueueId &queue, int position, UtcTime now) const;
    int waiting(const QueueId &queue) const { return m_gauges.waiting({queue, {}}); }
    int handling(const QueueId &queue) const { return m_gauges.handling({queue, {}}); }
    const Setup &setup() const { return m_setup; }
    bool isObject(protocol::StatisticObject object, const std::string &id) const;

private:
    // Valid until the site changes.
    std::span<const AgentId> agentsOf(protocol::StatisticObject object,
                                      const std::string &id) const;
    const std::vector<AgentId> &targets(const QueueId &queue) const;
    int ready(std::span<const AgentId> agents) const;
    GoingOn goingOn(AgentId agent) const;
    std::uint32_t numberOf(protocol::StatisticObject object, const std::string &id) const;

    const Present &m_present;
    Setup m_setup;
    Ledger m_ledger;
    Gauges m_gauges;
    std::vector<InteractionId> m_moved; // some of them more than once
    mutable std::unordered_map<QueueId, std::vector<AgentId>> m_targets;
};

} // namespace tandem::statistics
