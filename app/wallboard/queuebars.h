// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuefigures.h"
#include "wallboard/chartcard.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;

namespace tandem {

// How many wait in each queue, and how long the first of them does.
class QueueBars : public ChartCard
{
    Q_OBJECT

public:
    explicit QueueBars(const Look &look, QWidget *parent = nullptr);

    void set(const std::vector<QueueFigures::Line> &lines);

protected:
    void dress() override;

private:
    QBarSet *m_waiting;
    QHorizontalBarSeries *m_series;
    QBarCategoryAxis *m_queues;
    QValueAxis *m_numbers;
};

} // namespace tandem
