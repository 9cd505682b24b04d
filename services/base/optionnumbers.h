// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCommandLineParser>

#include <charconv>
#include <optional>

namespace tandem {

// Reads the options of a command line that are numbers and remembers the first that is none.
class OptionNumbers
{
public:
    explicit OptionNumbers(const QCommandLineParser &parser) : m_parser(parser) {}

    // Nothing where the option was not given or is wrong. `unit` is what it is: "a number".
    template <class Number>
    std::optional<Number> read(const char *name, Number least, Number most, const char *unit)
    {
        if (!m_parser.isSet(QLatin1String(name)))
            return std::nullopt;
        const auto text = m_parser.value(QLatin1String(name)).toStdString();
        Number number{};
        const auto *end = text.data() + text.size();
        const auto result = std::from_chars(text.data(), end, number);
        if (result.ec == std::errc() && result.ptr == end && number >= least && number <= most)
            return number;
        if (m_problem) {
            m_problem =
                failure(Reason::InvalidParams,
                        "--" + std::string(name) + " is " + unit + ", "
                            + QString::number(least).toStdString() + " to "
                            + QString::number(most).toStdString() + "; not \"" + text + "\".",
                        name);
        }
        return std::nullopt;
    }
    const Result<void> &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    Result<void> m_problem;
};

} // namespace tandem
