// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/thumbnailer.h"

#include "base/log.h"

#include <QDeadlineTimer>
#include <QProcess>

namespace tandem {

namespace {

constexpr int thumbnailTimeMs = 5'000;
constexpr int thumbnailStepMs = 50;
constexpr qsizetype largest = 512 * 1024;

} // namespace

std::string makeThumbnail(const std::string &program, std::string_view picture,
                          const std::atomic<bool> &stopping)
{
    if (program.empty())
        return {};
    const QDeadlineTimer deadline(thumbnailTimeMs);
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QString::fromStdString(program), {});
    if (!process.waitForStarted(thumbnailTimeMs)) {
        logger("files").warn("{} cannot be started: no small pictures", program);
        return {};
    }
    process.write(picture.data(), static_cast<qint64>(picture.size()));
    process.closeWriteChannel();
    while (process.state() != QProcess::NotRunning && !stopping && !deadline.hasExpired())
        process.waitForFinished(thumbnailStepMs);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(thumbnailStepMs * 10);
        return {};
    }
    const auto image = process.readAllStandardOutput();
    const bool isGood = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0
                        && image.size() <= largest && image.startsWith("\x89PNG\r\n\x1a\n");
    return isGood ? image.toStdString() : std::string();
}

} // namespace tandem
