// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"
#include "base/time.h"

namespace tandem {

// Where time comes from. Any thread.
class TANDEM_BASE_EXPORT Clock
{
public:
    virtual ~Clock() = default;
    virtual Now now() const = 0;
};

// The machine's own clocks.
class TANDEM_BASE_EXPORT SystemClock final : public Clock
{
public:
    Now now() const override;
};

} // namespace tandem
