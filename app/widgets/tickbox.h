// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QCheckBox>

namespace tandem {

class Look;

// A check box in the look's colours.
class TANDEM_WIDGETS_EXPORT TickBox : public QCheckBox
{
    Q_OBJECT

public:
    TickBox(const Look &look, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

private:
    const Look &m_look;
};

} // namespace tandem
