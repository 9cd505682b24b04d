// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/platform/process.h"

#include <iostream>
#include <string>

namespace tandem::platform {

// How far long work is, on one line of a terminal, wiped away behind it. Nothing elsewhere.
class ProgressLine
{
public:
    ~ProgressLine()
    {
        if (m_isShown)
            std::cerr << wipe << std::flush;
    }
    // `text` is printable.
    void show(const std::string &text) const
    {
        if (m_isShown)
            std::cerr << wipe << text << std::flush;
    }

private:
    static constexpr char wipe[] = "\r\033[K";
    const bool m_isShown = isErrorShown();
};

} // namespace tandem::platform
