// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/scanner.h"

#include "base/log.h"

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QTcpSocket>

#include <algorithm>

namespace tandem {

namespace {

constexpr int connectTimeMs = 2'000;
constexpr int scanTimeMs = 30'000;
constexpr int scanStepMs = 100; // between two looks at `stopping`
constexpr std::size_t scanPiece = 64 * 1024;
constexpr qint64 longestAnswer = 4 * 1024;

std::unexpected<Error> notScanned(const QString &why)
{
    logger("files").warn("clamd cannot be asked: {}", why.toStdString());
    return failure(Reason::Busy, "Files cannot be examined at the moment; please try again.");
}

std::string lengthOf(std::size_t size)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((size >> shift) & 0xFF);
    return bytes;
}

template <class Socket>
Result<std::string> converse(Socket &socket, std::string_view content,
                             const std::atomic<bool> &stopping)
{
    const QDeadlineTimer deadline(scanTimeMs);
    const auto mayGoOn = [&] { return !stopping && !deadline.hasExpired(); };
    socket.write("zINSTREAM", 10); // with its NUL
    for (std::size_t at = 0; at < content.size(); at += scanPiece) {
        const auto piece = content.substr(at, scanPiece);
        const auto length = lengthOf(piece.size());
        socket.write(length.data(), static_cast<qint64>(length.size()));
        socket.write(piece.data(), static_cast<qint64>(piece.size()));
        while (socket.bytesToWrite() > static_cast<qint64>(scanPiece) && mayGoOn()
               && socket.isValid())
            socket.waitForBytesWritten(scanStepMs);
    }
    const auto end = lengthOf(0);
    socket.write(end.data(), static_cast<qint64>(end.size()));
    QByteArray answer;
    while (mayGoOn() && !answer.contains('\0') && answer.size() < longestAnswer) {
        if (socket.bytesAvailable() > 0)
            answer += socket.read(longestAnswer);
        else if (!socket.waitForReadyRead(scanStepMs) && !socket.isValid())
            break;
    }
    const auto result = scanResult(std::string_view(answer.constData(), answer.size()));
    if (!result)
        return notScanned(socket.errorString());
    return *result;
}

} // namespace

std::optional<std::string> scanResult(std::string_view answer)
{
    static constexpr std::string_view stream = "stream: ";
    static constexpr std::string_view found = " FOUND";
    answer = answer.substr(0, answer.find('\0'));
    if (!answer.starts_with(stream))
        return std::nullopt;
    answer.remove_prefix(stream.size());
    if (answer == "OK")
        return std::string();
    if (!answer.ends_with(found) || answer.size() == found.size())
        return std::nullopt;
    answer.remove_suffix(found.size());
    // It goes to the audit, and is text from outside.
    std::string name(answer.substr(0, 200));
    std::ranges::replace_if(name, [](char c) { return c < 0x20 || c > 0x7E; }, '?');
    return name;
}

Result<std::string> scanContent(const std::string &clamd, std::string_view content,
                                const std::atomic<bool> &stopping)
{
    const auto address = QString::fromStdString(clamd);
    if (clamd.starts_with('/')) {
        QLocalSocket socket;
        socket.connectToServer(address);
        if (!socket.waitForConnected(connectTimeMs))
            return notScanned(socket.errorString());
        return converse(socket, content, stopping);
    }
    const auto colon = address.lastIndexOf(u':');
    QTcpSocket socket;
    socket.connectToHost(address.left(colon), address.mid(colon + 1).toUShort());
    if (!socket.waitForConnected(connectTimeMs))
        return notScanned(socket.errorString());
    return converse(socket, content, stopping);
}

} // namespace tandem
