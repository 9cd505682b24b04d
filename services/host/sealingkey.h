// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/signingkey.h"
#include "base/random.h"

namespace tandem {

// The key that transcripts are signed with: the file transcript-key.pem of the data folder, made
// where it is missing, for its owner only. Not in the store: who can change what is stored must not
// be able to sign it. The error says why it cannot be used.
Result<SigningKey> sealingKey(const std::string &dataFolder, Random &random);

} // namespace tandem
