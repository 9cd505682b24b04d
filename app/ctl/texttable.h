// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::ctl {

// Text from outside as a terminal may show it: without control characters, which could move the
// cursor or hide what follows, and without marks that turn the direction of writing.
std::string printable(std::string_view text);

// Rows in columns as wide as their widest cell. The first row is the heading.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> heading) : m_rows{std::move(heading)} {}

    void add(std::vector<std::string> row);
    // Each line ends with a line feed.
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace tandem::ctl
