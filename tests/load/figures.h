// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/histogram.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tandem::load {

using Clock = std::chrono::steady_clock;

// What is timed. Each is taken from the moment at which it should have begun, not from when the
// generator came to it, so that a server (or generator) that stands still is seen.
enum class Span : std::uint8_t {
    Start,
    CustomerMessage,
    AgentMessage,
    ShownToAgent,
    ShownToCustomer,
    Poll,
    Return,
    Lateness,
};

enum class Count : std::uint8_t {
    Started,
    Ended,
    Sent,
    Acknowledged,
    Refused,
    Repeated,
    Dropped,
    Failed,
    Unanswered,
    Lost,
    Doubled,
    Reordered,
};

struct SpanName
{
    Span span;
    std::string_view name; // in reports of machines
    std::string_view text; // for people
};

struct CountName
{
    Count count;
    std::string_view name;
    std::string_view text;
};

inline constexpr std::array<SpanName, 8> spanNames{{
    {Span::Start, "start", "a chat begins"},
    {Span::CustomerMessage, "acknowledge", "customer's message acknowledged"},
    {Span::AgentMessage, "agent_acknowledge", "agent's message acknowledged"},
    {Span::ShownToAgent, "shown_to_agent", "customer's message at the agent"},
    {Span::ShownToCustomer, "shown_to_customer", "agent's message at the customer"},
    {Span::Poll, "poll", "a poll answered"},
    {Span::Return, "return", "back after a lost connection"},
    {Span::Lateness, "generator_lateness", "the generator's own lateness"},
}};

inline constexpr std::array<CountName, 12> countNames{{
    {Count::Started, "started", "chats begun"},
    {Count::Ended, "ended", "chats ended"},
    {Count::Sent, "sent", "messages sent"},
    {Count::Acknowledged, "acknowledged", "acknowledged"},
    {Count::Refused, "refused", "refused (busy, too many)"},
    {Count::Repeated, "repeated", "sent again after a lost connection"},
    {Count::Dropped, "dropped", "connections dropped on purpose"},
    {Count::Failed, "failed", "requests or connections failed"},
    {Count::Unanswered, "unanswered", "neither acknowledged nor refused"},
    {Count::Lost, "lost", "acknowledged but never shown"},
    {Count::Doubled, "doubled", "shown twice"},
    {Count::Reordered, "reordered", "shown out of order"},
}};

// What a run has seen since it began to count.
class Figures
{
public:
    void took(Span span, Clock::duration duration)
    {
        m_spans[static_cast<std::size_t>(span)].add(
            std::chrono::duration_cast<Histogram::Duration>(duration));
    }
    void count(Count what, std::uint64_t by = 1) { m_counts[static_cast<std::size_t>(what)] += by; }
    const Histogram &of(Span span) const { return m_spans[static_cast<std::size_t>(span)]; }
    std::uint64_t of(Count what) const { return m_counts[static_cast<std::size_t>(what)]; }
    void clear() { *this = {}; }

private:
    std::array<Histogram, spanNames.size()> m_spans;
    std::array<std::uint64_t, countNames.size()> m_counts{};
};

} // namespace tandem::load
