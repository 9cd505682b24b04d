// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDialog>

class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class Explanation;
class Look;

// Why an interaction was routed so: its decisions on a time line, oldest first. GUI thread.
class ExplanationDialog : public QDialog
{
    Q_OBJECT

public:
    ExplanationDialog(const Look &look, DeskSession &session, InteractionId id,
                      const QString &contact, QWidget *parent);

    // The decisions are there, or it is said why not.
    bool isLoaded() const;

signals:
    // What its strategy did is asked for; the dialog is closed.
    void strategySessionAsked(tandem::InteractionId id);

private:
    void refresh();
    void fill();

    const Look &m_look;
    InteractionId m_id;
    bool m_maySeeStrategies;
    Explanation *m_explanation;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QPushButton *m_toStrategy;
    std::size_t m_shown;
};

} // namespace tandem
