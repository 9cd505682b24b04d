// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/backoff.h"

#include <algorithm>

namespace tandem {

Backoff::Backoff(Ms first, Ms most, Chance chance)
    : m_first(first), m_most(most), m_chance(std::move(chance))
{
}

Ms Backoff::next()
{
    const auto whole = std::min(m_most, m_first * (1 << std::min(m_tries, 16)));
    ++m_tries;
    const double part = 0.5 + 0.5 * m_chance();
    return Ms(static_cast<Ms::rep>(static_cast<double>(whole.count()) * part));
}

} // namespace tandem
