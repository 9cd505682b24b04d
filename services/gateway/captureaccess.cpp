// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/captureaccess.h"

#include "base/hash.h"
#include "gateway/httpsyntax.h"
#include "gateway/origin.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <openssl/evp.h>

#include <algorithm>

namespace tandem {

namespace {

namespace ip = boost::asio::ip;

constexpr std::size_t shortestToken = 16;

struct Network
{
    std::optional<ip::network_v4> v4;
    std::optional<ip::network_v6> v6;
};

// An address stands for a network of its own.
std::optional<Network> networkFrom(const std::string &text)
{
    const bool isWide = text.contains('/');
    boost::system::error_code error;
    Network network;
    if (text.contains(':'))
        network.v6 = ip::make_network_v6(isWide ? text : text + "/128", error);
    else
        network.v4 = ip::make_network_v4(isWide ? text : text + "/32", error);
    return error ? std::nullopt : std::optional(network);
}

bool holds(const Network &network, const ip::address &address)
{
    if (network.v4 && address.is_v4()) {
        const auto length = network.v4->prefix_length();
        return ip::network_v4(address.to_v4(), length).canonical() == network.v4->canonical();
    }
    if (network.v6 && address.is_v6()) {
        const auto length = network.v6->prefix_length();
        return ip::network_v6(address.to_v6(), length).canonical() == network.v6->canonical();
    }
    return false;
}

// RFC 4648 section 4; nothing where it is none.
std::optional<std::string> base64Decoded(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0 || text.size() > 4096)
        return std::nullopt;
    std::string out(text.size() / 4 * 3, '\0');
    const auto size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(out.data()),
                                      reinterpret_cast<const unsigned char *>(text.data()),
                                      static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    out.resize(static_cast<std::size_t>(size) - (text.ends_with("==") ? 2 : text.ends_with('=')));
    return out;
}

// RFC 7617: the password of "Basic base64(user:password)".
std::optional<std::string> basicPassword(std::string_view field)
{
    constexpr std::string_view scheme = "basic ";
    if (field.size() <= scheme.size()
        || !gateway::equalIgnoringCase(field.substr(0, scheme.size()), scheme))
        return std::nullopt;
    const auto decoded = base64Decoded(gateway::trimmed(field.substr(scheme.size())));
    const auto colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return std::nullopt;
    return decoded->substr(colon + 1);
}

} // namespace

Result<void> checkCaptureAccess(const CaptureAccessSettings &settings)
{
    for (const auto &text : settings.allow) {
        if (!networkFrom(text)) {
            return failure(Reason::InvalidParams,
                           "\"capture.allow\": \"" + text
                               + "\" is no address. Write them like 10.1.2.3, 10.0.0.0/8 or "
                                 "fd00::/8.",
                           "capture.allow");
        }
    }
    if (!settings.token.empty() && settings.token.size() < shortestToken) {
        return failure(Reason::InvalidParams,
                       "\"capture.token\" has at least 16 characters; choose a longer one.",
                       "capture.token");
    }
    return {};
}

} // namespace tandem

namespace tandem::gateway {

struct CaptureAccess::Networks
{
    std::vector<Network> list;
};

CaptureAccess::CaptureAccess(const CaptureAccessSettings &settings)
    : m_networks(std::make_unique<Networks>())
{
    for (const auto &text : settings.allow) {
        if (auto network = networkFrom(text))
            m_networks->list.push_back(*network);
    }
    if (!settings.token.empty())
        m_tokenHash = sha256Hex(settings.token);
}

CaptureAccess::~CaptureAccess() = default;

bool CaptureAccess::isLocal(const HttpRequest &request)
{
    return request.isLoopback && !request.has("Forwarded") && !request.has("X-Forwarded-For")
           && !request.has("X-Real-IP") && !request.has("Via");
}

bool CaptureAccess::isListed(const std::string &text) const
{
    boost::system::error_code error;
    const auto address = ip::make_address(text, error);
    return !error && std::ranges::any_of(m_networks->list, [&](const Network &network) {
        return holds(network, address);
    });
}

bool CaptureAccess::hasToken(const HttpRequest &request) const
{
    const auto password = basicPassword(request.field("Authorization"));
    const std::string given(password ? std::string_view(*password) : request.field("apikey"));
    // Of equal length whatever was given.
    return equalSecrets(sha256Hex(given), m_tokenHash);
}

std::optional<HttpResponse> CaptureAccess::refusal(const HttpRequest &request) const
{
    const bool asksForToken = !m_tokenHash.empty();
    // A page in a browser on this machine must not create work: a name that leads here makes any
    // page one "of the own host".
    const OriginPolicy own({}, false);
    if (request.has("Origin") && (!asksForToken || !own.isOwn(request)))
        return errorResponse(403, "not_permitted", "This address is not for pages.");
    const bool isOpenToAll = asksForToken && m_networks->list.empty();
    if (!isOpenToAll && !isLocal(request) && !isListed(request.address)) {
        return errorResponse(403, "not_permitted",
                             "This address may not be used from there. The settings capture.allow "
                             "and capture.token say who may.");
    }
    if (!asksForToken || hasToken(request))
        return std::nullopt;
    auto response = errorResponse(401, "bad_credentials",
                                  "The token is missing or wrong. It is sent as the password of "
                                  "Basic authentication, or in the field apikey.");
    response.set("WWW-Authenticate", "Basic realm=\"Tandem capture\", charset=\"UTF-8\"");
    return response;
}

} // namespace tandem::gateway
