// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpmessage.h"

#include <string>
#include <string_view>
#include <vector>

namespace tandem::gateway {

// Which pages may use the server from a browser: those of its own host, those of the list, and in
// a demo those of this machine. Any thread.
class OriginPolicy
{
public:
    OriginPolicy(std::vector<std::string> allowed, bool isDemo);

    // The page is of the server's own host, or there is no page (no Origin: a program).
    bool isOwn(const HttpRequest &request) const;
    // Own, or on the list.
    bool isAllowed(const HttpRequest &request) const;

    enum class Credentials { No, Yes };
    // CORS (Fetch standard section 3.2): adds what lets the page read the answer.
    void allow(const HttpRequest &request, HttpResponse &response, Credentials credentials) const;
    // The answer to a preflight or a plain OPTIONS.
    HttpResponse preflight(const HttpRequest &request, std::string_view methods,
                           Credentials credentials) const;

private:
    bool isListed(std::string_view origin) const;

    std::vector<std::string> m_allowed;
    bool m_allowsAll = false;
    bool m_isDemo;
};

} // namespace tandem::gateway
