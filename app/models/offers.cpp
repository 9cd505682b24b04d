// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offers.h"

#include "models/errortext.h"
#include "models/text.h"

#include <algorithm>

namespace tandem {

Offers::Offers(ServiceLink &link, const Directory &directory, const Clock &clock, QObject *parent)
    : QObject(parent), m_link(link), m_directory(directory), m_clock(clock)
{
    connect(&directory, &Directory::changed, this, &Offers::changed);
}

void Offers::reset(const std::vector<protocol::Offer> &offers)
{
    const auto before = std::exchange(m_entries, {});
    for (const auto &old : before) {
        const auto isStill = [&](const auto &offer) {
            return offer.interaction.id == old.interaction.id;
        };
        if (!std::ranges::any_of(offers, isStill))
            emit removed(old.interaction.id);
    }
    for (const auto &offer : offers)
        add(offer);
    emit changed();
}

void Offers::add(const protocol::Offer &offer)
{
    const auto &interaction = offer.interaction;
    const Ms timeLeft(offer.timeLeftMs);
    const auto deadline = m_clock.now().steady + timeLeft;
    if (auto *known = entry(interaction.id)) {
        known->interaction = interaction;
        known->deadline = deadline;
        emit changed();
        return;
    }
    m_entries.push_back({interaction, deadline, std::max(timeLeft, Ms(1)),
                         offer.kind.value_or(protocol::OfferKind::Queue), offer.fromId, false});
    emit added(interaction.id);
    emit changed();
}

void Offers::revoke(InteractionId id, const std::string &reason)
{
    const auto *known = find(id);
    if (!known)
        return;
    const auto contact = toQString(known->interaction.contact.name);
    remove(id);
    emit revoked(contact, offerRevokedText(reason));
}

void Offers::remove(InteractionId id)
{
    if (std::erase_if(m_entries, [&](const Entry &e) { return e.interaction.id == id; }) == 0)
        return;
    emit removed(id);
    emit changed();
}

const Offers::Entry *Offers::find(InteractionId id) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry &e) { return e.interaction.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

Offers::Entry *Offers::entry(InteractionId id) { return const_cast<Entry *>(find(id)); }

Ms Offers::timeLeft(const Entry &entry) const
{
    return std::max(Ms(0), entry.deadline - m_clock.now().steady);
}

QString Offers::title(const Entry &entry) const
{
    const auto queue = toQString(entry.interaction.queueName);
    switch (entry.kind) {
    case protocol::OfferKind::Transfer:
        return tr("Transfer from %1 · %2", "colleague, queue").arg(from(entry), queue);
    case protocol::OfferKind::Consult:
        return tr("%1 asks for your advice · %2", "colleague, queue").arg(from(entry), queue);
    case protocol::OfferKind::Conference:
        return tr("%1 asks you to join · %2", "colleague, queue").arg(from(entry), queue);
    case protocol::OfferKind::Queue: break;
    }
    return entry.interaction.mediaType == "chat"
               ? tr("New chat · %1", "queue").arg(queue)
               : tr("%1 · %2", "channel, queue").arg(medium(entry), queue);
}

QString Offers::medium(const Entry &entry) const
{
    return m_directory.medium(entry.interaction.mediaType);
}

QString Offers::from(const Entry &entry) const
{
    const auto name = entry.from ? m_directory.agent(*entry.from) : QString();
    return name.isEmpty() ? tr("A colleague") : name;
}

void Offers::accept(InteractionId id)
{
    auto *offer = entry(id);
    if (!offer || offer->isAnswered)
        return;
    offer->isAnswered = true;
    emit changed();
    m_link.ask(protocol::InteractionAccept{id}, [this, id](Result<protocol::OwnInteraction> own) {
        if (!own) {
            answered(id, own.error());
            return;
        }
        emit accepted(*own);
        remove(id);
    });
}

void Offers::reject(InteractionId id)
{
    auto *offer = entry(id);
    if (!offer || offer->isAnswered)
        return;
    offer->isAnswered = true;
    emit changed();
    m_link.ask(protocol::InteractionReject{id, {}}, [this, id](Result<protocol::Done> done) {
        if (done)
            remove(id);
        else
            answered(id, done.error());
    });
}

void Offers::answered(InteractionId id, const Error &error)
{
    // Not connected: it may come back with the next snapshot, so it may be asked again.
    if (error.reason == Reason::NotFound || error.reason == Reason::WrongState
        || error.reason == Reason::Conflict)
        remove(id);
    else if (auto *offer = entry(id))
        offer->isAnswered = false;
    emit changed();
    emit refused(error);
}

} // namespace tandem
