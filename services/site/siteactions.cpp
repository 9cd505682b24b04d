// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/siteactions.h"

#include "site/calendars.h"

namespace tandem {

namespace {

// nextChangeMs: until it opens or closes.
struct HoursNow
{
    bool isOpen = true;
    std::optional<std::int64_t> nextChangeMs;
};
BOOST_DESCRIBE_STRUCT(HoursNow, (), (isOpen, nextChangeMs))

Result<std::string> hoursNow(const Engine &engine, const Site &site, const ActionCall &call)
{
    auto id = call["calendar"];
    if (!call.has("calendar")) {
        const auto *queue = site.queue(call["queue"]);
        if (!queue) {
            return failure(Reason::NotFound, "There is no queue \"" + call["queue"] + "\".",
                           "queue");
        }
        if (!queue->calendar)
            return json::toText(HoursNow{});
        id = *queue->calendar;
    }
    const auto *calendar = site.calendar(id);
    if (!calendar)
        return failure(Reason::NotFound, "There is no calendar \"" + id + "\".", "calendar");
    HoursNow answer;
    const auto now = engine.now().utc;
    if (const auto hours = hoursOf(*calendar)) {
        answer.isOpen = hours->isOpen(now);
        if (const auto next = hours->nextChange(now))
            answer.nextChangeMs = Ms(*next - now).count();
    }
    return json::toText(answer);
}

} // namespace

void addSiteActions(Engine &engine, const Site &site)
{
    engine.actions().add(
        {.name = "hours",
         .summary = "Whether a calendar, or a queue's, is open now, and when that changes.",
         .attributes = {{"calendar"}, {"queue"}}},
        [&engine, &site](const ActionCall &call) { return hoursNow(engine, site, call); });
}

} // namespace tandem
