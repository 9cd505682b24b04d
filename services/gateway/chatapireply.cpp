// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatapireply.h"

#include "protocol/json.h"

namespace tandem::gateway {

namespace {

// Of one answer over HTTP: a long chat comes in several.
constexpr std::size_t answerLimit = 128 * 1024;

void member(std::string &out, std::string_view name, const auto &value)
{
    out += ",\"";
    out += name;
    out += "\":";
    json::write(out, value);
}

void writeFault(std::string &out, const ChatFault &fault)
{
    out += fault.isTransient ? R"({"statusCode":1)" : R"({"statusCode":2)";
    out += R"(,"errors":[{"code":)";
    json::write(out, fault.code);
    member(out, "advice", fault.advice);
    out += "}]";
    if (!fault.isTransient)
        member(out, "chatEnded", fault.hasEnded);
    out += R"(,"messages":[])";
}

// Up to about `most` bytes; gives the position of the first that is left for the next answer.
std::optional<int> writeMessages(std::string &out,
                                 const std::vector<protocol::CustomerEvent> &messages,
                                 std::size_t most)
{
    std::optional<int> left;
    out += R"(,"messages":[)";
    for (const char *comma = ""; const auto &event : messages) {
        if (out.size() > most) {
            left = event.index;
            break;
        }
        out += comma;
        writeEvent(out, event);
        comma = ",";
    }
    out += ']';
    return left;
}

} // namespace

void writeEvent(std::string &out, const protocol::CustomerEvent &event)
{
    out += "{\"from\":";
    json::write(out, event.from);
    member(out, "index", event.index);
    member(out, "type", nameOf(event.type));
    if (event.text)
        member(out, "text", *event.text);
    if (event.messageType)
        member(out, "messageType", *event.messageType);
    member(out, "utcTime", event.utcTime);
    if (!event.userData.empty())
        member(out, "userData", event.userData);
    out += '}';
}

std::string chatReplyJson(const ChatOutcome &outcome, std::string_view extra, std::size_t most)
{
    std::string out;
    if (!outcome.reply) {
        writeFault(out, outcome.reply.error());
    } else {
        const auto &reply = *outcome.reply;
        out += R"({"statusCode":0)";
        member(out, "alias", reply.alias);
        member(out, "chatId", reply.chatId);
        member(out, "secureKey", outcome.secureKey);
        member(out, "userId", reply.userId);
        const auto left = writeMessages(out, reply.messages, most);
        const auto next = left ? left : reply.nextPosition;
        if (next)
            member(out, "nextPosition", *next);
        // Whoever polls stops when the chat has ended.
        member(out, "chatEnded", reply.chatEnded && !left);
        if (reply.userData)
            member(out, "userData", *reply.userData);
        if (reply.monitored)
            member(out, "monitored", *reply.monitored);
    }
    out += extra;
    out += '}';
    return out;
}

HttpResponse chatResponse(const ChatOutcome &outcome)
{
    const bool isTransient = !outcome.reply && outcome.reply.error().isTransient;
    auto response = jsonResponse(isTransient ? 503 : 200, chatReplyJson(outcome, {}, answerLimit));
    if (isTransient)
        response.set("Retry-After", "1");
    return response;
}

} // namespace tandem::gateway
