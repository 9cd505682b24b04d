// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bayeuxmessage.h"

#include <boost/json.hpp>

namespace tandem::gateway {

namespace {

constexpr std::size_t maxMessages = 64;

std::string_view textOf(const json::Value *value)
{
    const auto *text = value ? value->if_string() : nullptr;
    return text ? std::string_view(text->data(), text->size()) : std::string_view();
}

// A text, or a list of texts.
std::vector<std::string> textsOf(const json::Value *value)
{
    std::vector<std::string> texts;
    if (!value)
        return texts;
    if (const auto *list = value->if_array()) {
        for (const auto &entry : *list)
            texts.emplace_back(textOf(&entry));
    } else if (value->is_string()) {
        texts.emplace_back(textOf(value));
    }
    return texts;
}

const json::Value *member(const json::Value *of, std::string_view name)
{
    const auto *object = of ? of->if_object() : nullptr;
    return object ? object->if_contains(name) : nullptr;
}

std::optional<std::int64_t> numberOf(const json::Value *value)
{
    if (!value || !value->is_number())
        return std::nullopt;
    boost::system::error_code error;
    const auto number = value->to_number<std::int64_t>(error);
    return error ? std::nullopt : std::optional(number);
}

Result<BayeuxMessage> messageFrom(json::Value &value)
{
    BayeuxMessage message;
    message.channel = textOf(member(&value, "channel"));
    if (!message.channel.starts_with('/') || message.channel.size() > 256)
        return failure(Reason::InvalidParams, "A message has no valid channel.", "channel");
    message.clientId = textOf(member(&value, "clientId"));
    if (const auto *id = member(&value, "id"); id && !id->is_structured())
        message.id = boost::json::serialize(*id);
    message.connectionTypes = textsOf(member(&value, "supportedConnectionTypes"));
    if (message.connectionTypes.empty())
        message.connectionTypes = textsOf(member(&value, "connectionType"));
    message.subscriptions = textsOf(member(&value, "subscription"));
    message.timeoutMs = numberOf(member(member(&value, "advice"), "timeout"));
    if (const auto *ack = member(member(&value, "ext"), "ack")) {
        message.wantsAck = ack->is_bool() ? ack->get_bool() : ack->is_object();
        message.ack = numberOf(ack);
    }
    if (auto *data = value.as_object().if_contains("data"))
        message.data = std::move(*data);
    return message;
}

void addReplyStart(std::string &out, const BayeuxMessage &to)
{
    out += "{\"channel\":";
    json::writeString(out, to.channel);
    if (!to.id.empty()) {
        out += ",\"id\":";
        out += to.id;
    }
}

} // namespace

Result<std::vector<BayeuxMessage>> parseBayeux(std::string_view text)
{
    auto value = json::parse(text);
    if (!value)
        return std::unexpected(std::move(value.error()));
    std::vector<BayeuxMessage> messages;
    const auto take = [&](json::Value &entry) -> Result<void> {
        if (!entry.is_object())
            return failure(Reason::InvalidParams, "A message must be an object.");
        auto message = messageFrom(entry);
        if (!message)
            return std::unexpected(std::move(message.error()));
        messages.push_back(*std::move(message));
        return {};
    };
    if (!value->is_array()) {
        if (auto taken = take(*value); !taken)
            return std::unexpected(std::move(taken.error()));
        return messages;
    }
    auto &list = value->get_array();
    if (list.empty() || list.size() > maxMessages)
        return failure(Reason::InvalidParams, "A list must hold 1 to 64 messages.");
    for (auto &entry : list) {
        if (auto taken = take(entry); !taken)
            return std::unexpected(std::move(taken.error()));
    }
    return messages;
}

std::string bayeuxReply(const BayeuxMessage &to, bool isSuccessful, std::string_view members)
{
    std::string out;
    addReplyStart(out, to);
    out += isSuccessful ? ",\"successful\":true" : ",\"successful\":false";
    out += members;
    out += '}';
    return out;
}

std::string bayeuxError(const BayeuxMessage &to, std::string_view error, std::string_view reconnect)
{
    std::string members = ",\"error\":";
    json::writeString(members, error);
    members += ",\"advice\":{\"reconnect\":";
    json::writeString(members, reconnect);
    members += ",\"interval\":0}";
    return bayeuxReply(to, false, members);
}

std::string bayeuxData(std::string_view channel, std::string_view data)
{
    std::string out = "{\"channel\":";
    json::writeString(out, channel);
    out += ",\"data\":";
    out += data;
    out += '}';
    return out;
}

std::string bayeuxList(const std::vector<std::string> &messages)
{
    std::string out = "[";
    for (const char *comma = ""; const auto &message : messages) {
        out += comma;
        out += message;
        comma = ",";
    }
    out += ']';
    return out;
}

} // namespace tandem::gateway
