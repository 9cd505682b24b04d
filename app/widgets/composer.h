// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "widgets/widgets_export.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tandem {

class Look;
class MessageEdit;

// Where the agent writes: to everyone or only to other agents.
class TANDEM_WIDGETS_EXPORT Composer : public QFrame
{
    Q_OBJECT

public:
    explicit Composer(const Look &look, QWidget *parent = nullptr);

    QString text() const;
    Audience audience() const;
    void setDraft(const QString &text, Audience audience);
    void setEnterSends(bool enterSends);
    // Only notes for agents can still be written, or nothing at all.
    void setWritable(bool isWritable);
    // The customer cannot be written to: who is asked in confidence.
    void setAgentsOnly(bool isAgentsOnly);
    void focusText();

signals:
    void sendAsked(const QString &text, tandem::Audience audience);
    void linkAsked();
    void attachAsked();
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void trySend();
    void showHint();
    void onEdited();
    void setAudience(Audience audience);
    void dress();
    QPushButton *segment(const QString &text, const char *side);

    const Look &m_look;
    MessageEdit *m_edit;
    QPushButton *m_everyone;
    QPushButton *m_agents;
    QPushButton *m_attach;
    QPushButton *m_link;
    QLabel *m_hint;
    QPushButton *m_send;
    bool m_enterSends = true;
    bool m_isWritable = true;
    bool m_isAgentsOnly = false;
    bool m_isSilent = false;
    bool m_isWarning = false; // the hint counts, it does not only help
};

} // namespace tandem
