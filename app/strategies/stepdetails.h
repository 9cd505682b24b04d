// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"
#include "protocol/strategy.h"

#include <QFont>
#include <QTextEdit>

namespace tandem {

class Look;

// What one step of a session did, in words: the event's data, actions, log lines, what failed.
class StepDetails : public QTextEdit
{
    Q_OBJECT

public:
    explicit StepDetails(const Look &look, QWidget *parent = nullptr);

    // null: nothing.
    void set(const protocol::StrategyStep *step);

private:
    void add(const QString &text, Colour colour, QFont::Weight weight = QFont::Normal,
             bool hasRoomAbove = false);
    void addSection(const QString &name);
    void addAction(const protocol::StrategyAction &action);

    const Look &m_look;
};

} // namespace tandem
