// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/json.h"
#include "protocol/policy.h"

#include <concepts>
#include <string_view>

namespace tandem::protocol {

// A request: a described struct of parameters with its name on the wire, its reply and its policy.
template <class R>
concept Request = json::Described<R> && json::Described<typename R::Reply> && requires {
    { R::name } -> std::convertible_to<std::string_view>;
    { R::policy } -> std::convertible_to<Policy>;
};

// The reply of a command that has nothing to say but that it is done.
struct Done
{
    bool operator==(const Done &) const = default;
};
BOOST_DESCRIBE_STRUCT(Done, (), ())

} // namespace tandem::protocol
