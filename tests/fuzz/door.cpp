// SPDX-License-Identifier: GPL-3.0-or-later
// The front door as a whole: requests to all routes, connections, WebSockets, CometD's sessions.
#include "frontdoor.h"
#include "gateway/bayeuxmessage.h"
#include "gateway/headcheck.h"
#include "gateway/httprequestparser.h"
#include "gateway/httpsyntax.h"
#include "target.h"

#include <algorithm>
#include <regex>

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

namespace {

void checkResponse(const HttpResponse &response)
{
    demand(response.status >= 100 && response.status < 600, "an answer has a status");
    bool isJson = false;
    for (const auto &field : response.fields) {
        demand(isToken(field.name), "a field's name is a token");
        demand(std::ranges::all_of(field.value, [](char c) { return isFieldChar(c); }),
               "a field of an answer is one line");
        isJson |= field.name == "Content-Type" && field.value.starts_with("application/json");
    }
    demand(!isJson || response.content().empty() || json::parse(response.content()),
           "an answer in JSON is JSON");
    (void)responseHead(response, Connection::KeepAlive);
}

class CheckedExchange final : public HttpExchange
{
public:
    explicit CheckedExchange(HttpRequest request) : m_request(std::move(request)) {}
    ~CheckedExchange() override { demand(m_answers == 1, "each request is answered once"); }

    const HttpRequest &request() const override { return m_request; }
    void respond(HttpResponse response) override
    {
        ++m_answers;
        checkResponse(response);
    }
    void respondBy(Maker maker) override { respond(maker()); }
    bool isOpen() const override { return true; }
    void whenGone(std::function<void()>) override {}

private:
    HttpRequest m_request;
    int m_answers = 0;
};

std::string withoutDates(const std::string &answer)
{
    static const std::regex dates("Date: [^\r]*\r\n|HTTP/1.1 100 Continue\r\n\r\n");
    return std::regex_replace(answer, dates, "");
}

std::string_view handshakeOf(bool isAgent)
{
    return isAgent ? "GET /agent HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                   : "GET /genesys/cometd HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

// The texts in frames of a server, which are not masked, text or control, and whole.
std::vector<std::string> textsOf(std::string_view frames)
{
    std::vector<std::string> texts;
    while (frames.size() >= 2) {
        const auto first = static_cast<unsigned char>(frames[0]);
        const auto second = static_cast<unsigned char>(frames[1]);
        const auto opcode = first & 0x0F;
        demand((first & 0x70) == 0 && (second & 0x80) == 0, "a server's frames are plain");
        demand(opcode == 1 || (opcode >= 8 && opcode <= 10), "a server sends text and controls");
        std::size_t length = second;
        std::size_t head = 2;
        for (std::size_t extra = second == 126 ? 2 : second == 127 ? 8 : 0; extra > 0; --extra) {
            length = (head == 2 ? 0 : length << 8) | static_cast<unsigned char>(frames[head]);
            ++head;
        }
        const auto text = frames.substr(head, length);
        demand(opcode != 1 || isUtf8(text), "a server's texts are UTF-8");
        if (opcode == 1)
            texts.emplace_back(text);
        frames.remove_prefix(std::min(head + length, frames.size()));
    }
    return texts;
}

} // namespace

static void fuzzRoutes(std::string_view bytes)
{
    HeadCheck head;
    if (head.feed(bytes) != HeadCheck::State::Complete || head.body() == HeadCheck::Body::Chunked
        || bytes.size() - head.size() < head.contentLength())
        return;
    const auto length = head.size() + head.contentLength();
    auto request = parseRequest(bytes.substr(head.leading(), length - head.leading()));
    if (!request)
        return;
    request->address = "10.1.2.3";
    fuzz::FrontDoor door;
    if (request->wantsWebSocket()) {
        auto upgrade = door.router().upgrade(*request);
        if (const auto *refusal = std::get_if<HttpResponse>(&upgrade))
            checkResponse(*refusal);
    } else {
        door.router().handle(std::make_shared<CheckedExchange>(*std::move(request)));
        door.work();
    }
}

static const tandem::fuzz::Registered registeredRoutes("routes", fuzzRoutes);

static void fuzzConnection(std::string_view bytes)
{
    const auto whole = fuzz::FrontDoor().exchange({}, bytes, 64 * 1024);
    demand(whole.empty() || whole.starts_with("HTTP/1.1 "), "an answer begins with its status");
    // Whether bytes come before a handshake is answered is up to time.
    if (lowered(bytes).find("upgrade") != std::string::npos)
        return;
    const auto pieces = fuzz::FrontDoor().exchange({}, bytes, 1 + bytes.size() / 5);
    demand(withoutDates(pieces) == withoutDates(whole),
           "requests are answered alike, however they come");
}

static const tandem::fuzz::Registered registeredConnection("connection", fuzzConnection);

// The first byte tells which of the two, the others are frames.
static void fuzzWebsocket(std::string_view bytes)
{
    if (bytes.empty())
        return;
    const bool isAgent = (bytes[0] & 1) == 0;
    const auto frames = bytes.substr(1);
    const auto behindHead = [](const std::string &answer) {
        demand(answer.starts_with("HTTP/1.1 101 "), "a handshake is taken");
        return answer.substr(answer.find("\r\n\r\n") + 4);
    };
    const auto ask = [&](std::size_t piece) {
        return behindHead(fuzz::FrontDoor().exchange(handshakeOf(isAgent), frames, piece));
    };
    const auto whole = textsOf(ask(64 * 1024));
    if (!isAgent)
        return;
    // Behind a bad frame nobody is owed the answers to those before it.
    const auto pieces = textsOf(ask(1 + frames.size() / 5));
    demand(std::equal(whole.begin(), whole.begin() + std::min(whole.size(), pieces.size()),
                      pieces.begin()),
           "frames mean the same, however they come");
}

static const tandem::fuzz::Registered registeredWebsocket("websocket", fuzzWebsocket);

namespace {

class CheckedPeer final : public BayeuxPeer
{
public:
    explicit CheckedPeer(bool isSocket) : m_isSocket(isSocket) {}

    bool isSocket() const override { return m_isSocket; }
    const std::string &address() const override { return m_address; }
    bool isOpen() const override { return true; }
    void send(std::string list) override
    {
        const auto value = json::parse(list);
        demand(value && value->is_array(), "replies are a list in JSON");
        demand(m_isSocket || ++m_sent == 1, "a request is answered once");
    }

private:
    std::string m_address = "10.1.2.3";
    bool m_isSocket;
    int m_sent = 0;
};

} // namespace

// Lists of messages, one a line; a line that begins with a space comes by a long poll.
static void fuzzCometd(std::string_view bytes)
{
    fuzz::FrontDoor door;
    const auto socket = std::make_shared<CheckedPeer>(true);
    for (const auto line : fuzz::lines(bytes, 16)) {
        auto messages = parseBayeux(line);
        if (!messages)
            continue;
        const bool isPoll = line.starts_with(' ');
        door.bayeux().receive(*std::move(messages),
                              isPoll ? std::make_shared<CheckedPeer>(false) : socket);
        door.work();
    }
    door.bayeux().peerGone(socket);
    door.work();
}

static const tandem::fuzz::Registered registeredCometd("cometd", fuzzCometd);
