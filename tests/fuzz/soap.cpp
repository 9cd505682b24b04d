// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to the capture point.
#include "gateway/httpsyntax.h"
#include "gateway/kvlist.h"
#include "gateway/soapmessage.h"
#include "target.h"

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

namespace {

int depthOf(const XmlElement &element)
{
    int deepest = 0;
    for (const auto &child : element.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

SoapRequest readAgain(const std::string &content)
{
    auto again = readSoap(soapResponse(SoapVersion::V11, content).body);
    demand(again.has_value(), "what is written is well formed");
    return *std::move(again);
}

// A list as this server writes it is what it was.
void checkList(const protocol::Data &data)
{
    std::string content;
    writeList(content, "List", data);
    const auto again = readAgain(content);
    const auto read = dataFrom(&again.operation);
    for (const auto &[key, text] : data) {
        if (key != trimmed(key))
            return; // spaces around a key do not count
    }
    demand(read && *read == data, "a list that is written is read as the same");
}

} // namespace

static void fuzzSoap(std::string_view bytes)
{
    const auto request = readSoap(bytes);
    if (!request) {
        (void)soapResponse(request.error().version, request.error().fault);
        demand(!request.error().fault.text.empty(), "a refusal says why");
        return;
    }
    demand(depthOf(request->operation) <= 32, "elements are at most 32 deep");
    (void)request->operation.value("InteractionId");
    for (const auto &child : request->operation.children) {
        if (const auto data = dataFrom(&child); data && !data->empty())
            checkList(*data);
    }
    std::string content;
    writeElement(content, "Text", request->operation.text);
    const auto again = readAgain(content);
    demand(isUtf8(again.operation.text), "texts are UTF-8");
}

static const tandem::fuzz::Registered registeredSoap("soap", fuzzSoap);
