// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/passwords.h"

#include <argon2.h>

#include <array>
#include <cstdlib>

namespace tandem {

namespace {

constexpr std::uint32_t passes = 2;
constexpr std::uint32_t memoryKib = 19 * 1024;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hashBytes = 32;
// The hash of a password that nobody has.
constexpr char nobodysHash[] = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                               "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

} // namespace

std::string hashPassword(std::string_view password, Random &random)
{
    std::array<unsigned char, 16> salt{};
    random.fill(salt);
    std::array<char, 256> encoded{};
    const int error =
        argon2id_hash_encoded(passes, memoryKib, lanes, password.data(), password.size(),
                              salt.data(), salt.size(), hashBytes, encoded.data(), encoded.size());
    // Only a lack of memory leads here; a hash that is none would lock the user out silently.
    if (error != ARGON2_OK)
        std::abort();
    return encoded.data();
}

bool isPassword(const std::string &hash, std::string_view password)
{
    const char *known = hash.empty() ? nobodysHash : hash.c_str();
    const bool matches = argon2id_verify(known, password.data(), password.size()) == ARGON2_OK;
    return matches && !hash.empty();
}

} // namespace tandem
