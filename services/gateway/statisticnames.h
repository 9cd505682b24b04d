// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/form.h"
#include "protocol/statistics.h"

// The vendor's names of figures in our terms (wire facts 1.5). Pure; any thread.
namespace tandem::gateway {

// A question about one figure, and the unit of its answer.
struct StatisticQuestion
{
    protocol::StatisticQuery query;
    double factor = 1; // of the value, for the answer: seconds of milliseconds, per cent
};

// By the fields objectId, objectType, metric (or statisticType), timeProfile, timeRange, filter.
// invalid_params names what is missing or not known.
Result<StatisticQuestion> statisticFrom(const Form &form);

} // namespace tandem::gateway
