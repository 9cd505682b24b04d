// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/certificate.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace tandem::gateway {

namespace {

constexpr char ciphers12[] = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
                             "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                             "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr std::array<unsigned char, 9> onlyHttp{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

// The last error of OpenSSL in words, taken from its queue.
std::string reason()
{
    const auto code = ERR_peek_last_error();
    const auto *text = code ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return text ? text : "it cannot be read";
}

std::unexpected<Error> wrong(const std::string &what, const std::string &file)
{
    return failure(Reason::InvalidParams,
                   "The " + what + " " + file + " cannot be used: " + reason() + ".");
}

// A client that offers protocols and not HTTP/1.1 speaks something else.
int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *length,
                   const unsigned char *offered, unsigned offeredLength, void *)
{
    unsigned char *found = nullptr;
    const auto result = SSL_select_next_proto(&found, length, onlyHttp.data(), onlyHttp.size(),
                                              offered, offeredLength);
    *chosen = found;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

std::string timeText(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || !ASN1_TIME_to_tm(time, &parts))
        return "an unknown time";
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace

void SslFree::operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
void SslFree::operator()(SSL *session) const { SSL_free(session); }

Result<std::shared_ptr<const Certificate>> Certificate::load(const std::string &certificateFile,
                                                             const std::string &keyFile)
{
    ERR_clear_error();
    ContextPointer pointer(SSL_CTX_new(TLS_server_method()));
    auto *context = pointer.get();
    if (!context)
        return failure(Reason::Internal, "OpenSSL cannot be used: " + reason() + ".");
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION
                                     | SSL_OP_CIPHER_SERVER_PREFERENCE
                                     | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER
                                  | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(context, ciphers12);
    SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384");
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    // Kept by nobody: each process would have its own, and they would only be memory.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    if (SSL_CTX_use_certificate_chain_file(context, certificateFile.c_str()) != 1)
        return wrong("certificate", certificateFile);
    // Asks for no passphrase: nobody may be there to answer.
    SSL_CTX_set_default_passwd_cb(context, [](char *, int, int, void *) { return 0; });
    if (SSL_CTX_use_PrivateKey_file(context, keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        return wrong("key", keyFile);
    if (SSL_CTX_check_private_key(context) != 1)
        return wrong("key", keyFile);
    std::shared_ptr<Certificate> certificate(new Certificate(std::move(pointer)));
    certificate->m_expires = timeText(X509_get0_notAfter(SSL_CTX_get0_certificate(context)));
    return certificate;
}

SslSession Certificate::session(int socket) const
{
    SslSession session(SSL_new(m_context.get()));
    if (session && SSL_set_fd(session.get(), socket) == 1)
        SSL_set_accept_state(session.get());
    return session;
}

} // namespace tandem::gateway
