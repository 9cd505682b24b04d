// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "link/link_export.h"

#include <functional>

namespace tandem {

// How long to wait before the next try: doubling from `first` to `most`, each time a random part
// between a half and the whole, so that a thousand desktops do not come back at one moment.
class TANDEM_LINK_EXPORT Backoff
{
public:
    // A number from 0 to 1.
    using Chance = std::function<double()>;

    Backoff(Ms first, Ms most, Chance chance);

    Ms next();
    void reset() { m_tries = 0; }

private:
    Ms m_first;
    Ms m_most;
    Chance m_chance;
    int m_tries = 0;
};

} // namespace tandem
