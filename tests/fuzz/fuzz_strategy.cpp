// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of strategies, as an upload brings them: read, checked, never run.
#include "scxml/chart.h"
#include "scxml/reachability.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto chart = tandem::scxml::Chart::read(document);
    if (!chart) {
        // A refusal says why, and where.
        if (chart.error().isEmpty())
            std::abort();
        return 0;
    }
    (void)tandem::scxml::unreachableStates(**chart);
    const auto &states = (*chart)->states;
    for (const auto &transition : (*chart)->transitions) {
        for (const auto target : transition.targets) {
            if (target < 0 || static_cast<std::size_t>(target) >= states.size())
                std::abort();
        }
    }
    return 0;
}
