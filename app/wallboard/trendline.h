// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/waitingtrend.h"
#include "wallboard/chartcard.h"

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace tandem {

// How many waited over the last minutes.
class TrendLine : public ChartCard
{
    Q_OBJECT

public:
    explicit TrendLine(const Look &look, QWidget *parent = nullptr);

    void set(const std::vector<WaitingTrend::Point> &points);

protected:
    void dress() override;

private:
    QLineSeries *m_line;
    QAreaSeries *m_area;
    QValueAxis *m_minutes;
    QValueAxis *m_numbers;
};

} // namespace tandem
