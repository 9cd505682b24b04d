// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "gateway/form.h"
#include "protocol/openmedia.h"

#include <optional>
#include <string>

// Reading the fields of a call about open media (docs/protocol.md). invalid_params names the field.
// Pure, but for the randomness that is passed in; any thread.
namespace tandem::gateway {

// queueId: of the path. Without an externalId a random one is made.
Result<protocol::MediaSubmit> mediaSubmitFrom(const QueueId &queueId, const Form &form,
                                              Random &random);
// interactionId: of the path, else by the fields externalId and mediaType.
Result<protocol::MediaRef> mediaRefFrom(const std::optional<std::string> &interactionId,
                                        const Form &form);
// userData[key] sets, removeData[key] removes.
Result<protocol::MediaUpdate> mediaUpdateFrom(protocol::MediaRef ref, const Form &form);

// "Inbound", "outbound" ... -> inbound, outbound, internal as the protocol has them; others are
// passed on as they are, to be refused there.
std::optional<std::string> interactionTypeFrom(const std::optional<std::string> &text);
// An externalId for who gives none.
std::string randomExternalId(Random &random);

// The data that keeps the vendor's subtype ("InboundNew").
inline constexpr std::string_view subtypeKey = "InteractionSubtype";

} // namespace tandem::gateway
