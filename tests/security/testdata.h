// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace tandem::test {

// A file of the larger test data, which is not part of the tree: in TANDEM_TEST_DATA, or beside
// the source tree. Nothing where it is not there.
inline std::optional<QJsonArray> testData(const QString &name)
{
    auto folder = qEnvironmentVariable("TANDEM_TEST_DATA");
    if (folder.isEmpty()) {
        folder = qEnvironmentVariable("TANDEM_SOURCE_DIR") + QStringLiteral("/../shared/data");
    }
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QJsonDocument::fromJson(file.readAll()).array();
}

} // namespace tandem::test
