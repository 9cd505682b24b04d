// SPDX-License-Identifier: GPL-3.0-or-later
#include "shrink.h"

#include <charconv>
#include <set>
#include <stdexcept>

namespace tandem {

namespace {

std::vector<Happening> without(const std::vector<Happening> &list, std::size_t from, std::size_t to)
{
    std::vector<Happening> rest(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(from));
    rest.insert(rest.end(), list.begin() + static_cast<std::ptrdiff_t>(to), list.end());
    return rest;
}

int numberOf(const std::string &text)
{
    int number = 0;
    const auto *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end || number < 1)
        throw std::invalid_argument("'" + text + "' is no number of a happening");
    return number;
}

} // namespace

std::vector<Happening> shrink(std::vector<Happening> failing,
                              const std::function<bool(const std::vector<Happening> &)> &fails,
                              int mostTries)
{
    int tries = 0;
    for (auto part = failing.size() / 2; part >= 1 && tries < mostTries;) {
        bool hasShrunk = false;
        for (std::size_t from = 0; from < failing.size() && tries < mostTries; ++tries) {
            const auto to = std::min(from + part, failing.size());
            auto rest = without(failing, from, to);
            if (!rest.empty() && fails(rest)) {
                failing = std::move(rest);
                hasShrunk = true;
            } else {
                from = to;
            }
        }
        if (part > 1)
            part /= 2;
        else if (!hasShrunk)
            break;
    }
    return failing;
}

std::string numbersOf(const std::vector<Happening> &happenings)
{
    std::string text;
    for (std::size_t i = 0; i < happenings.size();) {
        auto last = i;
        while (last + 1 < happenings.size()
               && happenings[last + 1].number == happenings[last].number + 1)
            ++last;
        text += (text.empty() ? "" : ",") + std::to_string(happenings[i].number);
        if (last > i)
            text += "-" + std::to_string(happenings[last].number);
        i = last + 1;
    }
    return text;
}

std::vector<Happening> only(const std::vector<Happening> &all, const std::string &numbers)
{
    std::set<int> wanted;
    for (std::size_t at = 0; at <= numbers.size();) {
        const auto end = std::min(numbers.find(',', at), numbers.size());
        const auto part = numbers.substr(at, end - at);
        const auto dash = std::min(part.find('-'), part.size());
        const int first = numberOf(part.substr(0, dash));
        const int last = dash < part.size() ? numberOf(part.substr(dash + 1)) : first;
        for (int number = first; number <= last; ++number)
            wanted.insert(number);
        at = end + 1;
    }
    std::vector<Happening> chosen;
    for (const auto &one : all) {
        if (wanted.contains(one.number))
            chosen.push_back(one);
    }
    return chosen;
}

} // namespace tandem
