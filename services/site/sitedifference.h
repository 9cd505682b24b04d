// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/admin.h"

// What tells two documents apart, and a document with a difference put on or taken back. Core
// thread; pure.
namespace tandem {

// What makes `after` of `before`: kind by kind; what is removed, then what is put in its order.
std::vector<protocol::SiteChange> differences(const protocol::SiteDocument &before,
                                              const protocol::SiteDocument &after);

// The document with the objects of `put` in it (at their place, new ones at the end) and without
// those of `remove`; `not_found` names an object to be removed that is not there.
Result<protocol::SiteDocument> changed(const protocol::SiteDocument &document,
                                       const protocol::SiteDocument &put,
                                       const std::vector<protocol::SiteObjectRef> &remove);

// The document as it was before these changes; `conflict` names an object that is not as they left
// it.
Result<protocol::SiteDocument> takenBack(const protocol::SiteDocument &document,
                                         const std::vector<protocol::SiteChange> &changes);

} // namespace tandem
