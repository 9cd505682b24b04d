// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "protocol/customer.h"
#include "protocol/facts.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// A fact as it goes over the wire.
struct FactText
{
    std::string_view name; // lives as long as the program
    std::string params;    // JSON object
};

// A fact on its way to several sessions: its params are written at most once.
class SharedFact
{
public:
    explicit SharedFact(protocol::Fact fact) : m_fact(std::move(fact)) {}
    // Whose params are known: none of its readers has to look whether they are.
    SharedFact(protocol::Fact fact, std::string params);
    // As it was kept for a session that comes back.
    explicit SharedFact(std::shared_ptr<const FactText> text)
        : m_isWritten(true), m_text(std::move(text))
    {
    }

    // For sessions in this process; there is none where it was made of its text.
    const protocol::Fact &fact() const { return *m_fact; }
    std::string_view name() const { return m_fact ? protocol::nameOf(*m_fact) : m_text->name; }
    const std::string &params() const { return text()->params; }
    // What is to be kept of it: a fraction of its size.
    const std::shared_ptr<const FactText> &text() const;

private:
    std::optional<protocol::Fact> m_fact;
    const bool m_isWritten = false; // from the beginning
    mutable std::once_flag m_once;
    mutable std::shared_ptr<const FactText> m_text;
};

// The connection of an agent's session. Called on the releasing thread, after the commit, in
// order; must not block and must not call back into the core.
class FactSink
{
public:
    virtual ~FactSink() = default;
    virtual void deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact) = 0;
    // The session is over, or must be resumed anew; `reason` is a Reason's name.
    virtual void close(Reason reason) = 0;
};

// The front door's way to customers with a live socket. Called like FactSink.
class CustomerSink
{
public:
    virtual ~CustomerSink() = default;
    virtual void deliver(InteractionId chat,
                         std::shared_ptr<const protocol::CustomerEvent> event) = 0;
    virtual void chatEnded(InteractionId chat) = 0;
    // Events of any chat may be missing: all customers must come back and catch up.
    virtual void eventsMissed() = 0;
    // How the customer stands who waits: queuePosition, estimatedWaitMs; empty: waits no longer.
    virtual void standingChanged(InteractionId chat,
                                 std::shared_ptr<const protocol::Data> standing) = 0;
};

struct StrategyWork;

// The strategies' thread. Called like FactSink.
class StrategySink
{
public:
    virtual ~StrategySink() = default;
    virtual void take(std::shared_ptr<const StrategyWork> work) = 0;
};

} // namespace tandem
