// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include "base/log.h"
#include "gateway/agentsocket.h"
#include "gateway/bayeuxserver.h"
#include "gateway/captureaccess.h"
#include "gateway/capturepoint.h"
#include "gateway/certificate.h"
#include "gateway/chatapi.h"
#include "gateway/chatchannel.h"
#include "gateway/chatroutes.h"
#include "gateway/cometdroutes.h"
#include "gateway/context.h"
#include "gateway/emailroutes.h"
#include "gateway/filedoor.h"
#include "gateway/httpsyntax.h"
#include "gateway/listener.h"
#include "gateway/metricsroute.h"
#include "gateway/openmediaroutes.h"
#include "gateway/origin.h"
#include "gateway/pictureroute.h"
#include "gateway/securekey.h"
#include "gateway/serverinfo.h"
#include "gateway/staticfiles.h"
#include "gateway/statisticroutes.h"
#include "gateway/waitroute.h"

#include <condition_variable>
#include <fstream>
#include <iterator>
#include <thread>

namespace tandem {

using namespace gateway;

namespace {

constexpr std::string_view agentProtocol = "tandem.agent.v1";
constexpr Ms politeTime{1'500};
constexpr Ms abruptTime{500};

std::variant<HttpResponse, Upgrade> openAgent(const HttpRequest &request, CorePort &core,
                                              const GatewayLimits &limits,
                                              const OriginPolicy &origins)
{
    if (!origins.isOwn(request))
        return errorResponse(403, "not_permitted", "Pages of this origin may not connect here.");
    if (!listHas(request.field("Sec-WebSocket-Protocol"), agentProtocol)) {
        return errorResponse(400, "bad_handshake",
                             "The subprotocol tandem.agent.v1 must be asked for.");
    }
    return Upgrade{std::make_shared<AgentSocket>(core, limits), std::string(agentProtocol), {}};
}

} // namespace

struct Gateway::Parts
{
    Parts(const GatewaySettings &gatewaySettings, CorePort &corePort, FileIntake &intake,
          Random &source)
        : settings(gatewaySettings),
          core(corePort),
          context(std::make_shared<Context>(settings.limits)),
          listener(std::make_shared<Listener>(context)),
          keys(settings.siteSecret, source),
          origins(settings.allowedOrigins, settings.demo),
          chats(core, keys),
          fileDoor(core, intake, origins),
          random(source),
          captureAccess(settings.capture),
          capturePoint(core, source),
          waitingTimes(core),
          bayeux(std::make_shared<BayeuxServer>(context, source)),
          channel(std::make_shared<ChatChannel>(bayeux, chats))
    {
        bayeux->setService(channel.get());
    }

    Result<void> readCertificate();
    void addRoutes();
    void loadFiles();
    void run();
    void stop();
    void endConnections(OpenConnection::Manner manner, Ms patience);

