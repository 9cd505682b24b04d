// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/chatapi.h"
#include "gateway/httpmessage.h"

#include <string>

namespace tandem::gateway {

// The JSON object of an outcome, as Chat API version 2 has it. `extra`: members to put behind, as
// JSON text that begins with a comma. Messages beyond about `most` bytes are left out: nextPosition
// is that of the first of them.
std::string chatReplyJson(const ChatOutcome &outcome, std::string_view extra = {},
                          std::size_t most = std::string::npos);
// The same as an HTTP response: 200; 503 with Retry-After where it may be tried again. A long chat
// comes in several answers.
HttpResponse chatResponse(const ChatOutcome &outcome);
// One event as an element of messages[]; what is absent or empty is left out.
void writeEvent(std::string &out, const protocol::CustomerEvent &event);

} // namespace tandem::gateway
