// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/explanation.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace tandem {

class Look;

// One decision of the routing on a time line: when, what, why, and whom it looked at.
class DecisionView : public QFrame
{
    Q_OBJECT

public:
    // Where it stands on the line: the line does not run on beyond its ends.
    enum class Position { Only, First, Middle, Last };

    DecisionView(const Look &look, const ExplainedDecision &decision, Position position,
                 QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addText(const QString &text, const char *role);
    void addCandidates(std::size_t count);

    const Look &m_look;
    ExplainedDecision m_decision;
    Position m_position;
    QVBoxLayout *m_column;
    QWidget *m_candidates = nullptr;
};

} // namespace tandem
