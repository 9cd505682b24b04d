// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_export.h"
#include "domain/names.h"

#include <array>
#include <span>

namespace tandem {

// Where an interaction is in its life. It is in exactly one of these.
enum class InteractionState {
    Queued,
    Routing,
    Offered,
    Handling,
    Consulting,
    Parked,
    AfterContactWork,
    Done
};

constexpr std::array<std::string_view, 8> namesOf(InteractionState)
{
    return {
        "queued", "routing", "offered", "handling", "consulting", "parked", "after_contact_work",
        "done"};
}

struct InteractionArc
{
    InteractionState from;
    InteractionState to;

    bool operator==(const InteractionArc &) const = default;
};

// The life of every interaction, whatever its medium and type.
TANDEM_DOMAIN_EXPORT std::span<const InteractionArc> interactionArcs();
// Whether an interaction may go from one state to the other.
TANDEM_DOMAIN_EXPORT bool mayMove(InteractionState from, InteractionState to);

} // namespace tandem
