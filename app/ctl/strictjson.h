// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/json.h"

#include <boost/json.hpp>

#include <string>

namespace tandem::ctl {

// The first member of `value` that a T does not have, as a path ("queues[2].selction"); empty where
// there is none. The server passes over what it does not know; a person's mistyped name should not
// be lost silently.
template <class T>
std::string unknownMember(const json::Value &value, const std::string &path = {})
{
    if constexpr (json::isOptional<T>) {
        return unknownMember<typename T::value_type>(value, path);
    } else if constexpr (json::isVector<T>) {
        std::size_t index = 0;
        const auto *list = value.if_array();
        for (const auto &entry : list ? *list : boost::json::array()) {
            const auto place = path + '[' + std::to_string(index++) + ']';
            if (auto found = unknownMember<typename T::value_type>(entry, place); !found.empty())
                return found;
        }
    } else if constexpr (json::Described<T>) {
        const auto *object = value.if_object();
        for (const auto &[key, entry] : object ? *object : boost::json::object()) {
            const auto place = path + (path.empty() ? "" : ".") + std::string(key);
            std::string found = place;
            boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
                using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
                if (key == member.name)
                    found = unknownMember<Field>(entry, place);
            });
            if (!found.empty())
                return found;
        }
    }
    return {};
}

// `invalid_params` that names a member which a T does not have.
template <class T>
Result<void> checkMembers(const json::Value &value)
{
    if (const auto unknown = unknownMember<T>(value); !unknown.empty())
        return failure(Reason::InvalidParams, "\"" + unknown + "\" is not a known member.",
                       unknown);
    return {};
}

} // namespace tandem::ctl
