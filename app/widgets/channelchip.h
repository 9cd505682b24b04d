// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"
#include "widgets/widgets_export.h"

#include <QLabel>

namespace tandem {

class Look;

// How many interactions of a channel the agent has, of how many: "2 / 3".
class TANDEM_WIDGETS_EXPORT ChannelChip : public QLabel
{
    Q_OBJECT

public:
    explicit ChannelChip(const Look &look, QWidget *parent = nullptr);

    void setChannel(const protocol::Channel &channel, const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_words;
};

} // namespace tandem
