// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tandem {

class ElidedLabel;
class Look;

// A strip below the header of a conversation: how things stand, and what can be done about it.
class ConversationBar : public QFrame
{
    Q_OBJECT

protected:
    ConversationBar(const Look &look, const QString &icon, QWidget *parent);

    QPushButton *addButton(const QString &name, const QString &tip = {});
    // Laid out anew: which of the buttons are there may have changed.
    void setWords(const QString &words);
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    void dress();
    // Side by side where there is room, else the buttons below the words.
    void arrange();

    const Look &m_look;
    QString m_iconName;
    QBoxLayout *m_box;
    QHBoxLayout *m_buttons;
    QLabel *m_icon;
    ElidedLabel *m_text;
};

} // namespace tandem
