// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/businesshours.h"
#include "protocol/site.h"

#include <optional>

namespace tandem {

// The hours of a calendar; nothing where it does not make sense (it is checked before it is
// stored). Any thread.
std::optional<BusinessHours> hoursOf(const protocol::Calendar &calendar);
// The same, with the error that says what is wrong, and the field within the calendar.
Result<BusinessHours> businessHoursFrom(const protocol::Calendar &calendar);

} // namespace tandem
