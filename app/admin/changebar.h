// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedraft.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace tandem {

class Look;

// How many edits wait to be applied, what stands against them, and what can be done.
class ChangeBar : public QFrame
{
    Q_OBJECT

public:
    explicit ChangeBar(const Look &look, QWidget *parent = nullptr);

    void show(SiteDraft *draft);

signals:
    // Where the problem is.
    void objectAsked(tandem::protocol::SiteKind kind, const QString &key);

protected:
    using QFrame::show;

private:
    void refresh();
    void preview();
    void discard();
    void openProblem();

    const Look &m_look;
    QPointer<SiteDraft> m_draft;
    QLabel *m_count;
    QPushButton *m_problem;
    QPushButton *m_preview;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace tandem
