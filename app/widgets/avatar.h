// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QWidget>

namespace tandem {

class Look;

// A person's initials on a round field. Only decoration: the name stands beside it.
class TANDEM_WIDGETS_EXPORT Avatar : public QWidget
{
    Q_OBJECT

public:
    Avatar(const Look &look, int size, QWidget *parent = nullptr);

    void setName(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    int m_size;
    QString m_name;
};

} // namespace tandem
