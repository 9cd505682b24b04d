// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/platform/datalock.h"
#include "capture/watchedfolder.h"
#include "core/coreloop.h"
#include "files/fileintake.h"
#include "gateway/gateway.h"
#include "host/configuration.h"
#include "host/services.h"
#include "orchestration/strategythread.h"
#include "store/storeaddress.h"

#include <memory>
#include <string>

namespace tandem {

// The whole service layer in one object: store, core, services and front door, built, started and
// stopped in order. `tandemd` holds one, and so does the desktop in embedded mode. Made and
// destroyed on one thread, which must have a QCoreApplication.
class Host
{
public:
    // How the store's connection is made; tests pass their own to break it on purpose.
    using OpenDatabase = std::function<std::unique_ptr<Database>(const StoreAddress &address)>;

    // Serves when it returns. The error says what to do.
    static Result<std::unique_ptr<Host>> start(HostSettings settings, OpenDatabase open = {});
    ~Host();

    CorePort &core() { return *m_core; }
    FileIntake &files() { return *m_files; }
    std::string url() const { return m_gateway->url(); }
    // Reads certificate and key again (Gateway::reloadCertificate). Any thread.
    Result<void> reloadCertificate() { return m_gateway->reloadCertificate(); }
    // Of the first start of a company that is not the demo; empty at every later start.
    const std::string &administratorPassword() const { return m_administratorPassword; }
    // Where /demo/ and the widget come from was found.
    bool hasPages() const { return m_hasPages; }

private:
    explicit Host(HostSettings settings);

    Result<void> prepareFolder();
    Result<void> openStore(const OpenDatabase &open);
    Result<void> readSite();
    Result<void> seed();
    std::vector<Write> missingStrategies() const;
    void openIntake();
    Result<void> openDoor();
    void watchFolder();
    void findPages();

    HostSettings m_settings;
    std::unique_ptr<DataLock> m_lock;
    SystemClock m_clock;
    SystemRandom m_random;
    Services m_services;
    std::unique_ptr<CoreLoop> m_core;
    std::unique_ptr<StrategyThread> m_strategies;
    std::unique_ptr<FileIntake> m_files;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<WatchedFolder> m_folder;
    std::string m_siteSecret;
    std::string m_administratorPassword;
    bool m_isNew = false;
    bool m_hasPages = false;
};

} // namespace tandem
