// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tandem {

class Look;

// A line of the administration's navigation: icon, name, how many there are, and whether there are
// edits or a problem.
class NavButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavButton(const Look &look, QString icon, const QString &name, QWidget *parent = nullptr);

    // count -1: none is shown.
    void setCounts(int count, int edited, bool isWrong);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_icon;
    int m_count = -1;
    int m_edited = 0;
    bool m_isWrong = false;
};

} // namespace tandem
