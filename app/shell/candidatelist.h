// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/explanation.h"

#include <QWidget>

namespace tandem {

class Look;

// Whom a decision looked at, a line each: name, verdict, what was compared.
class CandidateList : public QWidget
{
    Q_OBJECT

public:
    CandidateList(const Look &look, std::vector<ExplainedCandidate> candidates,
                  QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter, const QRect &line, const ExplainedCandidate &candidate) const;

    const Look &m_look;
    std::vector<ExplainedCandidate> m_candidates;
};

} // namespace tandem
