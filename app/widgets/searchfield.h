// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QLineEdit>

class QAction;

namespace tandem {

class Look;

// A line to search in what stands beside it, with a glass before and a cross to empty it.
class TANDEM_WIDGETS_EXPORT SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const Look &look, const QString &name, QWidget *parent = nullptr);

    // What is searched: shown while it is empty, and told to screen readers.
    void setName(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dress();

    const Look &m_look;
    QAction *m_glass;
};

} // namespace tandem
