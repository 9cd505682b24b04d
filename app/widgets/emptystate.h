// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tandem {

class Look;

// What stands where there is nothing to show: an icon, what it means, what comes next.
class TANDEM_WIDGETS_EXPORT EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Look &look, QWidget *parent = nullptr);

    // action: what can be done about it; empty: nothing.
    void set(const QString &icon, const QString &title, const QString &text,
             const QString &action = {});

signals:
    void actionAsked();

private:
    void dress();

    const Look &m_look;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace tandem
