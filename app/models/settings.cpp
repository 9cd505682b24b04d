// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSettings>

namespace tandem {

namespace {

constexpr int mostKept = 50;
constexpr int mostRecent = 5;

std::unique_ptr<QSettings> openFile(const QString &path)
{
    return std::make_unique<QSettings>(path, QSettings::IniFormat);
}

const QStringList themes{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"),
                         QStringLiteral("contrast")};

} // namespace

Settings::Settings(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(QStringLiteral("settings.ini"));
    m_file = openFile(path);
    m_file->allKeys(); // reads
    if (m_file->status() != QSettings::FormatError)
        return;
    m_file.reset();
    m_setAside =
        path + QDateTime::currentDateTimeUtc().toString(QStringLiteral(".'bad'-yyyyMMdd-hhmmss"));
    if (!QFile::rename(path, m_setAside)) {
        QFile::remove(m_setAside);
        QFile::rename(path, m_setAside);
    }
    m_file = openFile(path);
}

Settings::~Settings() = default;

QString Settings::server() const
{
    return m_file->value(QStringLiteral("signIn/server")).toString();
}

QString Settings::user() const { return m_file->value(QStringLiteral("signIn/user")).toString(); }

bool Settings::keepSignedIn() const { return isOn(QStringLiteral("signIn/keep"), true); }

QString Settings::themeName() const
{
    const auto name = m_file->value(QStringLiteral("look/theme")).toString();
    return themes.contains(name) ? name : themes.first();
}

int Settings::scalePercent() const
{
    bool isNumber = false;
    const int percent = m_file->value(QStringLiteral("look/scale"), 100).toInt(&isNumber);
    return isNumber && percent >= 90 && percent <= 150 ? percent : 100;
}

QString Settings::language() const
{
    return m_file->value(QStringLiteral("look/language")).toString();
}

bool Settings::enterSends() const { return isOn(QStringLiteral("composer/enterSends"), true); }

bool Settings::offerSound() const { return isOn(QStringLiteral("offer/sound"), true); }

bool Settings::offerNotice() const { return isOn(QStringLiteral("offer/notice"), true); }

QByteArray Settings::geometry() const
{
    return m_file->value(QStringLiteral("window/geometry")).toByteArray();
}

QStringList Settings::wallboardQueues() const
{
    return m_file->value(QStringLiteral("wallboard/queues")).toStringList();
}

void Settings::setWallboardQueues(const QStringList &queues)
{
    write(QStringLiteral("wallboard/queues"), queues);
}

QStringList Settings::favourites() const
{
    return m_file->value(QStringLiteral("communicator/favourites")).toStringList();
}

QStringList Settings::recents() const
{
    return m_file->value(QStringLiteral("communicator/recents")).toStringList();
}

void Settings::setServer(const QString &server) { write(QStringLiteral("signIn/server"), server); }

void Settings::setUser(const QString &user) { write(QStringLiteral("signIn/user"), user); }

void Settings::setKeepSignedIn(bool keep) { write(QStringLiteral("signIn/keep"), keep); }

void Settings::setThemeName(const QString &name) { write(QStringLiteral("look/theme"), name); }

void Settings::setScalePercent(int percent)
{
    write(QStringLiteral("look/scale"), std::clamp(percent, 90, 150));
}

void Settings::setLanguage(const QString &language)
{
    write(QStringLiteral("look/language"), language);
}

void Settings::setEnterSends(bool on) { write(QStringLiteral("composer/enterSends"), on); }

void Settings::setOfferSound(bool on) { write(QStringLiteral("offer/sound"), on); }

void Settings::setOfferNotice(bool on) { write(QStringLiteral("offer/notice"), on); }

void Settings::setGeometry(const QByteArray &geometry)
{
    write(QStringLiteral("window/geometry"), geometry);
}

void Settings::setFavourite(const QString &key, bool on)
{
    auto keys = favourites();
    keys.removeAll(key);
    if (on)
        keys += key;
    write(QStringLiteral("communicator/favourites"),
          keys.mid(std::max<qsizetype>(0, keys.size() - mostKept)));
}

void Settings::addRecent(const QString &key)
{
    auto keys = recents();
    keys.removeAll(key);
    keys.prepend(key);
    write(QStringLiteral("communicator/recents"), keys.mid(0, mostRecent));
}

void Settings::write(const QString &key, const QVariant &value)
{
    if (m_file->value(key) == value)
        return;
    m_file->setValue(key, value);
    emit changed();
}

bool Settings::isOn(const QString &key, bool otherwise) const
{
    const auto text = m_file->value(key).toString();
    if (text == QLatin1String("true"))
        return true;
    return text == QLatin1String("false") ? false : otherwise;
}

} // namespace tandem
