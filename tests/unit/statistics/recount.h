// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "madeuphistory.h"
#include "protocol/statisticdefinition.h"

// What a figure must be, counted from nothing over all that ever happened, by the words of
// docs/statistics.md. Shares nothing with the product but the facts.
std::optional<double> recount(const MadeUpHistory &history,
                              const tandem::protocol::StatisticDefinition &definition,
                              const std::string &object);