    GatewaySettings settings;
    CorePort &core;
    std::shared_ptr<Context> context;
    std::shared_ptr<Listener> listener;
    SecureKeys keys;
    OriginPolicy origins;
    ChatApi chats;
    FileDoor fileDoor;
    Random &random;
    CaptureAccess captureAccess;
    CapturePoint capturePoint;
    WaitingTimes waitingTimes;
    std::shared_ptr<BayeuxServer> bayeux;
    std::shared_ptr<ChatChannel> channel;
    StaticFiles files;
    std::vector<std::thread> threads;
    std::mutex mutex;
    std::condition_variable threadEnded;
    std::size_t running = 0;
};

Result<void> Gateway::Parts::readCertificate()
{
    if (settings.certificateFile.empty() && settings.keyFile.empty())
        return {};
    if (settings.certificateFile.empty() || settings.keyFile.empty()) {
        return failure(Reason::InvalidParams,
                       "TLS needs both: the certificate (--tls-cert) and its key (--tls-key).");
    }
    auto read = Certificate::load(settings.certificateFile, settings.keyFile);
    if (!read)
        return std::unexpected(std::move(read.error()));
    logger("gateway").info("TLS with the certificate {}, good until {}", settings.certificateFile,
                           (*read)->expires());
    context->certificate = std::move(*read);
    return {};
}

void Gateway::Parts::addRoutes()
{
    auto &router = context->router;
    addServerInfo(router, core);
    addMetricsRoute(router, core, context->connections, settings.metricsFrom);
    addChatRoutes(router, chats, fileDoor, origins);
    fileDoor.addRoutes(router);
    addCometdRoutes(router, bayeux, origins, random);
    addEmailRoutes(router, core, origins, random);
    addOpenMediaRoutes(router, core, captureAccess, random);
    addCapturePointRoutes(router, capturePoint, captureAccess);
    addStatisticRoutes(router, core, captureAccess);
    addPictureRoute(router, core);
    addWaitRoute(router, waitingTimes, origins);
    loadFiles();
    addStaticRoutes(router, files, settings.demo);
    router.addUpgrade("/agent", [this](const HttpRequest &request) {
        return openAgent(request, core, context->limits, origins);
    });
}

void Gateway::Parts::loadFiles()
{
    std::ifstream widget(settings.widgetFolder / "tandem.js", std::ios::binary);
    if (widget)
        files.add("/widget/tandem.js", {std::istreambuf_iterator<char>(widget), {}});
    else if (!settings.widgetFolder.empty())
        logger("gateway").warn("There is no tandem.js in {}.", settings.widgetFolder.string());
    if (settings.demo && !settings.demoFolder.empty()
        && files.addFolder("/demo/", settings.demoFolder) == 0)
        logger("gateway").warn("There is nothing to serve in {}.", settings.demoFolder.string());
}

void Gateway::Parts::run()
{
    running = static_cast<std::size_t>(std::max(1, settings.threads));
    for (std::size_t i = 0; i < running; ++i) {
        threads.emplace_back([this] {
            context->io.run();
            const std::lock_guard lock(mutex);
            --running;
            threadEnded.notify_all();
        });
    }
    bayeux->start();
    listener->start();
}

void Gateway::Parts::endConnections(OpenConnection::Manner manner, Ms patience)
{
    for (const auto &connection : context->connections.all())
        connection->shutDown(manner);
    std::unique_lock lock(mutex);
    threadEnded.wait_for(lock, patience, [this] { return running == 0; });
}

void Gateway::Parts::stop()
{
    if (context->isStopping.exchange(true))
        return;
    listener->stop();
    bayeux->stop();
    context->work.reset();
    endConnections(OpenConnection::Manner::Politely, politeTime);
    endConnections(OpenConnection::Manner::AtOnce, abruptTime);
    context->io.stop();
    for (auto &thread : threads)
        thread.join();
    threads.clear();
    context->router = Router(); // its handlers hold what holds the context
}

Result<std::unique_ptr<Gateway>> Gateway::listen(const GatewaySettings &settings, CorePort &core,
                                                 FileIntake &files, Random &random)
{
    auto parts = std::make_unique<Parts>(settings, core, files, random);
    if (auto read = parts->readCertificate(); !read)
        return std::unexpected(std::move(read.error()));
    if (auto opened = parts->listener->open(settings); !opened)
        return std::unexpected(std::move(opened.error()));
    parts->addRoutes();
    std::unique_ptr<Gateway> gateway(new Gateway(std::move(parts)));
    core.connectCustomers(gateway.get());
    gateway->m_parts->run();
    return gateway;
}

Gateway::Gateway(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Gateway::~Gateway() { stop(); }

std::uint16_t Gateway::port() const { return m_parts->listener->port(); }

std::string Gateway::url() const
{
    const auto &address = m_parts->settings.address;
    const auto host = address.contains(':') ? '[' + address + ']' : address;
    const bool isEncrypted = !m_parts->settings.certificateFile.empty();
    return (isEncrypted ? "https://" : "http://") + host + ':' + std::to_string(port());
}

Result<void> Gateway::reloadCertificate() { return m_parts->readCertificate(); }

void Gateway::stop() { m_parts->stop(); }

void Gateway::deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event)
{
    m_parts->channel->deliver(chat, std::move(event));
}

void Gateway::chatEnded(InteractionId chat) { m_parts->channel->chatEnded(chat); }

void Gateway::eventsMissed() { m_parts->bayeux->endAll(); }

void Gateway::standingChanged(InteractionId chat, std::shared_ptr<const protocol::Data> standing)
{
    m_parts->channel->standingChanged(chat, std::move(standing));
}

} // namespace tandem
