// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/folderloader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

Loader folderLoader(const QString &folder)
{
    return [directory = QDir(folder)](QString src) -> std::expected<QByteArray, QString> {
        static const QRegularExpression scheme(u"^file:(//)?"_s);
        src.remove(scheme);
        // No way out of the folder.
        if (src.contains(u'/') || src.contains(u'\\'))
            return std::unexpected(u"not a file of this folder"_s);
        QFile file(directory.filePath(src));
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(file.errorString());
        return file.readAll();
    };
}

} // namespace tandem::scxml
