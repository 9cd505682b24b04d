// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gateway/httpmessage.h"
#include "gateway/settings.h"

#include <memory>
#include <optional>

namespace tandem {

// invalid_params where an address is none or the token is too short; the message says which.
Result<void> checkCaptureAccess(const CaptureAccessSettings &settings);

} // namespace tandem

namespace tandem::gateway {

// Which systems may use open media, capture points and figures. Without a token: this machine and
// the addresses of the list, and no page of a browser. With one: whoever shows it, from these
// addresses only where there are some, and this machine as well. Any thread.
class CaptureAccess
{
public:
    explicit CaptureAccess(const CaptureAccessSettings &settings);
    ~CaptureAccess();

    // Nothing where the request may pass, otherwise the answer that refuses it: 401 or 403.
    std::optional<HttpResponse> refusal(const HttpRequest &request) const;
    // From this machine, and not passed on by a proxy that stands on it.
    static bool isLocal(const HttpRequest &request);

private:
    struct Networks;

    bool isListed(const std::string &address) const;
    bool hasToken(const HttpRequest &request) const;

    std::unique_ptr<Networks> m_networks;
    std::string m_tokenHash; // empty: none is asked for
};

} // namespace tandem::gateway
