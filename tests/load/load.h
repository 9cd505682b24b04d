// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace tandem::load {

// What the one who runs a load hears of it.
struct LoadEvents
{
    std::function<void()> began; // from now on figures count
    std::function<void()> ended; // the time is over; what is open is settled
    std::function<void(std::optional<std::string> problem)> finished;
};

// One kind of load on a server. Lives in its io_context's thread.
class Load
{
public:
    virtual ~Load() = default;
    virtual void run() = 0;
    // Ends the time early.
    virtual void stop() = 0;
    // Open chats, or connections.
    virtual std::size_t openCount() const = 0;
    virtual std::size_t agentCount() const = 0;
};

} // namespace tandem::load
