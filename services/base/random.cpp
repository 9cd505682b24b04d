// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <openssl/rand.h>

#include <cstdlib>
#include <vector>

namespace tandem {

std::string Random::secret(std::size_t bytes)
{
    static constexpr char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::vector<unsigned char> raw(bytes);
    fill(raw);
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (const unsigned char byte : raw) {
        buffer = (buffer << 8) | byte;
        for (bits += 8; bits >= 6; bits -= 6)
            text += alphabet[(buffer >> (bits - 6)) & 63];
    }
    if (bits > 0)
        text += alphabet[(buffer << (6 - bits)) & 63];
    return text;
}

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    // Without randomness no secret is safe: stopping is the only right answer.
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        std::abort();
}

} // namespace tandem
