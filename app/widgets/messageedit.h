// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QTextEdit>

namespace tandem {

class Look;

// A field of plain text that grows with it, to eight lines.
class TANDEM_WIDGETS_EXPORT MessageEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(const Look &look, QWidget *parent = nullptr);

    // Which key sends: Enter (Shift+Enter breaks), or Ctrl+Enter (Enter breaks).
    void setEnterSends(bool enterSends) { m_enterSends = enterSends; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void sendAsked();
    void focusChanged(bool hasFocus);
    // Dropped or pasted.
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Look &m_look;
    bool m_enterSends = true;
};

// The files of this machine that are dropped or pasted.
TANDEM_WIDGETS_EXPORT QStringList localFiles(const QMimeData &data);

} // namespace tandem
