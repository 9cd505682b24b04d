// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/siteschema.h"
#include "protocol/strategy.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace tandem {

class ServiceLink;

// The strategies of the company, where interactions are in one of them, and what can be done with
// them. While shown it asks every two seconds. GUI thread.
class TANDEM_MODELS_EXPORT Strategies : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        IdRole = Qt::UserRole + 1,
        VersionRole,  // "Version 3 is active"
        QueuesRole,   // "2 queues: sales, support"; empty: none
        SessionsRole, // int, of all versions
        SearchRole
    };
    using Findings = std::vector<protocol::StrategyFinding>;

    explicit Strategies(ServiceLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    int rowOf(const QString &id) const; // -1: none
    const protocol::Strategy *strategy(const QString &id) const;
    // For a form: ids with names.
    std::vector<FieldOption> choices() const;

    // Shown from now on: asked for at once and then every two seconds.
    void setShown(bool isShown);
    void refresh();
    // Idle once something was read, even where the last try failed; then problem() tells.
    Loading loading() const { return m_loading; }
    bool isLoaded() const { return m_isLoaded; }
    QString problem() const { return m_problem; }

    void setRoles(const std::vector<tandem::Role> &roles);
    bool mayRead() const { return m_mayRead; }
    bool mayChange() const { return m_mayChange; }

    // Whose places are asked for; version: none for the active one; id "": nobody's.
    void watch(const QString &id, std::optional<int> version);
    const std::optional<protocol::StrategyPlacesReply> &places() const { return m_places; }

    // The newest recorded session of an interaction.
    void findSession(InteractionId id, std::function<void(Result<protocol::StrategySession>)> done);
    void check(const QString &document, std::function<void(Result<Findings>)> done);
    void install(const protocol::StrategyInstall &request,
                 std::function<void(Result<protocol::StrategyInstallReply>)> done);
    void activate(const QString &id, int version);
    void remove(const QString &id);

signals:
    void loadingChanged();
    // The list was read and differs from before.
    void listed();
    void placesChanged();
    void noticed(const QString &text);
    void refused(const tandem::Error &error);

private:
    void askPlaces();
    void take(std::vector<protocol::Strategy> strategies);

    ServiceLink &m_link;
    std::vector<protocol::Strategy> m_strategies;
    Loading m_loading = Loading::Idle;
    QString m_problem;
    bool m_isLoaded = false;
    bool m_isAsking = false;
    bool m_isShown = false;
    bool m_mayRead = false;
    bool m_mayChange = false;
    QTimer m_poll;
    QString m_watched;
    std::optional<int> m_watchedVersion;
    int m_watch = 0; // counts what was watched; answers for an earlier one are dropped
    std::optional<protocol::StrategyPlacesReply> m_places;
};

} // namespace tandem
