// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreloop.h"

#include <memory>

namespace tandem {

// The thread on which strategies run: takes work when it is on disk, answers by requests to the
// core, and reads documents before the core sees them. Made after the core loop and gone before
// it, when the loop has stopped.
class StrategyThread final : public StrategySink
{
public:
    // Before CoreLoop::start(). `actions`: of the engine, complete.
    StrategyThread(CoreLoop &core, const Actions &actions);
    ~StrategyThread() override;

    void take(std::shared_ptr<const StrategyWork> work) override;

private:
    class Room;
    struct Parts;

    const std::unique_ptr<Parts> m_parts;
};

} // namespace tandem
