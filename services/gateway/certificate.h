// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <openssl/types.h>

#include <memory>
#include <string>

namespace tandem::gateway {

struct SslFree
{
    void operator()(SSL_CTX *context) const;
    void operator()(SSL *session) const;
};
using SslSession = std::unique_ptr<SSL, SslFree>;

// The server's certificate with its key, and what is spoken with it: TLS 1.2 and 1.3 with forward
// secrecy and authenticated ciphers only, HTTP/1.1 (ALPN, RFC 7301). Immutable; a new certificate
// is a new object, sessions keep theirs alive. Any thread.
class Certificate
{
public:
    // Files of PEM: the certificate with those that lead to its root, and its key without a
    // passphrase. `invalid_params` says which of them is wrong.
    static Result<std::shared_ptr<const Certificate>> load(const std::string &certificateFile,
                                                           const std::string &keyFile);

    // For a connection that has been accepted; its socket is non-blocking and outlives it.
    SslSession session(int socket) const;
    // Of the certificate itself: "2027-02-28T12:00:00Z".
    const std::string &expires() const { return m_expires; }

private:
    using ContextPointer = std::unique_ptr<SSL_CTX, SslFree>;
    explicit Certificate(ContextPointer context) : m_context(std::move(context)) {}

    ContextPointer m_context;
    std::string m_expires;
};

} // namespace tandem::gateway
