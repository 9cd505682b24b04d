// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QWidget>

namespace tandem {

class Look;

// A value as plain text, wrapped wherever it must be, long addresses too. Can be copied; never a
// link.
class TANDEM_WIDGETS_EXPORT ValueLabel : public QWidget
{
    Q_OBJECT

public:
    // name: what it is the value of.
    ValueLabel(const Look &look, const QString &name, QString value, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;

    const Look &m_look;
    QString m_value;
};

} // namespace tandem
