// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDialog>
#include <QPointer>

class QDateTimeEdit;
class QLineEdit;

namespace tandem {

class ChoiceBox;
class DeskSession;
class Look;

// Into which workbin, until when, and what for.
class ParkDialog : public QDialog
{
    Q_OBJECT

public:
    ParkDialog(const Look &look, DeskSession &session, InteractionId id, QWidget *parent);

private:
    void fillWorkbins();
    void fillTimes();
    void onTime();
    void park();

    QPointer<DeskSession> m_session;
    InteractionId m_id;
    ChoiceBox *m_workbin;
    ChoiceBox *m_return;
    QDateTimeEdit *m_when;
    QLineEdit *m_note;
};

} // namespace tandem
