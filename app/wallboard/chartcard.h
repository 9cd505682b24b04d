// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QFont>
#include <QFrame>

class QAbstractAxis;
class QChart;
class QChartView;
class QLabel;

namespace tandem {

class Look;

// A chart under its name, in the theme's colours and in letters that fit the board's size. What it
// shows is told in words to those who listen.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    ChartCard(const Look &look, const QString &name, QWidget *parent = nullptr);

    // The height of letters, in pixels.
    void setUnit(int unit);

protected:
    QChart *chart() const { return m_chart; }
    QChartView *view() const { return m_view; }
    const Look &look() const { return m_look; }
    QFont letters(QFont::Weight weight = QFont::Normal, qreal size = 1.0) const;
    void dressAxis(QAbstractAxis *axis, bool hasGrid) const;
    void say(const QString &words);
    // Puts the colours and letters on what is shown.
    virtual void dress();

private:
    const Look &m_look;
    int m_unit = 13;
    QLabel *m_name;
    QChart *m_chart;
    QChartView *m_view;
};

} // namespace tandem
