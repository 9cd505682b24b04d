// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tandem::load {

// Values below `steps` have a cell each; above, the power of two chooses the row and the bits
// behind the highest one the cell in it.
std::size_t Histogram::cellOf(std::uint64_t value)
{
    if (value < steps)
        return value;
    const auto power = static_cast<std::size_t>(std::bit_width(value)) - 1 - stepBits;
    const auto cell = (power + 1) * steps + ((value >> power) - steps);
    return std::min(cell, steps * powers - 1);
}

std::uint64_t Histogram::topOf(std::size_t cell)
{
    if (cell < steps)
        return cell;
    const auto power = cell / steps - 1;
    return ((steps + cell % steps + 1) << power) - 1;
}

void Histogram::add(Duration duration)
{
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(duration.count(), 0));
    ++m_cells[cellOf(value)];
    ++m_count;
    m_sum += value;
    m_most = std::max(m_most, duration);
}

Histogram::Duration Histogram::percentile(double share) const
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t cell = 0; cell < m_cells.size() && m_count > 0; ++cell) {
        seen += m_cells[cell];
        if (seen >= std::max<std::uint64_t>(wanted, 1))
            return std::min(Duration(static_cast<std::int64_t>(topOf(cell))), m_most);
    }
    return Duration{0};
}

Histogram::Duration Histogram::mean() const
{
    return Duration(m_count == 0 ? 0 : static_cast<std::int64_t>(m_sum / m_count));
}

} // namespace tandem::load
