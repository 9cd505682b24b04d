// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/configuration.h"

#include "gateway/captureaccess.h"
#include "gateway/ipaddress.h"
#include "protocol/json.h"
#include "store/storeaddress.h"

#include <charconv>
#include <fstream>
#include <sstream>

namespace tandem {

namespace {

using MaybeMs = std::optional<std::int64_t>;

struct ChatPart
{
    MaybeMs customerTimeoutMs;
};
BOOST_DESCRIBE_STRUCT(ChatPart, (), (customerTimeoutMs))

struct RoutingPart
{
    MaybeMs offerTimeoutMs;
    MaybeMs refusalPauseMs;
};
BOOST_DESCRIBE_STRUCT(RoutingPart, (), (offerTimeoutMs, refusalPauseMs))

struct AgentsPart
{
    MaybeMs socketLostOfferMs;
    MaybeMs socketLostReturnMs;
    MaybeMs sessionLifeMs;
};
BOOST_DESCRIBE_STRUCT(AgentsPart, (), (socketLostOfferMs, socketLostReturnMs, sessionLifeMs))

struct RestartPart
{
    MaybeMs resumeOfferMs;
};
BOOST_DESCRIBE_STRUCT(RestartPart, (), (resumeOfferMs))

struct GatewayPart
{
    std::vector<std::string> allowedOrigins;
    std::vector<std::string> metricsFrom;
    std::optional<bool> limitLoopback;
    std::optional<std::string> widgetFolder;
    std::optional<std::string> demoFolder;
    std::optional<std::string> certificateFile;
    std::optional<std::string> keyFile;
};
BOOST_DESCRIBE_STRUCT(GatewayPart, (),
                      (allowedOrigins, metricsFrom, limitLoopback, widgetFolder, demoFolder,
                       certificateFile, keyFile))

struct CapturePart
{
    std::vector<std::string> allow;
    std::optional<std::string> token;
    std::optional<std::string> folder;
    MaybeMs intervalMs;
};
BOOST_DESCRIBE_STRUCT(CapturePart, (), (allow, token, folder, intervalMs))

struct ConfigurationFile
{
    std::optional<ChatPart> chat;
    std::optional<RoutingPart> routing;
    std::optional<AgentsPart> agents;
    std::optional<RestartPart> restart;
    std::optional<GatewayPart> gateway;
    std::optional<CapturePart> capture;
    std::optional<std::string> database;
    std::optional<std::string> clamav;
};
BOOST_DESCRIBE_STRUCT(ConfigurationFile, (),
                      (chat, routing, agents, restart, gateway, capture, database, clamav))

// The first member of `value` that T does not have, as a path; empty where there is none.
template <class T>
std::string unknownMember(const json::Value &value, const std::string &path = {})
{
    const auto *object = value.if_object();
    if (!object)
        return {};
    for (const auto &given : *object) {
        const auto name = std::string(given.key());
        bool isKnown = false;
        std::string deeper;
        boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
            if (name != member.name)
                return;
            isKnown = true;
            using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            if constexpr (json::isOptional<Field>) {
                if constexpr (json::Described<typename Field::value_type>)
                    deeper =
                        unknownMember<typename Field::value_type>(given.value(), path + name + '.');
            }
        });
        if (!isKnown)
            return path + name;
        if (!deeper.empty())
            return deeper;
    }
    return {};
}

std::unexpected<Error> wrong(const std::string &file, const std::string &what)
{
    return failure(Reason::InvalidParams, "The configuration " + file + ": " + what);
}

// Whether the token is there, but never what it is: messages go to logs.
Result<void> readCapture(const CapturePart &capture, HostSettings &settings)
{
    settings.gateway.capture.allow = capture.allow;
    settings.gateway.capture.token = capture.token.value_or("");
    if (capture.token && capture.token->empty()) {
        return failure(Reason::InvalidParams,
                       "\"capture.token\" is empty; leave it out, or choose one.");
    }
    settings.captureFolder = capture.folder.value_or("");
    return checkCaptureAccess(settings.gateway.capture);
}

// Empty: none.
bool isClamdAddress(const std::string &text)
{
    const auto colon = text.rfind(':');
    const auto port = colon == text.npos ? std::string() : text.substr(colon + 1);
    const bool isPort =
        !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == port.npos;
    return text.empty() || text.starts_with('/') || (colon > 0 && isPort);
}

struct Duration
{
    const char *name;
    MaybeMs value;
    Ms *target;
};

} // namespace

