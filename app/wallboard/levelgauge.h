// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuefigures.h"
#include "wallboard/chartcard.h"

class QGraphicsSimpleTextItem;
class QPieSeries;
class QPieSlice;

namespace tandem {

// The service level of today as a ring, with its number in the middle and those of the queues
// beside it.
class LevelGauge : public ChartCard
{
    Q_OBJECT

public:
    explicit LevelGauge(const Look &look, QWidget *parent = nullptr);

    void set(const QueueFigures::Line &all, const std::vector<QueueFigures::Line> &lines);

protected:
    void dress() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeNumber();

    std::optional<double> m_level;
    QPieSeries *m_ring;
    QPieSlice *m_in;
    QPieSlice *m_out;
    QGraphicsSimpleTextItem *m_number;
    QLabel *m_queues;
};

} // namespace tandem
