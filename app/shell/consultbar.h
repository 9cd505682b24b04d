// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tandem {

class Conversation;
class Directory;
class ElidedLabel;
class Look;

// Below the header while somebody is asked in confidence: who, and what comes of it.
class ConsultBar : public QFrame
{
    Q_OBJECT

public:
    explicit ConsultBar(const Look &look, QWidget *parent = nullptr);

    // Hidden where nobody is asked.
    void show(const Conversation *conversation, const Directory *directory);

signals:
    void transferAsked();
    void conferenceAsked();
    void endAsked();
    void leaveAsked();

protected:
    using QFrame::show;
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    void dress();
    // Side by side where there is room, else the buttons below the words.
    void arrange();

    const Look &m_look;
    QBoxLayout *m_box;
    QHBoxLayout *m_buttons;
    QLabel *m_icon;
    ElidedLabel *m_text;
    QPushButton *m_transfer;
    QPushButton *m_conference;
    QPushButton *m_end;
    QPushButton *m_leave;
};

} // namespace tandem
