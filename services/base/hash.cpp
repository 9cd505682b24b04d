// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

namespace tandem {

namespace {

constexpr std::size_t digestLength = 32;

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// The one-call form looks its algorithm up anew each time, which takes longer than the hash.
std::array<unsigned char, digestLength> sha256(std::string_view text)
{
    static EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    std::array<unsigned char, digestLength> digest{};
    if (!context || EVP_DigestInit_ex2(context.get(), algorithm, nullptr) != 1
        || EVP_DigestUpdate(context.get(), text.data(), text.size()) != 1
        || EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
        throw std::bad_alloc(); // SHA-256 fails for want of memory only
    return digest;
}

} // namespace

std::string sha256Bytes(std::string_view text)
{
    const auto digest = sha256(text);
    return {digest.begin(), digest.end()};
}

std::string toHex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        hex += digits[static_cast<unsigned char>(byte) >> 4];
        hex += digits[static_cast<unsigned char>(byte) & 15];
    }
    return hex;
}

std::string sha256Hex(std::string_view text) { return toHex(sha256Bytes(text)); }

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
