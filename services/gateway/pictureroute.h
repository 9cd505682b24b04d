// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/router.h"

namespace tandem::gateway {

// GET /tandem/pictures/{hash}: the picture of an agent, a PNG, for whoever was told the hash (it
// comes with the event ParticipantJoined). 404 where nobody has it any more, or customers see none.
// All must outlive the router.
void addPictureRoute(Router &router, CorePort &core);

} // namespace tandem::gateway
