// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/offertoast.h"

#include "models/text.h"
#include "models/timetext.h"
#include "widgets/countdownring.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"
#include "widgets/mediaicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr qsizetype noteShown = 160;

QString dataOf(const protocol::Interaction &interaction, const char *key)
{
    const auto found = interaction.attachedData.find(key);
    return found == interaction.attachedData.end() ? QString() : toQString(found->second);
}

} // namespace

OfferToast::OfferToast(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_ring(new CountdownRing(look, this)),
      m_title(new ElidedLabel(this)),
      m_who(new ElidedLabel(this)),
      m_icon(new QLabel(this)),
      m_subject(new QLabel(this)),
      m_page(new ElidedLabel(this)),
      m_note(new QLabel(this)),
      m_more(new QLabel(this)),
      m_accept(new QPushButton(tr("Accept"), this)),
      m_reject(new QPushButton(tr("Reject"), this))
{
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("Offer"));
    m_title->setProperty("role", QStringLiteral("strong"));
    m_who->setProperty("role", QStringLiteral("muted"));
    m_page->setProperty("role", QStringLiteral("muted"));
    m_more->setProperty("role", QStringLiteral("small"));
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setToolTip(tr("Accept (Ctrl+Enter)"));
    m_reject->setToolTip(tr("Reject (Ctrl+Backspace)"));
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setWordWrap(true);
    m_note->setProperty("role", QStringLiteral("notice"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_ring);
    auto *names = new QVBoxLayout;
    names->setSpacing(3);
    names->addWidget(m_title);
    names->addWidget(m_who);
    head->addLayout(names, 1);
    head->addWidget(m_icon);
    column->addLayout(head);
    column->addSpacing(8);
    column->addWidget(m_subject);
    column->addWidget(m_page);
    column->addSpacing(4);
    column->addWidget(m_note);
    column->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_reject);
    column->addLayout(buttons);
    column->addWidget(m_more);

    connect(m_accept, &QPushButton::clicked, this, &OfferToast::accept);
    connect(m_reject, &QPushButton::clicked, this, &OfferToast::reject);
    connect(&m_clock, &QTimer::timeout, this, &OfferToast::tick);
    connect(&look, &Look::changed, this, &OfferToast::dress);
    dress();
}

void OfferToast::show(Offers *offers)
{
    if (m_offers)
        m_offers->disconnect(this);
    m_offers = offers;
    if (offers)
        connect(offers, &Offers::changed, this, &OfferToast::refresh);
    refresh();
}

void OfferToast::accept()
{
    if (const auto *offer = shown(); offer && m_accept->isEnabled())
        m_offers->accept(offer->interaction.id);
}

void OfferToast::reject()
{
    if (const auto *offer = shown(); offer && m_reject->isEnabled())
        m_offers->reject(offer->interaction.id);
}

void OfferToast::focusAccept() { m_accept->setFocus(Qt::ShortcutFocusReason); }

void OfferToast::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    tick();
}

void OfferToast::refresh()
{
    const auto *offer = shown();
    if (!offer) {
        m_clock.stop();
    } else {
        const auto &interaction = offer->interaction;
        m_title->setWhole(m_offers->title(*offer));
        const auto subject = toQString(interaction.subject);
        m_subject->setText(subject.isEmpty() ? QString() : tr("“%1”").arg(subject));
        m_subject->setVisible(!subject.isEmpty());
        const auto page = dataOf(interaction, "_genesys_pageTitle");
        m_page->setWhole(tr("from %1").arg(page));
        m_page->setVisible(!page.isEmpty());
        // What the colleague who offers it says about it.
        const bool isColleague = offer->kind != protocol::OfferKind::Queue;
        const auto note = isColleague ? toQString(interaction.note.value_or("")) : QString();
        m_note->setText(note.size() > noteShown ? note.left(noteShown) + QChar(0x2026) : note);
        m_note->setVisible(!note.isEmpty());
        m_accept->setEnabled(!offer->isAnswered);
        m_reject->setEnabled(!offer->isAnswered);
        const int more = static_cast<int>(m_offers->entries().size()) - 1;
        m_more->setText(tr("%n more offer(s)", nullptr, more));
        m_more->setVisible(more > 0);
        m_iconName = mediaIcon(toQString(interaction.mediaType));
        dress();
        tick();
        m_clock.start(100);
    }
    if (hasOffer() != m_hadOffer) {
        m_hadOffer = hasOffer();
        emit presenceChanged();
    }
}

void OfferToast::tick()
{
    const auto *offer = shown();
    if (!offer)
        return;
    const auto &interaction = offer->interaction;
    m_ring->setTime(m_offers->timeLeft(*offer).count(), offer->whole.count());
    const auto contact = toQString(interaction.contact.name);
    const auto waited = std::chrono::duration_cast<Ms>(
        interaction.offeredAt.value_or(interaction.createdAt) - interaction.createdAt
        + (offer->whole - m_offers->timeLeft(*offer)));
    m_who->setWhole(
        tr("%1 · waited %2", "contact, how long").arg(contact, timetext::rough(waited)));
}

void OfferToast::dress() { m_icon->setPixmap(m_look.pixmap(m_iconName, Colour::Accent, 18)); }

const Offers::Entry *OfferToast::shown() const
{
    return hasOffer() ? &m_offers->entries().front() : nullptr;
}

} // namespace tandem
