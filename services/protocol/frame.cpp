// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

#include <boost/json.hpp>

namespace tandem::protocol {

namespace {

std::unexpected<FrameError> invalid(std::string message, json::Value id = nullptr)
{
    return std::unexpected(FrameError{RpcCode::InvalidRequest, std::move(message), std::move(id)});
}

std::string_view textOf(const json::Value &value)
{
    const auto *text = value.if_string();
    return text ? std::string_view(text->data(), text->size()) : std::string_view();
}

Error errorFrom(const json::Value &value)
{
    Error error{Reason::Internal, "The server answered with an error of unknown form.", {}};
    const auto *object = value.if_object();
    if (!object)
        return error;
    if (const auto *message = object->if_contains("message"))
        error.message = textOf(*message);
    if (const auto *data = object->if_contains("data"); data && data->is_object()) {
        if (const auto *reason = data->get_object().if_contains("reason"))
            error.reason = reasonFromString(textOf(*reason));
        if (const auto *field = data->get_object().if_contains("field"))
            error.field = textOf(*field);
    }
    return error;
}

std::string frameStart(std::string_view idJson)
{
    std::string out = R"({"jsonrpc":"2.0","id":)";
    out += idJson;
    return out;
}

} // namespace

std::expected<Frame, FrameError> parseFrame(std::string_view text)
{
    auto value = json::parse(text);
    if (!value)
        return std::unexpected(FrameError{RpcCode::Parse, value.error().message, nullptr});
    auto *object = value->if_object();
    if (!object) {
        return invalid(value->is_array() ? "Batches are not accepted; send one request a message."
                                         : "A request must be a JSON object.");
    }
    Frame frame;
    if (const auto *id = object->if_contains("id")) {
        frame.hasId = true;
        frame.id = *id;
    }
    const auto *version = object->if_contains("jsonrpc");
    if (!version || textOf(*version) != "2.0")
        return invalid(R"("jsonrpc" must be "2.0".)", frame.id);
    if (auto *result = object->if_contains("result"))
        frame.result = std::move(*result);
    if (const auto *error = object->if_contains("error"))
        frame.error = errorFrom(*error);
    if (const auto *method = object->if_contains("method")) {
        if (!method->is_string())
            return invalid(R"("method" must be a text.)", frame.id);
        frame.method = textOf(*method);
    }
    if (auto *params = object->if_contains("params"))
        frame.params = std::move(*params);
    else
        frame.params.emplace_object();
    if (const auto *params = frame.params.if_object(); params && !frame.hasId) {
        if (const auto *seq = params->if_contains("seq"); seq && seq->is_int64())
            frame.seq = seq->get_int64();
    }
    if (frame.method.empty() && !frame.result && !frame.error)
        return invalid(R"("method" is missing.)", frame.id);
    return frame;
}

std::string requestFrame(std::string_view idJson, std::string_view method,
                         std::string_view paramsJson)
{
    auto out = frameStart(idJson);
    out += ",\"method\":";
    json::writeString(out, method);
    out += ",\"params\":";
    out += paramsJson;
    out += '}';
    return out;
}

std::string replyFrame(std::string_view idJson, std::string_view resultJson)
{
    auto out = frameStart(idJson);
    out += ",\"result\":";
    out += resultJson;
    out += '}';
    return out;
}

std::string errorFrame(std::string_view idJson, const Error &error)
{
    const auto code = error.reason == Reason::InvalidParams ? RpcCode::InvalidParams
                      : error.reason == Reason::Internal    ? RpcCode::Internal
                                                            : RpcCode::Domain;
    auto out = frameStart(idJson);
    out += ",\"error\":{\"code\":";
    json::write(out, static_cast<int>(code));
    out += ",\"message\":";
    json::writeString(out, error.message);
    out += ",\"data\":{\"reason\":";
    json::writeString(out, reasonName(error.reason));
    if (!error.field.empty()) {
        out += ",\"field\":";
        json::writeString(out, error.field);
    }
    out += "}}}";
    return out;
}

std::string errorFrame(std::string_view idJson, RpcCode code, std::string_view message)
{
    auto out = frameStart(idJson);
    out += ",\"error\":{\"code\":";
    json::write(out, static_cast<int>(code));
    out += ",\"message\":";
    json::writeString(out, message);
    out += "}}";
    return out;
}

std::string factFrame(std::string_view method, std::int64_t seq, std::string_view paramsJson)
{
    std::string out = R"({"jsonrpc":"2.0","method":)";
    json::writeString(out, method);
    out += ",\"params\":{\"seq\":";
    json::write(out, seq);
    if (paramsJson.size() > 2)
        out += ',';
    out += paramsJson.substr(1);
    out += '}';
    return out;
}

} // namespace tandem::protocol
