// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tandem {

class Conversation;
class Directory;
class ElidedLabel;
class Look;

// Below the header of a conversation that one supervises: who knows of it, who sees what is
// written, and the other ways of being in it.
class SupervisionBar : public QFrame
{
    Q_OBJECT

public:
    explicit SupervisionBar(const Look &look, QWidget *parent = nullptr);

    // Hidden where it is no conversation that one supervises.
    void show(const Conversation *conversation, const Directory *directory);

signals:
    void monitorAsked();
    void coachAsked();
    void bargeInAsked();
    void leaveAsked();

protected:
    using QFrame::show;
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    QPushButton *way(const QString &name, const QString &tip, void (SupervisionBar::*asked)());
    void dress();
    // Side by side where there is room, else the buttons below the words.
    void arrange();

    const Look &m_look;
    QBoxLayout *m_box;
    QHBoxLayout *m_buttons;
    QLabel *m_icon;
    ElidedLabel *m_text;
    QPushButton *m_monitor;
    QPushButton *m_coach;
    QPushButton *m_bargeIn;
    QPushButton *m_leave;
};

} // namespace tandem
