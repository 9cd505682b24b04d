// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <string>

// A PostgreSQL server in a temporary folder, as long as this lives (tests/support/postgres).
class PostgresServer
{
public:
    // options: of the server, "-c", "fsync=on".
    bool start(const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(TANDEM_TEST_SUPPORT "/postgres"),
                        QStringList{m_folder.path()} + options);
        QByteArray line;
        while (!line.endsWith('\n') && m_process.waitForReadyRead(40'000))
            line += m_process.readLine();
        m_url = line.mid(6).trimmed().toStdString();
        return line.startsWith("ready ");
    }
    ~PostgresServer() { stop(); }
    // At once, as by a power cut of its machine; start() brings it back with its data.
    void stop()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(20'000);
    }
    const std::string &url() const { return m_url; }
    // Of the server's first process.
    qint64 processId() const
    {
        QFile file(m_folder.filePath(QStringLiteral("data/postmaster.pid")));
        return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    std::string m_url;
};
