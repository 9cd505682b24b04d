// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/dice.h"

#include <algorithm>
#include <cmath>

namespace tandem {

double Dice::share()
{
    // 53 bits, in the middle of their step, so that neither 0 nor 1 comes.
    return (static_cast<double>(m_bits() >> 11) + 0.5) / 9007199254740992.0;
}

std::size_t Dice::below(std::size_t count)
{
    return std::min(count - 1, static_cast<std::size_t>(share() * static_cast<double>(count)));
}

Ms Dice::exponential(Ms mean)
{
    if (mean <= Ms(0))
        return Ms(0);
    const auto drawn = -std::log(share()) * static_cast<double>(mean.count());
    return std::max(Ms(1), Ms(std::llround(drawn)));
}

} // namespace tandem
