// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/anyvalue.h"
#include "protocol/request.h"

#include <string>

namespace tandem::protocol {

// A type of request without its type: what links and the front door carry about.
struct RequestType
{
    std::string_view name;
    Policy policy;
    Result<AnyValue> (*paramsFrom)(const json::Value &params);
    std::string (*paramsText)(const AnyValue &params);
    Result<AnyValue> (*replyFrom)(const json::Value &reply);
    std::string (*replyText)(const AnyValue &reply);
};

template <class T>
Result<AnyValue> anyFrom(Result<T> result)
{
    if (!result)
        return std::unexpected(std::move(result.error()));
    return AnyValue::of(std::move(*result));
}

// Known by its name: each shared library may have a copy of its own.
template <Request R>
const RequestType &requestType()
{
    static const RequestType type{
        R::name,
        R::policy,
        [](const json::Value &params) -> Result<AnyValue> {
            return anyFrom(json::fromValue<R>(params));
        },
        [](const AnyValue &params) { return json::toText(params.as<R>()); },
        [](const json::Value &reply) -> Result<AnyValue> {
            return anyFrom(json::fromValue<typename R::Reply>(reply));
        },
        [](const AnyValue &reply) { return json::toText(reply.as<typename R::Reply>()); }};
    return type;
}

} // namespace tandem::protocol
