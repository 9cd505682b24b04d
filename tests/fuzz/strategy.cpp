// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of strategies, as an upload brings them: read, checked, never run.
#include "scxml/chart.h"
#include "scxml/reachability.h"
#include "target.h"

using tandem::fuzz::demand;

static void fuzzStrategy(std::string_view bytes)
{
    const QByteArray document(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const auto chart = tandem::scxml::Chart::read(document);
    if (!chart) {
        demand(!chart.error().isEmpty(), "a refusal says why, and where");
        return;
    }
    (void)tandem::scxml::unreachableStates(**chart);
    const auto count = static_cast<int>((*chart)->states.size());
    for (const auto &transition : (*chart)->transitions) {
        for (const auto target : transition.targets)
            demand(target >= 0 && target < count, "a target is a state");
    }
}

static const tandem::fuzz::Registered registeredStrategy("strategy", fuzzStrategy);
