// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "models/theme.h"
#include "widgets/menubutton.h"
#include "widgets/widgets_export.h"

namespace tandem {

class Look;

// Which colours stand for a state; its words stand beside them always.
struct StateColours
{
    Colour strong;
    Colour soft;
};
TANDEM_WIDGETS_EXPORT StateColours coloursOf(AgentState state);

// The agent's state, in words and colour, with the time in it; pressed, it opens its menu.
class TANDEM_WIDGETS_EXPORT StatusPill : public MenuButton
{
    Q_OBJECT

public:
    explicit StatusPill(const Look &look, QWidget *parent = nullptr);

    // isWaiting: another state was asked for. time may be empty: of a channel.
    void setStatus(AgentState state, const QString &words, const QString &time, bool isWaiting);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    AgentState m_state = AgentState::LoggedOut;
    QString m_words;
    QString m_time;
    bool m_isWaiting = false;
};

} // namespace tandem
