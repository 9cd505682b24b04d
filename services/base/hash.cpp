// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <array>

namespace tandem {

namespace {

std::array<unsigned char, SHA256_DIGEST_LENGTH> sha256(std::string_view text)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data());
    return digest;
}

} // namespace

std::string sha256Hex(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : sha256(text)) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::int64_t keyHash(std::string_view text)
{
    const auto digest = sha256(text);
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i)
        value = (value << 8) | digest[i];
    return static_cast<std::int64_t>(value >> 1);
}

bool equalSecrets(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace tandem
