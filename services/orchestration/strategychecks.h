// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions.h"
#include "protocol/strategy.h"
#include "scxml/scriptengine.h"

#include <string>

namespace tandem {

// The namespace of the elements by which strategies act.
inline constexpr char strategyNamespace[] = "urn:tandem:strategy";
inline constexpr std::size_t longestStrategy = 512 * 1024;

// Reads a document as it would be installed: well formed SCXML, actions that are known with the
// attributes that they have, states that can be entered, expressions that compile, nothing that
// strategies cannot use. In the thread of the script engine.
protocol::StrategyReading readStrategy(const std::string &document, const Actions &actions,
                                       scxml::ScriptEngine &scripts);

// Uses of actions that are not known or have not these attributes; not of charts that it
// invokes.
scxml::Findings usesOfActions(const scxml::Chart &chart, const Actions &actions);

// Descriptors of all transitions, sorted, without doubles.
std::vector<std::string> eventsOf(const scxml::Chart &chart);

// The first findings, one a line: "line 3, column 5: ...".
std::string textOf(const std::vector<protocol::StrategyFinding> &findings);

} // namespace tandem
