// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QFrame>
#include <QPointer>

class QGraphicsDropShadowEffect;

namespace tandem {

class Look;

// A panel that opens over the window below what it belongs to, and closes by Escape, by a press
// beside it and when the keyboard goes elsewhere. Part of the window, so that assistive technology
// and the Tab key find it.
class TANDEM_WIDGETS_EXPORT Overlay : public QFrame
{
    Q_OBJECT

public:
    // Where it stands below its opener.
    enum class Place { Leading, Middle };

    // Hidden at first. opener: what it opens below of; a press there does not close it.
    Overlay(const Look &look, QWidget *opener);

    void setPlace(Place place) { m_place = place; }
    void openOver();
    void dismiss();
    bool isOpen() const { return isVisible(); }

signals:
    void opened();
    // hadKeyboard: it or its opener; whoever opened it says where the keyboard goes now.
    void dismissed(bool hadKeyboard);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool belongs(const QObject *object) const;
    void place();

    const Look &m_look;
    QPointer<QWidget> m_opener;
    Place m_place = Place::Leading;
    QGraphicsDropShadowEffect *m_shadow;
};

} // namespace tandem
