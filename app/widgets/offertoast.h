// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/offers.h"
#include "widgets/widgets_export.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tandem {

class CountdownRing;
class ElidedLabel;
class Look;

// The oldest offer: who, which queue, how long they wait and what about, with the time that is
// left to accept.
class TANDEM_WIDGETS_EXPORT OfferToast : public QFrame
{
    Q_OBJECT

public:
    explicit OfferToast(const Look &look, QWidget *parent = nullptr);

    void show(Offers *offers);
    bool hasOffer() const { return m_offers && !m_offers->entries().empty(); }
    void accept();
    void reject();
    void focusAccept();

signals:
    // An offer came, or the last one went.
    void presenceChanged();

protected:
    void showEvent(QShowEvent *event) override;
    using QFrame::show;

private:
    void refresh();
    void tick();
    void dress();
    const Offers::Entry *shown() const;

    const Look &m_look;
    Offers *m_offers = nullptr;
    bool m_hadOffer = false;
    QString m_iconName = QStringLiteral("message-circle");
    CountdownRing *m_ring;
    ElidedLabel *m_title;
    ElidedLabel *m_who;
    QLabel *m_icon;
    QLabel *m_subject;
    ElidedLabel *m_page;
    QLabel *m_note;
    QLabel *m_more;
    QPushButton *m_accept;
    QPushButton *m_reject;
    QTimer m_clock;
};

} // namespace tandem
