// SPDX-License-Identifier: GPL-3.0-or-later
// Small texts with a meaning: ids, times, durations, hours, telephone numbers, addresses of servers
// and stores, conditions over skills.
#include "base/duration.h"
#include "base/id.h"
#include "base/time.h"
#include "callback/phonenumber.h"
#include "classification/screening.h"
#include "domain/businesshours.h"
#include "domain/expression.h"
#include "gateway/httpsyntax.h"
#include "host/configuration.h"
#include "link/serveraddress.h"
#include "protocol/json.h"
#include "store/storeaddress.h"
#include "target.h"

#include <QUrl>

#include <algorithm>

using namespace tandem;
using tandem::fuzz::demand;

static void fuzzValue(std::string_view bytes)
{
    if (const auto id = idFromText(bytes))
        demand(idFromText(idToText(*id)) == id, "an id that is written is read as the same");
    if (const auto time = fromIso(bytes))
        demand(fromIso(toIso(*time)) == time, "a time that is written is read as the same");
    if (const auto duration = durationFromText(bytes)) {
        demand(*duration >= Ms(0) && *duration <= std::chrono::hours(24 * 366),
               "a duration is at most 366 days");
    }
    if (const auto minute = BusinessHours::minuteFrom(bytes))
        demand(*minute >= 0 && *minute <= 1'440, "a minute is one of a day");
    if (const auto number = phoneNumberIn(bytes)) {
        const auto digits = std::ranges::count_if(*number, [](char c) { return c != '+'; });
        demand(digits >= 6 && digits <= 15, "a telephone number has 6 to 15 digits");
        demand(phoneNumberIn(*number) == number, "a telephone number has one form");
    }
    if (const auto plain = gateway::percentDecoded(bytes))
        demand(plain->size() <= bytes.size(), "decoding adds nothing");
    std::string quoted;
    json::writeString(quoted, bytes);
    if (gateway::isUtf8(bytes)) {
        const auto value = json::parse(quoted);
        demand(value && value->as_string() == bytes, "a text that is quoted is read as the same");
    }
}

static const tandem::fuzz::Registered registeredValue("value", fuzzValue);

static void fuzzAddress(std::string_view bytes)
{
    const std::string text(bytes);
    if (const auto server = parseServerAddress(QString::fromStdString(text))) {
        demand(server->socket.isValid() && !server->socket.host().isEmpty(), "a server has a host");
        const auto again = parseServerAddress(server->socket.toString());
        demand(again && *again == *server, "an address that is written is read as the same");
    }
    if (const auto store = StoreAddress::read(text, "folder"))
        (void)store->shown();
    GatewaySettings settings;
    if (setListenAddress(text, settings))
        (void)isLoopback(settings.address);
}

static const tandem::fuzz::Registered registeredAddress("address", fuzzAddress);

static void fuzzExpression(std::string_view bytes)
{
    const auto expression = Expression::parse(bytes);
    if (!expression) {
        demand(!expression.error().message.empty(), "a refusal says why");
        return;
    }
    const auto again = Expression::parse(expression->text());
    demand(again && again->names() == expression->names(), "its text means the same");
    for (const auto &name : expression->names())
        demand(name.column > 0, "a name has its column");
    const bool isPossible = expression->checkPossible(1, 100).has_value();
    for (const int level : {1, 2, 50, 100}) {
        const bool holds = expression->holds([&](const std::string &name) {
            return static_cast<int>((static_cast<std::size_t>(level) * name.size()) % 100) + 1;
        });
        demand(isPossible || !holds, "what cannot be is not");
    }
}

static const tandem::fuzz::Registered registeredExpression("expression", fuzzExpression);

// The first line is the time zone, then a line of spans for each weekday ("480-720 780-1080"), then
// days of their own ("2026-12-25 0-60").
static void fuzzHours(std::string_view bytes)
{
    BusinessHours::Plan plan;
    const auto spansOf = [](std::string_view text) {
        std::vector<BusinessHours::Span> spans;
        for (auto at = text.find('-'); at != text.npos && spans.size() < 9;
             at = text.find('-', at + 1)) {
            const auto begin = text.rfind(' ', at);
            spans.push_back({std::atoi(std::string(text.substr(begin + 1, 5)).c_str()),
                             std::atoi(std::string(text.substr(at + 1, 5)).c_str())});
        }
        return spans;
    };
    const auto all = fuzz::lines(bytes, 16);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == 0)
            plan.timeZone = all[i];
        else if (i <= 7)
            plan.weekdays[i - 1] = spansOf(all[i]);
        else
            plan.days[std::string(all[i].substr(0, 10))] =
                spansOf(all[i].substr(std::min<std::size_t>(10, all[i].size())));
    }
    const auto hours = BusinessHours::make(plan);
    if (!hours)
        return;
    const auto now = utcFromMs(1'774'742'400'000); // the eve of a change of the clocks
    if (const auto next = hours->nextChange(now)) {
        demand(*next > now, "the next change is to come");
        demand(hours->isOpen(*next) != hours->isOpen(*next - Ms(1)), "something changes then");
    }
}

static const tandem::fuzz::Registered registeredHours("hours", fuzzHours);

// The first line is the words, the others are the text.
static void fuzzScreening(std::string_view bytes)
{
    const auto [words, text] = fuzz::firstLine(bytes);
    std::vector<ScreeningRule> rules;
    for (const auto &word : {words.substr(0, words.size() / 2), words.substr(words.size() / 2)})
        rules.push_back({std::string(word), {std::string(word)}});
    const auto result = screen(std::string(text), rules);
    demand(result.category.empty() == (result.hits == 0) || words.size() < 2,
           "a category has hits");
    demand(result == screen(std::string(text), rules), "the same text is screened alike");
}

static const tandem::fuzz::Registered registeredScreening("screening", fuzzScreening);
