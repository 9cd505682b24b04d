// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

// The session's subscription to statistics. A session has one, so the wishes of all pages that
// show figures are joined; it is asked for anew after a lost connection. GUI thread.
class TANDEM_MODELS_EXPORT LiveStatistics : public QObject
{
    Q_OBJECT

public:
    // A figure by what it measures; which definition of the site that is, the server says.
    struct Figure
    {
        protocol::StatisticObject object = protocol::StatisticObject::Queue;
        protocol::Measure measure = protocol::Measure::Waiting;
        protocol::Window window = protocol::Window::Current;

        auto operator<=>(const Figure &) const = default;
    };
    struct Wish
    {
        std::vector<Figure> figures;
        std::vector<QueueId> queues;
        std::vector<std::string> agents; // user names

        bool operator==(const Wish &) const = default;
    };

    explicit LiveStatistics(ServiceLink &link, QObject *parent = nullptr);

    // Replaces what `who` wanted before; an empty wish ends it.
    void want(const QString &who, const Wish &wish);
    // Nothing where it is not known, not defined, or there is nothing to tell.
    std::optional<double> value(const Figure &figure, const std::string &objectId) const;

signals:
    void changed();

private:
    void hear(const protocol::Fact &fact);
    void learn();
    void subscribe();
    void take(const std::vector<protocol::StatisticValue> &values);
    protocol::StatisticsSubscribe joined() const;

    ServiceLink &m_link;
    std::map<QString, Wish> m_wishes;
    std::map<Figure, std::string> m_definitions; // figure -> statistic id
    std::map<std::pair<std::string, std::string>, std::optional<double>> m_values;
    bool m_isLearnt = false;
    bool m_isSubscribed = false;
};

} // namespace tandem
