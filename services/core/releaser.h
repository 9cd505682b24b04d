// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factstreams.h"
#include "core/release.h"

#include <atomic>
#include <vector>

namespace tandem {

// Hands what leaves the core to those who wait for it, and knows how far they were told.
class Releaser
{
public:
    // Before anything is released; not owned.
    void connectCustomers(CustomerSink *sink) { m_customers = sink; }
    void connectStrategies(StrategySink *sink) { m_strategies = sink; }
    FactStreams &streams() { return m_streams; }

    // What is stored when the core starts needs no telling.
    void begin(std::uint64_t lastStored) { m_told = lastStored; }
    // Of one unit of work, which is on disk. lastEvent: of the facts that it stored; 0: none.
    void release(const std::vector<Release> &releases, std::uint64_t lastEvent);
    // The core has started anew, and the store holds this. Connections go on as they are, for
    // nothing was told that the store does not hold, unless it holds what nobody was told: of a
    // commit that failed late a part may be found after all.
    void startedAnew(std::uint64_t lastStored);

private:
    void release(const ToAgents &entry);
    void release(const ToCustomer &entry);
    void release(const ToWaiting &entry);
    void release(const ToStrategies &entry);

    FactStreams m_streams;
    CustomerSink *m_customers = nullptr;
    StrategySink *m_strategies = nullptr;
    std::atomic<std::uint64_t> m_told = 0; // the last fact of what was released
};

} // namespace tandem
