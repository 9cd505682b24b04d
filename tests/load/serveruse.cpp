// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/serveruse.h"

#include <charconv>
#include <string>

namespace tandem::load {

namespace {

std::optional<double> sampleOf(std::string_view metrics, std::string_view name)
{
    std::string start = "\n";
    start.append(name).append(" ");
    const auto at = metrics.find(start);
    if (at == metrics.npos)
        return std::nullopt;
    const auto text = metrics.substr(at + start.size());
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

} // namespace

std::optional<ServerUse> ServerUse::read(std::string_view metrics)
{
    const auto cpu = sampleOf(metrics, "process_cpu_seconds_total");
    if (!cpu)
        return std::nullopt;
    return ServerUse{*cpu, sampleOf(metrics, "process_resident_memory_bytes").value_or(0),
                     sampleOf(metrics, "tandem_store_units_total").value_or(0),
                     sampleOf(metrics, "tandem_store_commits_total").value_or(0)};
}

} // namespace tandem::load
