// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace tandem::test {

// Reads the Prometheus text format 0.0.4 by its rules, strictly: what a lenient reader would let
// pass is an error too (names of counters, families in pieces, the same sample twice).
class PrometheusReader
{
public:
    // Empty where all is well, else what is wrong in which line.
    std::string read(std::string_view text);
    // By "name" or "name{label="value",...}" as it stands in the text.
    const std::map<std::string, double> &samples() const { return m_samples; }
    const std::map<std::string, std::string> &types() const { return m_types; }

private:
    std::string readLine(std::string_view line);
    std::string readComment(std::string_view line);
    std::string readSample(std::string_view line);
    std::string readLabels(std::string_view &rest);
    std::string begin(const std::string &family);

    std::map<std::string, double> m_samples;
    std::map<std::string, std::string> m_types;
    std::set<std::string> m_helped;
    std::set<std::string> m_over; // families that other lines have followed
    std::string m_family;
};

} // namespace tandem::test
