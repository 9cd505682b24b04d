// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/securekey.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace tandem::gateway {

namespace {

// Shorter keys can be guessed or collide by accident: they count together with the address.
constexpr std::size_t longKey = 16;

// With its length in front, so that no two lists of texts read the same.
void addPart(std::string &out, std::string_view text)
{
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

std::string base64Url(std::string_view bytes)
{
    static constexpr char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (const unsigned char byte : bytes) {
        buffer = (buffer << 8) | byte;
        for (bits += 8; bits >= 6; bits -= 6)
            text += alphabet[(buffer >> (bits - 6)) & 63];
    }
    if (bits > 0)
        text += alphabet[(buffer << (6 - bits)) & 63];
    return text;
}

} // namespace

SecureKeys::SecureKeys(std::string siteSecret, Random &random)
    : m_secret(std::move(siteSecret)), m_random(random)
{
    if (m_secret.empty())
        m_secret = m_random.secret(32);
}

std::string SecureKeys::random() { return m_random.secret(24); }

std::string SecureKeys::derived(const StartIdentity &identity) const
{
    return digest("tandem secure key", identity).substr(0, 32);
}

std::string SecureKeys::scope(const StartIdentity &identity) const
{
    return digest("tandem start scope", identity).substr(0, 32);
}

std::string SecureKeys::digest(std::string_view purpose, const StartIdentity &identity) const
{
    std::string text;
    addPart(text, purpose);
    addPart(text, identity.service);
    addPart(text, identity.clientMessageId);
    addPart(text, identity.nickname);
    addPart(text, identity.subject);
    if (identity.clientMessageId.size() < longKey)
        addPart(text, identity.address);
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    HMAC(EVP_sha256(), m_secret.data(), static_cast<int>(m_secret.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), bytes.data(), &length);
    return base64Url({reinterpret_cast<const char *>(bytes.data()), length});
}

} // namespace tandem::gateway
