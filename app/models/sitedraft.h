// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/admin.h"

#include <QJsonObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace tandem {

class ServiceLink;

// The site as an administrator sees and changes it: what the server has, with the edits that are
// not applied yet on top. Edits outlive pages, a lost connection, and changes by others; they are
// checked by the server while they are made, and applied whole or not at all. GUI thread.
class TANDEM_MODELS_EXPORT SiteDraft : public QObject
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum class Standing { Same, Changed, Added, Removed };
    // key: its id, or "+1" of an object that is not there yet. isOvertaken: somebody else changed
    // it since; the newer state is shown, one's own is set aside.
    struct Entry
    {
        QString key;
        QJsonObject value;
        Standing standing = Standing::Same;
        bool isOvertaken = false;
    };
    // What keeps the edits from being applied. path: within the object, "steps[1].afterMs"; key is
    // empty where the server named no object.
    struct Problem
    {
        protocol::SiteKind kind = protocol::SiteKind::Skill;
        QString key;
        QString path;
        QString message;

        bool operator==(const Problem &) const = default;
    };
    struct Reference
    {
        protocol::SiteKind kind = protocol::SiteKind::Skill;
        QString key;
        QString name;
        QString where; // "Steps › Step 1 › Target list"

        bool operator==(const Reference &) const = default;
    };
    using Changes = std::vector<protocol::SiteChange>;

    explicit SiteDraft(ServiceLink &link, QObject *parent = nullptr);

    // Asks for the site, unless it is there. It is kept up to date from then on.
    void open();
    void load();
    void setMayChange(bool mayChange) { m_mayChange = mayChange; }
    bool mayChange() const { return m_mayChange; }
    Loading loading() const { return m_loading; }
    bool isLoaded() const { return m_isLoaded; }
    QString loadProblem() const { return m_loadProblem; }

    std::vector<Entry> entries(protocol::SiteKind kind) const;
    std::optional<Entry> entry(protocol::SiteKind kind, const QString &key) const;
    // "Name", or its id, or what a new one is called.
    QString title(protocol::SiteKind kind, const Entry &entry) const;
    static QString idOf(protocol::SiteKind kind, const QJsonObject &value);

    // Gives the key.
    QString add(protocol::SiteKind kind, const QJsonObject &value);
    void put(protocol::SiteKind kind, const QString &key, const QJsonObject &value);
    void remove(protocol::SiteKind kind, const QString &key);
    // Drops the edits of one object, or all.
    void revert(protocol::SiteKind kind, const QString &key);
    void discard();
    // Of an overtaken object: one's own again, or what is there now.
    void useMine(protocol::SiteKind kind, const QString &key);
    void useNewer(protocol::SiteKind kind, const QString &key);
    int changeCount() const;
    std::vector<Reference> referencesTo(protocol::SiteKind kind, const QString &id) const;

    // Of an account that is there: at once; of a new one: as soon as it is.
    void setPassword(const QString &key, const QString &password);

    const std::vector<Problem> &problems() const { return m_problems; }
    bool hasProblem(protocol::SiteKind kind, const QString &key) const;
    bool isApplying() const { return m_isApplying; }
    void apply();
    // What applying would change.
    void preview(std::function<void(Result<Changes>)> done);

signals:
    void loadingChanged();
    // Values, edits, standing.
    void changed();
    void problemsChanged();
    void applyingChanged();
    // A new one is there now, and known by its id.
    void keyChanged(tandem::protocol::SiteKind kind, const QString &from, const QString &to);
    void noticed(const QString &text);
    void refused(const tandem::Error &error);

private:
    struct Object
    {
        QString key;
        std::optional<QJsonObject> base;     // as the server has it
        std::optional<QJsonObject> mine;     // as it shall be
        std::optional<QJsonObject> setAside; // mine, overtaken
        bool isRemoved = false;
        bool isOvertaken = false;

        bool isEdited() const { return mine || isRemoved; }
    };
    using Objects = std::vector<Object>;

    void adopt(const protocol::SiteReply &reply);
    Objects rebased(protocol::SiteKind kind, const Objects &before, const QJsonObject &site,
                    bool *isOvertaken) const;
    Object *find(protocol::SiteKind kind, const QString &key);
    const Object *find(protocol::SiteKind kind, const QString &key) const;
    static Entry shown(const Object &object);
    void edited();
    void rename(protocol::SiteKind kind, const QString &from, const QString &to);
    protocol::AdminApply request() const;
    std::vector<Problem> ownProblems() const;
    void setProblems(std::vector<Problem> problems);
    void check();
    Problem problemOf(const Error &error) const;
    void onApplied(const protocol::ApplyReply &reply);
    void onRefused(const Error &error);
    void sendPasswords();

    ServiceLink &m_link;
    std::map<protocol::SiteKind, Objects> m_objects;
    std::int64_t m_version = 0;
    bool m_mayChange = true;
    bool m_isLoaded = false;
    Loading m_loading = Loading::Idle;
    QString m_loadProblem;
    std::vector<Problem> m_problems;
    std::map<QString, QString> m_passwords; // of accounts that are not there yet, by key
    QTimer m_check;
    int m_checks = 0; // number of the check that counts
    int m_nextKey = 0;
    bool m_isApplying = false;
};

} // namespace tandem
