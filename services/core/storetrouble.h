// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/time.h"

#include <functional>
#include <optional>
#include <string>

namespace tandem {

// What the log says of a store that fails: however often it fails and recovers, a few lines a
// second. Core thread only.
class StoreTrouble
{
public:
    enum class Line { Failed, Lasts, Over };
    using Tell = std::function<void(Line line, const std::string &text)>;

    // `tell` writes a line.
    explicit StoreTrouble(Tell tell) : m_tell(std::move(tell)) {}

    // A commit failed, or the store does not answer.
    void failed(const Error &error, SteadyTime now);
    // It still does.
    void lasts(const Error &error, SteadyTime now);
    // It takes commits again. Told where the failure was.
    void over();

private:
    void tell(Line line, std::string text, SteadyTime now);
    bool hasJustTold(SteadyTime now) const;

    Tell m_tell;
    std::optional<SteadyTime> m_toldAt;
    std::string m_lasting; // what was last told of this failure
    bool m_isTold = false; // something of this failure
    int m_untold = 0;      // failures since the last line of one
};

} // namespace tandem
