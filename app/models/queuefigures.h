// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/models_export.h"
#include "protocol/types.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tandem {

class LiveStatistics;

// How the queues stand: what waits now, and how today went. GUI thread.
class TANDEM_MODELS_EXPORT QueueFigures : public QObject
{
    Q_OBJECT

public:
    // Of one queue, or of several together (then without an id).
    struct Line
    {
        QueueId id;
        QString name;
        int waiting = 0;
        int agentsReady = 0;
        std::optional<Ms> longest;
        QString longestName; // the queue where it waits
        std::optional<Ms> estimated;
        std::optional<double> serviceLevel; // 0 to 1, today
        std::optional<double> entered;      // today
        std::optional<double> accepted;
        std::optional<double> abandoned;
    };

    QueueFigures(const Clock &clock, const LiveStatistics &statistics, QObject *parent = nullptr);

    void show(const std::vector<protocol::Queue> &queues);
    // In the order of the site.
    std::vector<Line> lines() const;
    // Those of these ids; none: of all.
    std::vector<Line> lines(const std::vector<QueueId> &of) const;
    // Together; `name` stands in its line.
    static Line together(const std::vector<Line> &lines, const QString &name);
    std::vector<QueueId> ids() const;

signals:
    void changed();

private:
    Line line(const protocol::Queue &queue) const;

    const Clock &m_clock;
    const LiveStatistics &m_statistics;
    std::vector<protocol::Queue> m_queues;
    SteadyTime m_shownAt{};
};

} // namespace tandem
