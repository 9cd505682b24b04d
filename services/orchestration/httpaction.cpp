// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/httpaction.h"

#include "base/duration.h"
#include "domain/limits.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr auto usualTimeout = Ms(10'000);
constexpr auto longestTimeout = Ms(60'000);

// body: as it came; JSON in it is for JSON.parse.
struct HttpAnswer
{
    int status = 0;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(HttpAnswer, (), (status, body))

// Whether the URL begins so, and the beginning ends where a part of the URL ends:
// "https://crm.example.com" does not allow "https://crm.example.com.evil.org".
bool begins(const std::string &url, const std::string &allowed)
{
    if (allowed.empty() || !url.starts_with(allowed))
        return false;
    return url.size() == allowed.size() || std::string_view("/?=&").contains(allowed.back())
           || std::string_view("/?#").contains(url[allowed.size()]);
}

} // namespace

HttpAction::HttpAction(Engine &engine, Site &site) : m_engine(engine), m_site(site)
{
    engine.actions().add(
        {.name = "http",
         .summary = "Asks a system outside that the site's rules allow. The body is <content>, or "
                    "the <param>s as JSON.",
         .attributes = {{"url", true}, {"method"}, {"type"}},
         .takesParameters = true,
         .isLasting = true,
         .usualTimeout = usualTimeout},
        [this](const ActionCall &asked) { return call(asked); });
    engine.serve<StrategyAnswered>([this](const Caller &, const auto &r) { return answered(r); });
}

Result<void> HttpAction::checkUrl(const std::string &url) const
{
    if (url.size() > 2'000 || std::ranges::any_of(url, [](unsigned char c) { return c <= ' '; }))
        return failure(Reason::InvalidParams, "The URL is longer than 2,000 bytes or has spaces.",
                       "url");
    // Neither "..", nor a user, nor a backslash may lead elsewhere than it looks.
    if (url.contains("..") || url.contains('@') || url.contains('\\'))
        return failure(Reason::InvalidParams, "The URL may not hold \"..\", \"@\" or \"\\\".",
                       "url");
    const auto &allowed = m_site.rules().httpAllowed;
    if (std::ranges::none_of(allowed, [&](const auto &entry) { return begins(url, entry.url); })) {
        return failure(Reason::NotPermitted,
                       "The site's rules do not allow strategies to call this address.", "url");
    }
    return {};
}

Result<std::string> HttpAction::call(const ActionCall &asked)
{
    const auto url = asked["url"];
    if (auto checked = checkUrl(url); !checked)
        return std::unexpected(checked.error());
    const auto method = asked.has("method") ? asked["method"] : std::string("GET");
    if (method != "GET" && method != "POST" && method != "PUT")
        return failure(Reason::InvalidParams, "The method is GET, POST or PUT.", "method");
    auto work = std::make_shared<StrategyWork>();
    work->kind = StrategyWork::Kind::Call;
    auto &made = work->call;
    made.interaction = asked.interaction;
    made.url = url;
    made.method = method;
    made.contentType = asked.has("type") ? asked["type"] : std::string("application/json");
    made.timeout =
        std::min(durationFromText(asked["timeout"]).value_or(usualTimeout), longestTimeout);
    if (const auto content = asked.parameters.find("content"); content != asked.parameters.end())
        made.body = content->second;
    else if (!asked.parameters.empty())
        made.body = json::toText(asked.parameters);
    m_engine.giveToStrategies(std::move(work));
    return {};
}

Result<protocol::Done> HttpAction::answered(const StrategyAnswered &answer)
{
    ActionFinished notice{answer.interactionId, "http",
                          json::toText(HttpAnswer{answer.status, answer.body})};
    if (answer.error)
        notice.result = failure(Reason::NotConnected, *answer.error);
    m_engine.announce(notice);
    return protocol::Done{};
}

} // namespace tandem
