// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tandem {

class Look;

// A page's button: its icon over its name.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const Look &look, QString icon, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
};

} // namespace tandem
