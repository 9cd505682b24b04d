// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/figures.h"

#include <cstdint>
#include <map>

namespace tandem::load {

// What one side of a chat has said, and whether the other side has seen each of it once and in
// order. Messages are 1, 2, 3 ...
class Direction
{
public:
    Direction(Figures &figures, Span acknowledged, Span shown)
        : m_figures(figures), m_acknowledged(acknowledged), m_shown(shown)
    {
    }

    // The next message's number; `due` is when it should be said.
    std::uint32_t say(Clock::time_point due);
    void acknowledged(std::uint32_t number);
    // It has no effect: nobody need see it.
    void refused(std::uint32_t number);
    // `isCatchingUp`: what was seen already may be shown once more.
    void shown(std::uint32_t number, bool isCatchingUp);
    bool isSettled() const { return m_open.empty(); }
    // Counts what is acknowledged and was never shown.
    void close();

private:
    struct Open
    {
        Clock::time_point due;
        bool isAcknowledged = false;
        bool isShown = false;
    };
    using Messages = std::map<std::uint32_t, Open>;

    void closeIfDone(Messages::iterator message);

    Figures &m_figures;
    const Span m_acknowledged;
    const Span m_shown;
    Messages m_open;
    std::uint32_t m_last = 0;
    std::uint32_t m_lastShown = 0;
};

} // namespace tandem::load
