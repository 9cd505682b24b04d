// SPDX-License-Identifier: GPL-3.0-or-later
// The agent protocol: frames, the parameters and replies of each request, and facts. What a
// desktop reads of a server counts as much as what a server reads of a desktop.
#include "link/factstream.h"
#include "protocol/facts.h"
#include "protocol/frame.h"
#include "requests.h"
#include "target.h"

#include <boost/json.hpp>

using namespace tandem;
using namespace tandem::protocol;
using tandem::fuzz::demand;

namespace {

template <class From, class Text>
void checkAgain(const AnyValue &value, From from, Text text)
{
    const auto written = text(value);
    const auto tree = json::parse(written);
    demand(tree.has_value(), "what is written is JSON");
    const auto again = from(*tree);
    demand(again && text(*again) == written, "what is written is read as the same");
}

void checkFact(const Frame &frame)
{
    auto fact = factFrom(frame.method, frame.params);
    if (!fact)
        return;
    const auto params = json::parse(paramsOf(*fact));
    demand(params.has_value(), "a fact is written as JSON");
    const auto again = factFrom(nameOf(*fact), *params);
    demand(again && *again == *fact, "a fact that is written is read as the same");
}

} // namespace

static void fuzzFrame(std::string_view bytes)
{
    const auto frame = parseFrame(bytes);
    if (!frame) {
        (void)errorFrame(boost::json::serialize(frame.error().id), frame.error().code,
                         frame.error().message);
        return;
    }
    const auto id = boost::json::serialize(frame->id);
    if (frame->error)
        demand(parseFrame(errorFrame(id, *frame->error)).has_value(), "a refusal is a frame");
    if (frame->method.empty())
        return;
    checkFact(*frame);
    const auto params = boost::json::serialize(frame->params);
    const auto again = parseFrame(requestFrame(id, frame->method, params));
    const bool isObject = frame->params.is_object();
    demand(!isObject || (again && again->method == frame->method && again->params == frame->params),
           "a request that is written is read as the same");
}

static const tandem::fuzz::Registered registeredFrame("frame", fuzzFrame);

// The first line is the name of a request, the second its parameters, the third its reply.
static void fuzzRequest(std::string_view bytes)
{
    const auto all = fuzz::lines(bytes, 3);
    const auto *type = all.size() < 2 ? nullptr : fuzz::requestNamed(all[0]);
    if (!type)
        return;
    const auto params = json::parse(all[1]);
    if (params) {
        if (const auto read = type->paramsFrom(*params))
            checkAgain(*read, type->paramsFrom, type->paramsText);
    }
    const auto reply = json::parse(all.size() > 2 ? all[2] : all[1]);
    if (reply) {
        if (const auto read = type->replyFrom(*reply))
            checkAgain(*read, type->replyFrom, type->replyText);
    }
}

static const tandem::fuzz::Registered registeredRequest("request", fuzzRequest);

// Facts in any order, doubled and with gaps: each comes once, in order.
static void fuzzFactstream(std::string_view bytes)
{
    FactStream stream;
    std::int64_t seen = 0;
    const auto due = [&](const std::vector<Fact> &facts) {
        for (const auto &fact : facts) {
            const auto seq = std::get<SiteChanged>(fact).version;
            demand(seq > seen, "facts come in order, each once");
            seen = seq;
        }
    };
    for (const unsigned char c : bytes) {
        const std::int64_t seq = c & 31;
        if (c < 192)
            due(stream.take(seq, SiteChanged{seq}));
        else if (c < 208)
            stream.hold();
        else if (c < 224)
            due(stream.release(seq));
        else if (seq >= seen)
            stream.startAfter(seen = seq);
        (void)stream.hasGap();
    }
}

static const tandem::fuzz::Registered registeredFactstream("factstream", fuzzFactstream);
