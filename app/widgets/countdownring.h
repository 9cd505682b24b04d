// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QProgressBar>

namespace tandem {

class Look;

// A ring that empties as time runs out, with the seconds inside. To a screen reader a progress
// bar.
class TANDEM_WIDGETS_EXPORT CountdownRing : public QProgressBar
{
    Q_OBJECT

public:
    explicit CountdownRing(const Look &look, QWidget *parent = nullptr);

    void setTime(qint64 leftMs, qint64 wholeMs);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    qint64 m_leftMs = 0;
    qint64 m_wholeMs = 1;
};

} // namespace tandem
