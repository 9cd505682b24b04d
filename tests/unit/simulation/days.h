// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/syntheticarrivals.h"

// The demo company's day, and what tests change of it.
struct Days
{
    tandem::SimulationSettings settings;
    tandem::protocol::SiteDocument site;
    tandem::ArrivalCurve curve = tandem::weekdayCurve;

    Days();
    // With a shipped strategy, or with the queues' own rules where the id is empty.
    tandem::DayFigures with(const std::string &strategyId) const;
    // With a document; its findings are thrown.
    tandem::DayFigures withDocument(const std::string &document) const;
    // One queue, agents who take one chat at a time, exponential handling, nobody leaves.
    static Days ofTheory(int agents, int chats, int handlingSeconds);

private:
    tandem::DayFigures run(const tandem::ShippedStrategy *strategy) const;
};
