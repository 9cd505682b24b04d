// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tandem {

class Look;

// A line across the window: what has happened, with at most one thing to do about it. Screen
// readers are told.
class TANDEM_WIDGETS_EXPORT NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Critical };

    explicit NoticeBar(const Look &look, QWidget *parent = nullptr);

    // Stays until hidden. `action` empty: nothing to do.
    void showLasting(Tone tone, const QString &icon, const QString &text, const QString &action);
    // Goes by itself; can be closed.
    void showBriefly(Tone tone, const QString &text);

signals:
    void actionAsked();

private:
    void present(Tone tone, const QString &icon, const QString &text);
    void dress();

    const Look &m_look;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    QTimer m_end;
    Tone m_tone = Tone::Info;
    QString m_iconName;
};

} // namespace tandem
