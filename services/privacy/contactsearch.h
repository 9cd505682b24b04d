// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/privacy.h"
#include "store/database.h"

#include <vector>

namespace tandem {

// Names somebody: an address, a key or interactions, each of a sensible size.
Result<void> checkContact(const protocol::ContactChoice &contact);
// The same, and why: 1 to 256 bytes.
Result<void> checkContact(const protocol::ContactChoice &contact, const std::string &reason);
// All interactions of the contact, in their order. `not_found`: an id that is asked for is not
// there; `wrong_state`: one is open; which, the message says.
Result<std::vector<InteractionId>>
interactionsOf(Database &database, const protocol::ContactChoice &contact, bool mayBeOpen);

// Of the contact, whatever their state; `not_found` as above.
Result<protocol::PrivacyFindReply> countOf(Database &database,
                                           const protocol::ContactChoice &contact);

} // namespace tandem
