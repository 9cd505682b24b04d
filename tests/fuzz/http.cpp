// SPDX-License-Identifier: GPL-3.0-or-later
// A request as it comes over a connection: head, chunks, and the parser behind both.
#include "gateway/chunkcheck.h"
#include "gateway/headcheck.h"
#include "gateway/httprequestparser.h"
#include "gateway/httpsyntax.h"
#include "target.h"

using namespace tandem::gateway;
using tandem::fuzz::demand;

namespace {

constexpr std::size_t mostHead = 2'048;
constexpr std::size_t mostBody = 4'096;

// Byte by byte, as a slow connection brings them.
template <class Check>
Check slowly(Check check, std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        check.feed(bytes.substr(i, 1));
    return check;
}

// How long the request is with its body; 0 where it is refused or not all there.
std::size_t lengthOf(const HeadCheck &head, std::string_view bytes)
{
    if (head.body() != HeadCheck::Body::Chunked) {
        const bool isThere = head.contentLength() <= bytes.size() - head.size();
        return isThere ? head.size() + head.contentLength() : 0;
    }
    const auto rest = bytes.substr(head.size());
    ChunkCheck chunks(mostBody);
    chunks.feed(rest);
    const auto slow = slowly(ChunkCheck(mostBody), rest);
    demand(slow.state() == chunks.state() && slow.size() == chunks.size(),
           "chunks are judged alike, however they come");
    return chunks.state() == ChunkCheck::State::Complete ? head.size() + chunks.size() : 0;
}

void checkRequest(const HttpRequest &request)
{
    demand(isToken(request.method), "a method is a token");
    demand(request.path.starts_with('/') || request.path == "*", "a path begins with a slash");
    demand(request.body.size() <= mostBody + mostHead, "a body has no more than was sent");
    for (const auto &field : request.fields) {
        demand(isToken(field.name), "a field's name is a token");
        demand(field.value.find_first_of("\r\n") == std::string::npos, "a field is one line");
    }
}

} // namespace

static void fuzzHttp(std::string_view bytes)
{
    HeadCheck head(mostHead);
    head.feed(bytes);
    const auto slow = slowly(HeadCheck(mostHead), bytes);
    demand(slow.state() == head.state() && slow.size() == head.size()
               && slow.status() == head.status(),
           "a head is judged alike, however it comes");
    demand(head.size() <= mostHead, "no more is taken than allowed");
    if (head.state() != HeadCheck::State::Complete)
        return;
    const auto length = lengthOf(head, bytes);
    if (length == 0)
        return;
    if (const auto request = parseRequest(bytes.substr(head.leading(), length - head.leading())))
        checkRequest(*request);
}

static const tandem::fuzz::Registered registeredHttp("http", fuzzHttp);
