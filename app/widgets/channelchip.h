// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "protocol/types.h"
#include "widgets/widgets_export.h"

#include <QAbstractButton>

#include <optional>

namespace tandem {

class Look;

// How many interactions of a channel the agent has, of how many: "2 / 3", with a dot in the colour
// of its state where that is not the agent's. Pressed, it opens the channels.
class TANDEM_WIDGETS_EXPORT ChannelChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChannelChip(const Look &look, QWidget *parent = nullptr);

    // state: where the channel has one of its own, with its words.
    void setChannel(const protocol::Channel &channel, const QString &name,
                    std::optional<AgentState> state, const QString &stateText);
    // Stands for so many more channels.
    void setMore(int channels);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_words;
    QString m_icon;
    std::optional<AgentState> m_state;
};

} // namespace tandem
