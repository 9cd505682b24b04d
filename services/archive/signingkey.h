// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace tandem {

// A key of Ed25519 (RFC 8032) that signs. One thread.
class SigningKey
{
public:
    // seed: 32 random bytes.
    static Result<SigningKey> fromSeed(std::string_view seed);
    // PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` writes it. `invalid_params`: it is
    // not.
    static Result<SigningKey> fromPem(const std::string &pem);
    std::string toPem() const; // the private key

    // Of the public key: the first 16 hexadecimal digits of SHA-256 over its 32 bytes.
    const std::string &id() const { return m_id; }
    const std::string &publicPem() const { return m_publicPem; }
    // 64 bytes as lower-case hexadecimal.
    std::string sign(std::string_view message) const;

private:
    using Key = std::shared_ptr<evp_pkey_st>;

    static Result<SigningKey> of(evp_pkey_st *key);

    Key m_key;
    std::string m_id;
    std::string m_publicPem;
};

// Whether `signature` (hexadecimal) is that of the public key over `message`. Any thread.
bool isSignedBy(const std::string &publicPem, std::string_view message,
                const std::string &signature);
// The id of a public key; empty where the text is none of Ed25519.
std::string keyIdOf(const std::string &publicPem);

} // namespace tandem
