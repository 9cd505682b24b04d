// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of Bayeux, as CometD's clients send them.
#include "gateway/bayeuxmessage.h"
#include "target.h"

#include <boost/json.hpp>

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

static void fuzzBayeux(std::string_view bytes)
{
    const auto messages = parseBayeux(bytes);
    if (!messages) {
        demand(!messages.error().message.empty(), "a refusal says why");
        return;
    }
    demand(!messages->empty() && messages->size() <= 64, "a list holds 1 to 64 messages");
    std::vector<std::string> replies;
    for (const auto &message : *messages) {
        demand(message.channel.starts_with('/') && message.channel.size() <= 256,
               "a channel is a path of at most 256 bytes");
        replies.push_back(bayeuxReply(message, true));
        replies.push_back(bayeuxError(message, "402::Unknown client", "handshake"));
        replies.push_back(bayeuxData(message.channel, boost::json::serialize(message.data)));
    }
    const auto list = json::parse(bayeuxList(replies));
    demand(list && list->as_array().size() == replies.size(), "the answer is a list in JSON");
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const auto &reply = list->as_array()[3 * i].as_object();
        demand(reply.at("channel").as_string() == (*messages)[i].channel,
               "a reply has its message's channel");
    }
}

static const tandem::fuzz::Registered registeredBayeux("bayeux", fuzzBayeux);
