// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace tandem {

Now SystemClock::now() const
{
    using namespace std::chrono;
    return {floor<Ms>(system_clock::now()), floor<Ms>(steady_clock::now())};
}

} // namespace tandem
