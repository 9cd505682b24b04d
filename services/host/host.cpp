// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"

#include "base/log.h"
#include "host/democompany.h"
#include "host/sealingkey.h"
#include "orchestration/shippedstrategies.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace tandem {

namespace {

constexpr Statement selectSettings{"SELECT name, value FROM setting"};
constexpr Statement insertSetting{"INSERT INTO setting (name, value) VALUES (?, ?)"};

// Settings of the store that the host itself lives by.
struct StoredMarks
{
    std::string siteSecret;
    std::string company; // "demo", "own", or empty in a new store
};

Result<StoredMarks> readMarks(Database &database)
{
    StoredMarks marks;
    if (auto read = database.query(selectSettings, {},
                                   [&](const Row &row) {
                                       if (row.text(0) == "site_secret")
                                           marks.siteSecret = row.text(1);
                                       if (row.text(0) == "company")
                                           marks.company = row.text(1);
                                   });
        !read)
        return std::unexpected(read.error());
    return marks;
}

} // namespace

Host::Host(HostSettings settings) : m_settings(std::move(settings)), m_services(m_settings.site) {}

Host::~Host()
{
    m_folder.reset();
    if (m_gateway)
        m_gateway->stop();
    if (m_core)
        m_core->stop();
}

Result<std::unique_ptr<Host>> Host::start(HostSettings settings, OpenDatabase open)
{
    if (settings.demo && !isLoopback(settings.gateway.address)) {
        return failure(Reason::InvalidParams,
                       "The demo company has public passwords: with --demo, listen on a loopback "
                       "address (127.0.0.1).");
    }
    if (!open) {
        open = [](const StoreAddress &address) {
            return address.database(Database::Access::Write);
        };
    }
    std::unique_ptr<Host> host(new Host(std::move(settings)));
    auto result = host->prepareFolder();
    if (result)
        result = host->openStore(open);
    if (result)
        result = host->readSite();
    // Before the first request can come.
    if (result) {
        host->m_strategies =
            std::make_unique<StrategyThread>(*host->m_core, host->m_services.engine.actions());
        host->openIntake();
        result = host->openDoor();
    }
    // Behind the open door: a first password that nobody is told must not be kept.
    if (result)
        result = host->seed();
    if (!result)
        return std::unexpected(result.error());
    host->m_core->start();
    host->watchFolder();
    return host;
}

Result<void> Host::prepareFolder()
{
    std::error_code error;
    std::filesystem::create_directories(m_settings.dataFolder, error);
    if (error) {
        return failure(Reason::StoreUnavailable, "Cannot make the data folder "
                                                     + m_settings.dataFolder + ": "
                                                     + error.message());
    }
    auto lock = DataLock::acquire(m_settings.dataFolder);
    if (!lock)
        return std::unexpected(lock.error());
    m_lock = std::move(*lock);
    auto key = sealingKey(m_settings.dataFolder, m_random);
    if (!key)
        return std::unexpected(key.error());
    m_services.archive.signWith(std::move(*key));
    if (!m_settings.captureFolder.empty())
        return WatchedFolder::makeFolders(m_settings.captureFolder);
    return {};
}

Result<void> Host::openStore(const OpenDatabase &open)
{
    const auto address = StoreAddress::read(m_settings.database, m_settings.dataFolder);
    if (!address)
        return std::unexpected(address.error());
    CoreLoop::Stores stores{open(*address), address->database(Database::Access::Read)};
    Clock &clock = m_settings.clock ? *m_settings.clock : m_clock;
    m_core = std::make_unique<CoreLoop>(m_services.engine, clock, m_random, std::move(stores),
                                        m_settings.core);
    m_services.agents.endSessionsWith(
        [this](AgentId agent, Reason reason) { m_core->streams().close(agent, reason); });
    if (auto opened = m_core->openStore(); !opened) {
        return failure(opened.error().reason,
                       "Cannot use the store " + address->shown() + ". " + opened.error().message);
    }
    return {};
}

