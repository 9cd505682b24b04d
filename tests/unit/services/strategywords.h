// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "company.h"
#include "protocol/strategy.h"

#include <QTest>

// Words in which tests of strategies are written.

inline std::string strategy(const std::string &body, const std::string &initial = "s")
{
    return R"(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:t="urn:tandem:strategy" )"
           R"(version="1.0" datamodel="ecmascript" initial=")"
           + initial + R"("><datamodel><data id="interaction"/></datamodel>)" + body + "</scxml>";
}

inline void use(Company &company, const std::string &body, const std::string &queue = "support")
{
    const auto installed = company.installs("own", strategy(body));
    QVERIFY2(installed, installed ? "" : installed.error().message.c_str());
    company.names(queue, "own");
}

inline tandem::InteractionId stays(Company &company, const std::string &name,
                                   const std::string &queue = "support")
{
    const auto chat = company.starts(name, queue);
    (void)company.askAsCustomer(tandem::protocol::CustomerPresence{{{}, name}, true});
    return chat;
}

inline tandem::protocol::RecordedSession traceOf(Company &company, tandem::InteractionId id)
{
    tandem::protocol::StrategyTrace request;
    request.interactionId = id;
    auto trace = company.ask("ada", request);
    return trace && !trace->sessions.empty() ? trace->sessions.back()
                                             : tandem::protocol::RecordedSession{};
}

inline constexpr char submitAndWait[] = R"(<state id="s"><onentry><t:queue.submit/></onentry>
    <transition event="queue.submit.done" target="f"/></state><final id="f"/>)";
