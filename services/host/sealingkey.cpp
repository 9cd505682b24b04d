// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/sealingkey.h"

#include <QFile>
#include <QSaveFile>

#include <array>

namespace tandem {

namespace {

Result<SigningKey> unusable(const std::string &name, const std::string &why)
{
    return failure(Reason::StoreUnavailable,
                   "Cannot use the key of transcripts, " + name + ": " + why);
}

Result<SigningKey> makeKey(const std::string &name, Random &random)
{
    std::array<unsigned char, 32> seed{};
    random.fill(seed);
    auto key = SigningKey::fromSeed({reinterpret_cast<const char *>(seed.data()), seed.size()});
    if (!key)
        return key;
    QSaveFile file(QString::fromStdString(name));
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QByteArray::fromStdString(key->toPem())) > 0 && file.commit();
    return isWritten ? std::move(key) : unusable(name, file.errorString().toStdString());
}

} // namespace

Result<SigningKey> sealingKey(const std::string &dataFolder, Random &random)
{
    const auto name = dataFolder + "/transcript-key.pem";
    QFile file(QString::fromStdString(name));
    if (!file.exists())
        return makeKey(name, random);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(name, file.errorString().toStdString());
    auto key = SigningKey::fromPem(file.readAll().toStdString());
    return key ? std::move(key) : unusable(name, key.error().message);
}

} // namespace tandem
