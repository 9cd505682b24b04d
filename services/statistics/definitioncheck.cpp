// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/definitioncheck.h"

#include "statistics/measures.h"

namespace tandem::statistics {

namespace {

using protocol::Measure;
using protocol::Window;

constexpr std::int64_t shortestWindow = 1'000;
constexpr std::int64_t longestWindow = 86'400'000;

std::unexpected<Error> wrong(std::string message, std::string field)
{
    return failure(Reason::InvalidParams, std::move(message), "definition." + std::move(field));
}

} // namespace

Result<void> checkDefinition(const protocol::StatisticDefinition &definition)
{
    const auto &row = rowOf(definition.measure);
    const std::string measure(nameOf(definition.measure));
    if (!row.isToldOf(definition.object)) {
        return wrong("\"" + measure + "\" is not told of a "
                         + std::string(nameOf(definition.object)) + ".",
                     "object");
    }
    const bool isNow = row.kind == MeasureRow::Kind::Now;
    if (!isNow && definition.measure != Measure::StateTime && definition.window == Window::Current)
        return wrong("\"" + measure + "\" needs a window: midnight, sliding or interval.",
                     "window");
    const bool needsLength =
        definition.window == Window::Sliding || definition.window == Window::Interval;
    const auto length = definition.windowMs.value_or(0);
    if (!isNow && needsLength && (length < shortestWindow || length > longestWindow))
        return wrong("The window is 1000 to 86400000 ms (a day) long.", "windowMs");
    if (row.kind == MeasureRow::Kind::Time && (definition.queueId || definition.mediaType)) {
        return wrong("\"" + measure + "\" is of all work: it has no queue and no medium.",
                     definition.queueId ? "queueId" : "mediaType");
    }
    return {};
}

} // namespace tandem::statistics
