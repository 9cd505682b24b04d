// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace tandem {

// What this desktop remembers, in settings.ini of its data folder. A file that cannot be read is
// kept aside and defaults go on; a value out of its range counts as its default. GUI thread.
class TANDEM_MODELS_EXPORT Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &folder, QObject *parent = nullptr);
    ~Settings() override;

    // Where the unreadable file was put; empty where all was well.
    QString setAside() const { return m_setAside; }
    QString folder() const { return m_folder; }

    QString server() const;
    QString user() const;
    bool keepSignedIn() const;
    QString themeName() const; // "system", "light", "dark", "contrast"
    int scalePercent() const;  // 90 to 150
    QString language() const;  // "" for the system's
    bool enterSends() const;
    bool offerSound() const;
    bool offerNotice() const;
    QByteArray geometry() const;
    // Whom this agent often turns to, "agent/bob", "queue/sales", "skill/german", as they were
    // added; and those turned to last, newest first.
    QStringList favourites() const;
    QStringList recents() const;
    QStringList wallboardQueues() const; // none: all

    void setServer(const QString &server);
    void setUser(const QString &user);
    void setKeepSignedIn(bool keep);
    void setThemeName(const QString &name);
    void setScalePercent(int percent);
    void setLanguage(const QString &language);
    void setEnterSends(bool on);
    void setOfferSound(bool on);
    void setOfferNotice(bool on);
    void setGeometry(const QByteArray &geometry);
    void setWallboardQueues(const QStringList &queues);
    void setFavourite(const QString &key, bool on);
    void addRecent(const QString &key);

signals:
    void changed();

private:
    void write(const QString &key, const QVariant &value);
    bool isOn(const QString &key, bool otherwise) const;

    QString m_folder;
    QString m_setAside;
    std::unique_ptr<QSettings> m_file;
};

} // namespace tandem
