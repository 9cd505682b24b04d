// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace tandem {

class Look;

// The pages of the window, at its edge; only those that exist for the agent.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Look &look, QWidget *parent = nullptr);

    // The first one added is shown.
    void addPage(const QString &icon, const QString &name);

signals:
    void pageAsked(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QVBoxLayout *m_column;
    int m_pages = 0;
};

} // namespace tandem
