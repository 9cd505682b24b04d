// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuefigures.h"

#include <QAbstractButton>

namespace tandem {

class Look;

// How one queue stands, or all together: what waits, the longest wait, the service level, what one
// who comes now would wait. Pressed, it chooses the queue.
class QueueTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QueueTile(const Look &look, QWidget *parent = nullptr);

    void setLine(const QueueFigures::Line &line);
    const QueueId &queue() const { return m_line.id; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString longest() const;
    void describe();

    const Look &m_look;
    QueueFigures::Line m_line;
};

} // namespace tandem
