// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/preparedsite.h"

namespace tandem {

// Recorded arrivals of one day as CSV (RFC 4180), a line each:
//     TIME,QUEUE[,HANDLING[,PATIENCE[,NAME=VALUE]...]]
// TIME is seconds since midnight, or ISO 8601 (without an offset: the site's time zone), all of the
// same day; HANDLING and PATIENCE are seconds, drawn where empty; NAME=VALUE is attached data, of
// which EmailAddress tells customers again. Lines that begin with # and a first line that begins
// with "time" are passed over; the order is free. invalid_params names the line.
Result<std::vector<SimulatedCustomer>> recordedArrivals(const std::string &text,
                                                        const protocol::SiteDocument &site,
                                                        const SimulationSettings &settings);

} // namespace tandem
