// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/metrics.h"

#include <string>
#include <vector>

namespace tandem::gateway {

// Prometheus text exposition format 0.0.4; families without samples are left out.
std::string metricsText(const std::vector<protocol::MetricFamily> &families);

} // namespace tandem::gateway
