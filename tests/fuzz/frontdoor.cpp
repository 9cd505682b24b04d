// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontdoor.h"

#include "gateway/agentsocket.h"
#include "gateway/chatroutes.h"
#include "gateway/cometdroutes.h"
#include "gateway/httpconnection.h"
#include "gateway/metricsroute.h"
#include "gateway/openmediaroutes.h"
#include "gateway/serverinfo.h"
#include "gateway/statisticroutes.h"
#include "requests.h"
#include "target.h"

#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <array>

namespace tandem::fuzz {

using namespace gateway;
namespace asio = boost::asio;

namespace {

GatewayLimits smallLimits()
{
    GatewayLimits limits;
    limits.requestHead = 2'048;
    limits.requestBody = 4'096;
    limits.uploadBody = 8'192;
    limits.webSocketMessage = 4'096;
    limits.requestsPerSecond = limits.requestBurst = 1e9;
    return limits;
}

// Seen over a socket that the system makes of two ends; the connection takes it for its own kind.
class Peer
{
public:
    Peer(Context &context, Socket &server) : m_socket(context.io)
    {
        asio::local::stream_protocol::socket other(context.io);
        asio::local::connect_pair(m_socket, other);
        server.assign(asio::ip::tcp::v4(), other.release());
        m_socket.non_blocking(true);
    }

    // False where the other side takes no more.
    bool send(std::string_view bytes)
    {
        boost::system::error_code error;
        return m_socket.write_some(asio::buffer(bytes.data(), bytes.size()), error) == bytes.size();
    }
    void receive(std::string &into)
    {
        std::array<char, 16 * 1024> buffer;
        boost::system::error_code error;
        while (const auto count = m_socket.read_some(asio::buffer(buffer), error))
            into.append(buffer.data(), count);
    }
    void end()
    {
        boost::system::error_code ignored;
        m_socket.shutdown(asio::socket_base::shutdown_send, ignored);
    }

private:
    asio::local::stream_protocol::socket m_socket;
};

} // namespace

void CountedBytes::fill(std::span<unsigned char> bytes)
{
    for (auto &byte : bytes)
        byte = m_next++;
}

const protocol::RequestType *AgreeableCore::agentRequest(std::string_view name) const
{
    const auto *type = requestNamed(name);
    return type && type->policy.who == Policy::Who::Agents ? type : nullptr;
}

void AgreeableCore::ask(const Caller &, const protocol::RequestType &type, AnyValue params,
                        Answer<AnyValue> answer)
{
    const auto text = type.paramsText(params);
    const auto tree = json::parse(text);
    const auto again = tree ? type.paramsFrom(*tree) : failure(Reason::InvalidParams, {});
    demand(again && type.paramsText(*again) == text, "what the core is asked can be written");
    if (!type.name.starts_with("customer."))
        return answer(failure(Reason::NotFound, "There is no such thing."));
    protocol::CustomerReply reply;
    reply.chatId = InteractionId{1'001};
    reply.alias = "1";
    reply.userId = "u";
    reply.messages.push_back({{}, 1, ChatEventType::Message, text, {}, 0, {}});
    reply.nextPosition = 2;
    if (type.name == protocol::CustomerPresence::name)
        return answer(AnyValue::of(protocol::CustomerPresence::Reply{}));
    answer(AnyValue::of(std::move(reply)));
}

void AgreeableCore::login(const protocol::SessionLogin &login, std::string,
                          std::shared_ptr<FactSink> sink, Answer<Login> answer)
{
    if (login.user.empty())
        return answer(failure(Reason::NotPermitted, "Who are you?"));
    const Caller caller{Caller::Kind::Agent,
                        SessionId{1},
                        AgentId{1},
                        {Role::Agent, Role::Supervisor, Role::Administrator}};
    answer(Login{caller, {}});
    const protocol::SystemNotice notice{"greeting", login.user};
    sink->deliver(1, std::make_shared<SharedFact>(notice));
}

void AgreeableCore::resume(const protocol::SessionResume &, std::shared_ptr<FactSink>,
                           Answer<Resumed> answer)
{
    answer(Resumed{{Caller::Kind::Agent, SessionId{1}, AgentId{1}, {Role::Agent}}, {}});
}

FrontDoor::FrontDoor()
    : m_context(std::make_shared<Context>(smallLimits())),
      m_keys("a site's secret of good length", m_random),
      m_origins({"https://shop.example"}, false),
      m_chats(m_core, m_keys),
      m_intake(m_core, FileSettings()),
      m_fileDoor(m_core, m_intake, m_origins),
      m_access(CaptureAccessSettings{{"10.0.0.0/8"}, {}}),
      m_capturePoint(m_core, m_random),
      m_waitingTimes(m_core),
      m_bayeux(std::make_shared<BayeuxServer>(m_context, m_random)),
      m_channel(std::make_shared<ChatChannel>(m_bayeux, m_chats))
{
    m_bayeux->setService(m_channel.get());
    addRoutes();
    m_bayeux->start();
}

FrontDoor::~FrontDoor()
{
    m_bayeux->stop();
    work();
    m_context->router = Router(); // its handlers hold what holds the context
}

void FrontDoor::addRoutes()
{
    auto &router = m_context->router;
    addServerInfo(router, m_core);
    addMetricsRoute(router, m_core, m_context->connections, {});
    addChatRoutes(router, m_chats, m_fileDoor, m_origins);
    m_fileDoor.addRoutes(router);
    addCometdRoutes(router, m_bayeux, m_origins, m_random);
    addOpenMediaRoutes(router, m_core, m_access, m_random);
    addCapturePointRoutes(router, m_capturePoint, m_access);
    addStatisticRoutes(router, m_core, m_access);
    addWaitRoute(router, m_waitingTimes, m_origins);
    m_files.add("/widget/tandem.js", "// a widget");
    addStaticRoutes(router, m_files, true);
    router.addUpgrade("/agent", [this](const HttpRequest &) -> std::variant<HttpResponse, Upgrade> {
        return Upgrade{std::make_shared<AgentSocket>(m_core, limits()), {}, {}};
    });
}

void FrontDoor::work()
{
    m_context->io.restart();
    while (m_context->io.poll() > 0) {
    }
}

std::string FrontDoor::exchange(std::string_view first, std::string_view bytes, std::size_t piece)
{
    std::string answer;
    {
        Socket socket(asio::make_strand(m_context->io));
        Peer peer(*m_context, socket);
        auto ticket = m_context->connections.admit("10.1.2.3", false);
        std::make_shared<HttpConnection>(PeerSocket(std::move(socket), nullptr), m_context,
                                         std::move(ticket), false)
            ->start();
        const auto bring = [&](std::string_view part) {
            const bool isTaken = part.empty() || peer.send(part);
            work();
            peer.receive(answer);
            work();
            return isTaken;
        };
        bool isTaken = bring(first);
        while (isTaken && !bytes.empty()) {
            isTaken = bring(bytes.substr(0, piece));
            bytes.remove_prefix(std::min(piece, bytes.size()));
        }
        peer.end();
        (void)bring({});
    }
    work();
    demand(m_context->connections.figures().open == 0, "whose peer is gone is closed");
    return answer;
}

} // namespace tandem::fuzz
