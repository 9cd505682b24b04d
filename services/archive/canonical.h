// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transcript.h"

#include <string>
#include <vector>

// The bytes that are hashed and signed, as docs/transcripts.md tells others: change nothing here
// without a new format number. Any thread.
namespace tandem::canonical {

std::string event(InteractionId interaction, const protocol::ChatEvent &event);
// salt: hexadecimal; the hash likewise.
std::string leaf(const std::string &salt, InteractionId interaction,
                 const protocol::ChatEvent &event);
// h_n over the leaves, from h_0 = 32 zero bytes.
std::string chain(const std::vector<std::string> &leaves);
// Of lower-case hexadecimal; none where it is something else.
std::string bytes(const std::string &hex);
// What is signed.
std::string statement(InteractionId interaction, const protocol::TranscriptSeal &seal);
std::string statement(InteractionId interaction, const protocol::TranscriptRedaction &redaction);

} // namespace tandem::canonical
