// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a picture from standard input and writes a small PNG of it to standard output. Pictures
// from outside are hostile: this process has nothing, may open and start nothing, and has little
// memory and time. Ends with 1 where there is no picture.
#include "base/platform/process.h"

#include <QBuffer>
#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

constexpr QSize largest(320, 240);
constexpr int mostMegabytes = 160; // of one decoded picture
constexpr qint64 mostBytes = 32LL * 1024 * 1024;
constexpr tandem::platform::OwnLimits limits{1024ULL * 1024 * 1024, 4};

// What reads them is loaded before the limits hold. No vectors: they are documents, not pictures.
bool isPictureFormat(const QByteArray &format)
{
    static constexpr std::array<const char *, 5> formats{"jpeg", "png", "gif", "webp", "bmp"};
    return std::any_of(formats.begin(), formats.end(),
                       [&](const char *one) { return format == one; });
}

QImage smallPicture(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!isPictureFormat(reader.format()) || !size.isValid())
        return {};
    // A turned picture has its sides exchanged: twice as large at most, scaled exactly below.
    const auto wanted = size.scaled(largest * 2, Qt::KeepAspectRatio);
    if (wanted.width() < size.width())
        reader.setScaledSize(wanted);
    const auto image = reader.read();
    if (image.width() <= largest.width() && image.height() <= largest.height())
        return image;
    return image.scaled(largest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QImageReader::setAllocationLimit(mostMegabytes);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (const auto &format : QImageReader::supportedImageFormats()) {
        if (isPictureFormat(format)) {
            QBuffer nothing;
            nothing.open(QIODevice::ReadOnly);
            (void)QImageReader(&nothing, format).canRead();
        }
    }
    if (!tandem::platform::limitSelf(limits))
        return 1;
    const auto bytes = input.read(mostBytes);
    const auto image = smallPicture(bytes);
    return !image.isNull() && image.save(&output, "PNG") ? 0 : 1;
}
