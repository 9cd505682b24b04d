// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/startedserver.h"

namespace tandem::load {

namespace {

constexpr int startLimitMs = 20'000;
constexpr int endLimitMs = 10'000;
const QByteArray readyWord = QByteArrayLiteral("ready ");

} // namespace

Result<std::unique_ptr<StartedServer>> StartedServer::start(const std::string &command)
{
    auto words = QProcess::splitCommand(QString::fromStdString(command));
    if (words.isEmpty())
        return failure(Reason::InvalidParams, "A command to compare is empty.", "compare");
    auto server = std::make_unique<StartedServer>();
    auto &process = server->m_process;
    process.setProgram(words.takeFirst());
    process.setArguments(words << QStringLiteral("--demo") << QStringLiteral("--data")
                               << server->m_data.path() << QStringLiteral("--listen")
                               << QStringLiteral("127.0.0.1:0"));
    process.setStandardErrorFile(server->m_data.filePath(QStringLiteral("server.log")));
    process.start();
    if (auto ready = server->waitUntilReady(command); !ready)
        return std::unexpected(ready.error());
    return server;
}

Result<void> StartedServer::waitUntilReady(const std::string &command)
{
    if (!m_process.waitForStarted(startLimitMs)) {
        return failure(Reason::NotFound,
                       command + ": " + m_process.errorString().toStdString() + ".");
    }
    while (m_process.canReadLine() || m_process.waitForReadyRead(startLimitMs)) {
        const auto line = m_process.readLine().trimmed();
        if (!line.startsWith(readyWord))
            continue;
        m_url = line.mid(readyWord.size()).toStdString();
        return {};
    }
    QFile log(m_data.filePath(QStringLiteral("server.log")));
    const auto said = log.open(QIODevice::ReadOnly) ? log.readAll().right(2000) : QByteArray();
    return failure(Reason::NotFound, command + " does not serve:\n" + said.toStdString());
}

StartedServer::~StartedServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(endLimitMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace tandem::load
