// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/signingkey.h"

#include "archive/canonical.h"
#include "base/hash.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <new>

namespace tandem {

namespace {

constexpr std::size_t keyLength = 32;
constexpr std::size_t signatureLength = 64;

struct FreeBio
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
struct FreeKey
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using AnyKey = std::unique_ptr<EVP_PKEY, FreeKey>;
struct FreeDigest
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

std::string textOf(BIO *bio)
{
    char *data = nullptr;
    const auto length = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(length)};
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string idOf(const EVP_PKEY *key)
{
    std::array<unsigned char, keyLength> raw{};
    std::size_t length = raw.size();
    if (EVP_PKEY_get_id(key) != EVP_PKEY_ED25519
        || EVP_PKEY_get_raw_public_key(key, raw.data(), &length) != 1)
        return {};
    return sha256Hex({reinterpret_cast<const char *>(raw.data()), length}).substr(0, 16);
}

AnyKey publicKeyFrom(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return AnyKey(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

std::unexpected<Error> noKey()
{
    return failure(Reason::InvalidParams, "It is no private key of Ed25519 in PEM.");
}

} // namespace

Result<SigningKey> SigningKey::of(evp_pkey_st *key)
{
    SigningKey made;
    made.m_key = Key(key, [](EVP_PKEY *old) { EVP_PKEY_free(old); });
    made.m_id = key ? idOf(key) : std::string();
    if (made.m_id.empty())
        return noKey();
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key) != 1)
        throw std::bad_alloc();
    made.m_publicPem = textOf(bio.get());
    return made;
}

Result<SigningKey> SigningKey::fromSeed(std::string_view seed)
{
    if (seed.size() != keyLength)
        return noKey();
    return of(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(seed), seed.size()));
}

Result<SigningKey> SigningKey::fromPem(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // Without a pass phrase: nobody would be there to type it.
    const auto none = [](char *, int, int, void *) { return 0; };
    return of(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, none, nullptr) : nullptr);
}

std::string SigningKey::toPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr,
                                         nullptr)
               != 1)
        throw std::bad_alloc();
    return textOf(bio.get());
}

std::string SigningKey::sign(std::string_view message) const
{
    const Digest context(EVP_MD_CTX_new());
    std::array<char, signatureLength> signature{};
    std::size_t length = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()),
                          &length, bytesOf(message), message.size())
               != 1)
        throw std::bad_alloc(); // a valid key fails for want of memory only
    return toHex({signature.data(), length});
}

bool isSignedBy(const std::string &publicPem, std::string_view message,
                const std::string &signature)
{
    const auto key = publicKeyFrom(publicPem);
    const auto bytes = canonical::bytes(signature);
    const Digest context(EVP_MD_CTX_new());
    return key && context && bytes.size() == signatureLength
           && EVP_PKEY_get_id(key.get()) == EVP_PKEY_ED25519
           && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
           && EVP_DigestVerify(context.get(), bytesOf(bytes), bytes.size(), bytesOf(message),
                               message.size())
                  == 1;
}

std::string keyIdOf(const std::string &publicPem)
{
    const auto key = publicKeyFrom(publicPem);
    return key ? idOf(key.get()) : std::string();
}

} // namespace tandem
