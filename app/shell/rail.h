// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace tandem {

class Look;
class RailButton;

// The pages of the window, at its edge; only those that exist for the agent.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Look &look, QWidget *parent = nullptr);

    enum class End { Head, Foot };
    // The first one added is shown. Returns its number, counted from 0.
    int addPage(const QString &icon, const QString &name, End end = End::Head);
    void setPageVisible(int page, bool isVisible);
    // Marks it; without a signal.
    void choose(int page);

signals:
    void pageAsked(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QVBoxLayout *m_column;
    std::vector<RailButton *> m_buttons;
    int m_heads = 0;
};

} // namespace tandem