Result<void> readConfiguration(const std::string &file, HostSettings &settings)
{
    std::ifstream stream(file);
    if (!stream)
        return wrong(file, "cannot be read.");
    std::ostringstream text;
    text << stream.rdbuf();
    auto value = json::parse(text.str());
    if (!value)
        return wrong(file, value.error().message);
    if (const auto unknown = unknownMember<ConfigurationFile>(*value); !unknown.empty())
        return wrong(file, "\"" + unknown + "\" is not a known setting.");
    auto read = json::fromValue<ConfigurationFile>(*value);
    if (!read)
        return wrong(file, read.error().message);
    const auto chat = read->chat.value_or(ChatPart{});
    const auto routing = read->routing.value_or(RoutingPart{});
    const auto agents = read->agents.value_or(AgentsPart{});
    const auto restart = read->restart.value_or(RestartPart{});
    const auto gateway = read->gateway.value_or(GatewayPart{});
    const auto capture = read->capture.value_or(CapturePart{});
    auto changed = settings;
    constexpr Ms longest = std::chrono::hours(24 * 20);
    for (const auto &[name, given, target] :
         {Duration{"chat.customerTimeoutMs", chat.customerTimeoutMs, &changed.site.customerTimeout},
          {"routing.offerTimeoutMs", routing.offerTimeoutMs, &changed.site.offerTimeout},
          {"routing.refusalPauseMs", routing.refusalPauseMs, &changed.site.refusalPause},
          {"agents.socketLostOfferMs", agents.socketLostOfferMs, &changed.site.socketLostOffer},
          {"agents.socketLostReturnMs", agents.socketLostReturnMs, &changed.site.socketLostReturn},
          {"agents.sessionLifeMs", agents.sessionLifeMs, &changed.site.sessionLife},
          {"restart.resumeOfferMs", restart.resumeOfferMs, &changed.site.resumeOffer},
          {"capture.intervalMs", capture.intervalMs, &changed.captureInterval}}) {
        if (!given)
            continue;
        if (*given < 1 || Ms(*given) > longest)
            return wrong(file, std::string("\"") + name + "\" is 1 to 1728000000 (20 days).");
        *target = Ms(*given);
    }
    if (read->database) {
        if (auto address = StoreAddress::read(*read->database, {}); !address)
            return wrong(file, "\"database\": " + address.error().message);
        changed.database = *read->database;
    }
    changed.files.clamav = read->clamav.value_or("");
    if (!isClamdAddress(changed.files.clamav)) {
        return wrong(file, "\"clamav\" is a path like /run/clamav/clamd.ctl, or host:port.");
    }
    changed.gateway.allowedOrigins = gateway.allowedOrigins;
    changed.gateway.metricsFrom.clear();
    for (const auto &text : gateway.metricsFrom) {
        const auto address = gateway::ipAddress(text);
        if (!address) {
            return wrong(file, "\"gateway.metricsFrom\": \"" + text
                                   + "\" is no address. Write it like 10.0.0.7.");
        }
        changed.gateway.metricsFrom.push_back(*address);
    }
    changed.gateway.limits.limitLoopback = gateway.limitLoopback.value_or(false);
    if (gateway.widgetFolder)
        changed.gateway.widgetFolder = *gateway.widgetFolder;
    if (gateway.demoFolder)
        changed.gateway.demoFolder = *gateway.demoFolder;
    changed.gateway.certificateFile = gateway.certificateFile.value_or("");
    changed.gateway.keyFile = gateway.keyFile.value_or("");
    if (auto taken = readCapture(capture, changed); !taken)
        return wrong(file, taken.error().message);
    settings = std::move(changed);
    return {};
}

Result<void> setListenAddress(const std::string &text, GatewaySettings &settings)
{
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const auto *end = text.data() + text.size();
    if (colon != std::string::npos && colon > 0) {
        const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, port);
        if (error == std::errc() && stop == end && port <= 65535) {
            settings.port = static_cast<std::uint16_t>(port);
            settings.address = text.substr(0, colon);
            if (settings.address.front() == '[' && settings.address.back() == ']')
                settings.address = settings.address.substr(1, settings.address.size() - 2);
            return {};
        }
    }
    return failure(Reason::InvalidParams,
                   "\"" + text + "\" is no address to listen on. Write it like 127.0.0.1:8765.");
}

bool isLoopback(const std::string &address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

} // namespace tandem
