// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"

#include <any>
#include <string>

namespace tandem::protocol {

// A type of request without its type: what links and the front door carry about.
struct RequestType
{
    std::string_view name;
    Policy policy;
    Result<std::any> (*paramsFrom)(const json::Value &params);
    std::string (*paramsText)(const std::any &params);
    Result<std::any> (*replyFrom)(const json::Value &reply);
    std::string (*replyText)(const std::any &reply);
};

// A std::any takes a Result as it is, as a value, where it may: so value and error are parted here.
template <class T>
Result<std::any> anyFrom(Result<T> result)
{
    if (!result)
        return std::unexpected(std::move(result.error()));
    return std::any(std::move(*result));
}

// Known by its name: each shared library may have a copy of its own.
template <Request R>
const RequestType &requestType()
{
    static const RequestType type{
        R::name,
        R::policy,
        [](const json::Value &params) -> Result<std::any> {
            return anyFrom(json::fromValue<R>(params));
        },
        [](const std::any &params) { return json::toText(std::any_cast<const R &>(params)); },
        [](const json::Value &reply) -> Result<std::any> {
            return anyFrom(json::fromValue<typename R::Reply>(reply));
        },
        [](const std::any &reply) {
            return json::toText(std::any_cast<const typename R::Reply &>(reply));
        }};
    return type;
}

} // namespace tandem::protocol