Result<void> Host::readSite()
{
    StoredMarks marks;
    auto read = m_core->withStore([&](Database &database) -> Result<void> {
        auto found = readMarks(database);
        if (!found)
            return std::unexpected(found.error());
        marks = std::move(*found);
        return {};
    });
    if (!read)
        return read;
    m_siteSecret = marks.siteSecret;
    if (!marks.company.empty() && (marks.company == "demo") != m_settings.demo) {
        return failure(Reason::Conflict,
                       m_settings.demo
                           ? "This data folder holds a company of its own. For the demo choose "
                             "another folder with --data."
                           : "This data folder holds the demo company, whose passwords are public. "
                             "Start it with --demo, or choose another folder with --data.");
    }
    m_isNew = marks.company.empty();
    if (m_isNew)
        m_siteSecret = m_random.secret(32);
    return {};
}

// Those that come with Tandem and this store does not have: at the first start, and after an
// upgrade that brings more.
std::vector<Write> Host::missingStrategies() const
{
    std::vector<ShippedStrategy> missing;
    for (const auto &id : shippedStrategyIds()) {
        if (!m_services.strategies.has(id))
            missing.push_back(shippedStrategy(id));
    }
    return StrategyLibrary::writesFor(missing, m_clock.now().utc);
}

Result<void> Host::seed()
{
    auto strategies = missingStrategies();
    std::ranges::move(m_services.archive.missingKey(m_clock.now().utc),
                      std::back_inserter(strategies));
    if (!m_isNew)
        return m_core->writeAndLoad(std::move(strategies));
    auto first = m_settings.demo ? demoCompany(m_random) : emptyCompany(m_random);
    first.writes.push_back(write(insertSetting, "site_secret", m_siteSecret));
    first.writes.push_back(write(insertSetting, "company", m_settings.demo ? "demo" : "own"));
    m_administratorPassword = first.administratorPassword;
    std::ranges::move(strategies, std::back_inserter(first.writes));
    return m_core->writeAndLoad(std::move(first.writes));
}

void Host::findPages()
{
    namespace fs = std::filesystem;
    const fs::path program = QCoreApplication::applicationDirPath().toStdString();
    for (const auto *place : {"../share/tandem/web", "../web"}) {
        const auto folder = program / place;
        if (!fs::exists(folder / "tandem.js"))
            continue;
        if (m_settings.gateway.widgetFolder.empty())
            m_settings.gateway.widgetFolder = folder;
        if (m_settings.gateway.demoFolder.empty())
            m_settings.gateway.demoFolder = folder / "demo";
        break;
    }
    m_hasPages = !m_settings.gateway.widgetFolder.empty();
    if (!m_hasPages)
        logger("host").warn("the widget (tandem.js) was not found beside the program");
}

Result<void> Host::openDoor()
{
    findPages();
    m_settings.gateway.demo = m_settings.demo;
    m_settings.gateway.siteSecret = m_siteSecret;
    auto gateway = Gateway::listen(m_settings.gateway, *m_core, *m_files, m_random);
    if (!gateway)
        return std::unexpected(gateway.error());
    m_gateway = std::move(*gateway);
    return {};
}

void Host::openIntake()
{
    namespace fs = std::filesystem;
    const fs::path program = QCoreApplication::applicationDirPath().toStdString();
    if (auto &thumbnails = m_settings.files.thumbnailProgram; thumbnails.empty()) {
        for (const auto *place : {"tandem-thumbnail", "tandem-thumbnail.exe"}) {
            if (fs::exists(program / place))
                thumbnails = (program / place).string();
        }
    }
    m_files = std::make_unique<FileIntake>(*m_core, m_settings.files);
    m_files->prepareIn(*m_core);
}

void Host::watchFolder()
{
    const auto &folder = m_settings.captureFolder;
    if (!folder.empty()) {
        m_folder = std::make_unique<WatchedFolder>(
            WatchedFolder::Settings{folder, m_settings.captureInterval}, *m_core);
    }
}

} // namespace tandem
