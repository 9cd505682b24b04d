// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/interaction.h"

// What capture points (REST, SOAP, watched folder) ask on behalf of systems outside. An interaction
// is known by its id, or by media type and externalId.
namespace tandem::protocol {

struct MediaRef
{
    std::optional<InteractionId> interactionId;
    std::optional<std::string> mediaType;
    std::optional<std::string> externalId;
};
BOOST_DESCRIBE_STRUCT(MediaRef, (), (interactionId, mediaType, externalId))

// Like interaction.submit. isHeld: kept from routing until resumed. overwrite: where the externalId
// is known already and open, its data is replaced instead of being left as it is.
struct MediaSubmit
{
    static constexpr std::string_view name = "media.submit";
    static constexpr Policy policy = Policy::system();
    using Reply = SubmitReply;

    InteractionSubmit values;
    bool isHeld = false;
    bool overwrite = false;
};
BOOST_DESCRIBE_STRUCT(MediaSubmit, (), (values, isHeld, overwrite))

// Whether there is an interaction of any medium that may be a parent: what a capture point asks
// before it submits, since a parent that is done is no longer in memory. not_found, field parentId.
struct MediaParentCheck
{
    static constexpr std::string_view name = "media.parentCheck";
    static constexpr Policy policy = Policy::system();
    using Reply = Done;

    InteractionId parentId;
};
BOOST_DESCRIBE_STRUCT(MediaParentCheck, (), (parentId))

struct MediaFetch
{
    static constexpr std::string_view name = "media.get";
    static constexpr Policy policy = Policy::system();
    using Reply = Interaction;

    MediaRef ref;
};
BOOST_DESCRIBE_STRUCT(MediaFetch, (), (ref))

struct MediaUpdate
{
    static constexpr std::string_view name = "media.update";
    static constexpr Policy policy = Policy::system();
    using Reply = Interaction;

    MediaRef ref;
    Data set;
    std::vector<std::string> remove;
    std::optional<int> priority;
};
BOOST_DESCRIBE_STRUCT(MediaUpdate, (), (ref, set, remove, priority))

// Ends it wherever it is: done. Repeated: answered alike.
struct MediaStop
{
    static constexpr std::string_view name = "media.stop";
    static constexpr Policy policy = Policy::system();
    using Reply = Interaction;

    MediaRef ref;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(MediaStop, (), (ref, reason))

// Only while it waits; repeated: answered alike.
struct MediaHold
{
    static constexpr std::string_view name = "media.hold";
    static constexpr Policy policy = Policy::system();
    using Reply = Interaction;

    MediaRef ref;
    bool isHeld = true; // false: resume
};
BOOST_DESCRIBE_STRUCT(MediaHold, (), (ref, isHeld))

} // namespace tandem::protocol
