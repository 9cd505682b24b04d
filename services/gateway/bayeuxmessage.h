// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Messages of the Bayeux protocol 1.0 (docs.cometd.org, "The Bayeux Protocol"), read and written.
// Pure.
namespace tandem::gateway {

struct BayeuxMessage
{
    std::string channel;
    std::string clientId;
    std::string id; // as JSON text; empty: none
    json::Value data;
    std::vector<std::string> connectionTypes; // supportedConnectionTypes, or the connectionType
    std::vector<std::string> subscriptions;
    std::optional<std::int64_t> timeoutMs; // advice.timeout
    bool wantsAck = false;                 // ext.ack of a handshake
    std::optional<std::int64_t> ack;       // ext.ack of a connect: the last batch that came

    bool isMeta() const { return channel.starts_with("/meta/"); }
};

// One message or a list of up to 64. invalid_params where it is not Bayeux at all.
Result<std::vector<BayeuxMessage>> parseBayeux(std::string_view text);

// A reply: `members` is JSON text of further members, beginning with a comma, or empty.
std::string bayeuxReply(const BayeuxMessage &to, bool isSuccessful, std::string_view members = {});
// A refusal; `error` like "402::Unknown client"; `reconnect` is what the client is to do.
std::string bayeuxError(const BayeuxMessage &to, std::string_view error,
                        std::string_view reconnect);
// A message with data for a subscriber; `data` is JSON text.
std::string bayeuxData(std::string_view channel, std::string_view data);
// Messages, each JSON text, as one list.
std::string bayeuxList(const std::vector<std::string> &messages);

} // namespace tandem::gateway
