// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileintake.h"
#include "gateway/gateway.h"
#include "rawclient.h"
#include "smallcore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tandem::test {

// A front door on a free port with a small core behind it; anew for each test.
class GatewayFixture
{
public:
    void listen(GatewaySettings settings = {})
    {
        close();
        m_core = std::make_unique<SmallCore>();
        settings.port = 0;
        if (settings.siteSecret.empty())
            settings.siteSecret = "a site's secret of good length";
        m_files = std::make_unique<FileIntake>(*m_core, FileSettings());
        m_gateway = Gateway::listen(settings, *m_core, *m_files, m_random).value();
    }
    void close()
    {
        m_gateway.reset();
        m_files.reset();
        m_core.reset();
    }

    SmallCore &core() { return *m_core; }
    Gateway &gateway() { return *m_gateway; }
    quint16 port() const { return m_gateway->port(); }
    RawClient client() const { return RawClient(port()); }
    FileIntake &files() { return *m_files; }
    Random &random() { return m_random; }

private:
    std::unique_ptr<SmallCore> m_core;
    std::unique_ptr<FileIntake> m_files;
    SystemRandom m_random;
    std::unique_ptr<Gateway> m_gateway;
};

inline QJsonObject jsonOf(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

} // namespace tandem::test
