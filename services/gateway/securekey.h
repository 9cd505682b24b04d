// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <string>
#include <string_view>

namespace tandem::gateway {

// Who starts a chat, as far as it makes a repeated start the same one.
struct StartIdentity
{
    std::string_view service;
    std::string_view clientMessageId;
    std::string_view nickname;
    std::string_view subject;
    std::string_view address; // of the peer; counts only with a short clientMessageId
};

// Makes the keys by which customers prove that a chat is theirs. Any thread.
class SecureKeys
{
public:
    // An empty secret is replaced by a random one.
    SecureKeys(std::string siteSecret, Random &random);

    // 192 random bits.
    std::string random();
    // The same for the same identity, and for nobody who does not know all of it: HMAC-SHA256 (RFC
    // 2104) over the site's secret.
    std::string derived(const StartIdentity &identity) const;
    // What the clientMessageId of a start is unique within; tells nothing about the key.
    std::string scope(const StartIdentity &identity) const;

private:
    std::string digest(std::string_view purpose, const StartIdentity &identity) const;

    std::string m_secret;
    Random &m_random;
};

} // namespace tandem::gateway
