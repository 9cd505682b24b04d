// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/services.h"

#include <string>

namespace tandem {

// What must hold after every step of the core, worked out anew from what is there, without the
// router's index: each interaction is in one place, nobody has more than the capacity rule allows,
// nothing waits beside somebody who is free. The first that is broken; empty: none.
std::string brokenInvariant(const Services &services);
// Where nothing is on its way to the store: memory holds what the store holds.
std::string storeFault(const Services &services, Database &database);

} // namespace tandem
