// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <cstddef>
#include <span>
#include <string>

namespace tandem {

// Where randomness comes from. Any thread.
class TANDEM_BASE_EXPORT Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    // An unguessable text of `bytes` random bytes, base64url without padding (RFC 4648 section 5).
    std::string secret(std::size_t bytes = 24);
};

// The system's generator, through OpenSSL.
class TANDEM_BASE_EXPORT SystemRandom final : public Random
{
public:
    void fill(std::span<unsigned char> bytes) override;
};

} // namespace tandem
