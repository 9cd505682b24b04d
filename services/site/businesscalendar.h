// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/businesshours.h"
#include "protocol/site.h"

namespace tandem {

// A calendar of the site as the rule that it stands for. `invalid_params` with the field within the
// calendar; never of a calendar that is in a site.
Result<BusinessHours> hoursOf(const protocol::Calendar &calendar);

} // namespace tandem
