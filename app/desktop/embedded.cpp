// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/embedded.h"

#include "host/host.h"
#include "host/locallink.h"
#include "models/text.h"

#include <QTcpServer>

namespace tandem {

namespace {

constexpr quint16 usualPort = 8765;

// The port that pages know, unless another program has it.
quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, usualPort) ? usualPort : 0;
}

} // namespace

Embedded::Embedded() = default;

Embedded::~Embedded() = default;

Result<void> Embedded::start(const QString &folder, bool isDemo)
{
    if (m_host)
        return {};
    HostSettings settings;
    settings.dataFolder = toUtf8(folder);
    settings.demo = isDemo;
    settings.gateway.demo = isDemo;
    settings.gateway.port = freePort();
    auto host = Host::start(std::move(settings));
    if (!host)
        return std::unexpected(host.error());
    m_host = std::move(*host);
    return {};
}

std::unique_ptr<ServiceLink> Embedded::link() const
{
    return std::make_unique<LocalLink>(m_host->core());
}

QString Embedded::url() const { return toQString(m_host->url()); }

QString Embedded::administratorPassword() const
{
    return toQString(m_host->administratorPassword());
}

} // namespace tandem
