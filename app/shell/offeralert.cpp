// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/offeralert.h"

#include "models/offers.h"
#include "models/settings.h"
#include "models/text.h"
#include "widgets/look.h"
#include "widgets/offertoast.h"

#include <QApplication>
#include <QScreen>
#include <QSystemTrayIcon>

namespace tandem {

OfferAlert::OfferAlert(const Look &look, Settings &settings, QWidget &window)
    : m_look(look),
      m_settings(settings),
      m_window(window),
      m_toast(std::make_unique<OfferToast>(look))
{
    m_toast->setWindowFlags(Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                            | Qt::WindowDoesNotAcceptFocus);
    m_toast->setAttribute(Qt::WA_ShowWithoutActivating);
    m_toast->setWindowTitle(tr("Offer"));
    connect(m_toast.get(), &OfferToast::presenceChanged, this, &OfferAlert::place);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &OfferAlert::place);
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray =
            new QSystemTrayIcon(look.icon(QStringLiteral("headset"), Colour::Accent, 22), this);
        m_tray->setToolTip(QStringLiteral("Tandem"));
        m_tray->show();
        const auto toFront = [this] {
            m_window.show();
            m_window.raise();
            m_window.activateWindow();
        };
        connect(m_tray, &QSystemTrayIcon::activated, this, toFront);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, toFront);
    }
}

OfferAlert::~OfferAlert() = default;

void OfferAlert::show(Offers *offers)
{
    if (m_offers)
        m_offers->disconnect(this);
    m_offers = offers;
    m_toast->show(offers);
    if (offers)
        connect(offers, &Offers::added, this, &OfferAlert::onAdded);
    place();
}

void OfferAlert::onAdded()
{
    place();
    if (m_settings.offerSound())
        QApplication::beep();
    QApplication::alert(&m_window);
    if (!m_window.isActiveWindow())
        notice();
}

void OfferAlert::place()
{
    // One toast at a time: in the window where that can be seen, on top of others where not.
    const bool isSeen = m_window.isVisible() && !m_window.isMinimized()
                        && (m_window.isActiveWindow()
                            || QGuiApplication::applicationState() == Qt::ApplicationActive);
    const bool isNeeded = m_toast->hasOffer() && !isSeen;
    if (!isNeeded) {
        m_toast->hide();
        return;
    }
    m_toast->setFixedWidth(m_look.px(300));
    m_toast->adjustSize();
    const auto free = m_window.screen()->availableGeometry();
    const int margin = m_look.px(16);
    m_toast->move(free.right() - m_toast->width() - margin,
                  free.bottom() - m_toast->height() - margin);
    static_cast<QWidget *>(m_toast.get())->show();
}

void OfferAlert::notice()
{
    if (!m_tray || !m_offers || m_offers->entries().empty() || !m_settings.offerNotice())
        return;
    const auto &offer = m_offers->entries().back();
    // Some desktops take the body for markup (Desktop Notifications Specification, "Markup"),
    // others would show what escapes it.
    auto name = toQString(offer.interaction.contact.name);
    name.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('&'), QChar(0xFF06));
    m_tray->showMessage(m_offers->title(offer), tr("%1 is waiting for an answer.").arg(name),
                        QSystemTrayIcon::Information);
}

} // namespace tandem
