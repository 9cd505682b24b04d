// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuefigures.h"
#include "wallboard/chartcard.h"

class QBarCategoryAxis;
class QBarSeries;
class QBarSet;
class QValueAxis;

namespace tandem {

// What entered each queue today, what was accepted, and who left before.
class TodayBars : public ChartCard
{
    Q_OBJECT

public:
    explicit TodayBars(const Look &look, QWidget *parent = nullptr);

    void set(const std::vector<QueueFigures::Line> &lines);

protected:
    void dress() override;

private:
    QBarSet *m_entered;
    QBarSet *m_accepted;
    QBarSet *m_abandoned;
    QBarSeries *m_series;
    QBarCategoryAxis *m_queues;
    QValueAxis *m_numbers;
};

} // namespace tandem
