// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QComboBox>

namespace tandem {

class Look;

// A combination box with the look's arrow.
class TANDEM_WIDGETS_EXPORT ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const Look &look, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    // A wheel over the pane scrolls, it does not choose.
    void wheelEvent(QWheelEvent *event) override;

private:
    const Look &m_look;
};

} // namespace tandem
