// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "protocol/supervision.h"

#include <QFrame>
#include <QPointer>

class QMenu;
class QPushButton;

namespace tandem {

class DeskSession;
class ElidedLabel;
class Look;
class Settings;

// What can be done with interactions that were chosen in a queue or a workbin: an agent takes one;
// a supervisor moves, orders and ends many.
class WaitingActions : public QFrame
{
    Q_OBJECT

public:
    WaitingActions(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    // hasMore: all that were read are chosen, and there are more that were not read.
    void setChosen(std::vector<InteractionId> chosen, bool hasMore);
    // The same as the buttons.
    void fill(QMenu &menu);
    void pull();

signals:
    void explainAsked(tandem::InteractionId id, const QString &contact);

protected:
    using QFrame::show;

private:
    QPushButton *button(const QString &text, const char *icon, void (WaitingActions::*does)());
    void refresh();
    void explain();
    void redistribute();
    void setPriority();
    void markDone();
    void chooseWhole();
    // On those that are chosen, or on all that the source has.
    void start(protocol::InteractionBulk request);
    bool isSupervisor() const;
    int count() const;
    void dress();

    const Look &m_look;
    Settings &m_settings;
    QPointer<DeskSession> m_session;
    std::vector<InteractionId> m_chosen;
    bool m_hasMore = false;
    bool m_isWhole = false; // what was not read, too
    ElidedLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_why;
    QPushButton *m_done;
    QPushButton *m_priority;
    QPushButton *m_redistribute;
    QPushButton *m_pull;
};

} // namespace tandem
