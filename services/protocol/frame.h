// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/json.h"
#include "protocol/protocol_export.h"

#include <string>
#include <string_view>

// JSON-RPC 2.0 frames of the agent protocol (jsonrpc.org/specification). Any thread.
namespace tandem::protocol {

// A parsed frame: a request has method and id, a fact method only, a reply id and outcome.
struct Frame
{
    json::Value id; // null: none
    bool hasId = false;
    std::string method;
    json::Value params;
    std::optional<json::Value> result;
    std::optional<Error> error;
    std::optional<std::int64_t> seq; // of a fact
};

// Codes of the specification; -32000 for the domain.
enum class RpcCode {
    Parse = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    Internal = -32603,
    Domain = -32000
};

// `error.reason` tells parse errors (InvalidParams) apart from frames that are no request.
struct FrameError
{
    RpcCode code;
    std::string message;
    json::Value id;
};
TANDEM_PROTOCOL_EXPORT std::expected<Frame, FrameError> parseFrame(std::string_view text);

// `idJson`, `paramsJson` and `resultJson` are JSON texts.
TANDEM_PROTOCOL_EXPORT std::string requestFrame(std::string_view idJson, std::string_view method,
                                                std::string_view paramsJson);
TANDEM_PROTOCOL_EXPORT std::string replyFrame(std::string_view idJson, std::string_view resultJson);
TANDEM_PROTOCOL_EXPORT std::string errorFrame(std::string_view idJson, const Error &error);
TANDEM_PROTOCOL_EXPORT std::string errorFrame(std::string_view idJson, RpcCode code,
                                              std::string_view message);
// A fact: seq is put in front of its params, which are written once for all sessions.
TANDEM_PROTOCOL_EXPORT std::string factFrame(std::string_view method, std::int64_t seq,
                                             std::string_view paramsJson);

} // namespace tandem::protocol
