// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QSystemTrayIcon;

namespace tandem {

class Look;
class OfferToast;
class Offers;
class Settings;

// Brings an offer before the eyes of an agent who looks elsewhere: a small window on top of all
// others, a notice of the system and a sound; the latter two can be turned off.
class OfferAlert : public QObject
{
    Q_OBJECT

public:
    OfferAlert(const Look &look, Settings &settings, QWidget &window);
    ~OfferAlert() override;

    void show(Offers *offers);

private:
    void onAdded();
    void place();
    void notice();

    const Look &m_look;
    Settings &m_settings;
    QWidget &m_window;
    QPointer<Offers> m_offers;
    std::unique_ptr<OfferToast> m_toast;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace tandem
