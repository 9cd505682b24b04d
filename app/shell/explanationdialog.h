// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDialog>

class QScrollArea;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class Explanation;
class Look;

// Why an interaction was routed so: its decisions on a time line, oldest first.
class ExplanationDialog : public QDialog
{
    Q_OBJECT

public:
    ExplanationDialog(const Look &look, DeskSession &session, InteractionId id,
                      const QString &contact, QWidget *parent);

    // The decisions are there, or it is said why not.
    bool isLoaded() const;

private:
    void refresh();
    void fill();

    const Look &m_look;
    InteractionId m_id;
    Explanation *m_explanation;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    std::size_t m_shown;
};

} // namespace tandem
