// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "link/servicelink.h"
#include "models/directory.h"
#include "models/models_export.h"
#include "protocol/interaction.h"

#include <QObject>

#include <vector>

namespace tandem {

// What is offered to the agent at the moment, oldest first. GUI thread.
class TANDEM_MODELS_EXPORT Offers : public QObject
{
    Q_OBJECT

public:
    // deadline: on this machine's steady clock, from the time that was left when it was sent.
    struct Entry
    {
        protocol::Interaction interaction;
        SteadyTime deadline{};
        Ms whole{};
        protocol::OfferKind kind = protocol::OfferKind::Queue;
        std::optional<AgentId> from; // the colleague who offers it
        bool isAnswered = false;     // accept or reject is asked and not answered yet
    };

    Offers(ServiceLink &link, const Directory &directory, const Clock &clock,
           QObject *parent = nullptr);

    void reset(const std::vector<protocol::Offer> &offers);
    void add(const protocol::Offer &offer);
    void revoke(InteractionId id, const std::string &reason);
    // It has become the agent's, or somebody else's: no notice.
    void remove(InteractionId id);

    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *find(InteractionId id) const;
    Ms timeLeft(const Entry &entry) const;
    // "New chat · Support", "Bob asks for your advice · Support".
    QString title(const Entry &entry) const;
    QString medium(const Entry &entry) const;
    QString from(const Entry &entry) const;

    void accept(InteractionId id);
    void reject(InteractionId id);

signals:
    void added(tandem::InteractionId id);
    void removed(tandem::InteractionId id);
    void changed();
    // reason: as in OfferRevoked.
    void revoked(const QString &contact, const QString &reason);
    void accepted(const tandem::protocol::OwnInteraction &own);
    void refused(const tandem::Error &error);

private:
    Entry *entry(InteractionId id);
    void answered(InteractionId id, const Error &error);

    ServiceLink &m_link;
    const Directory &m_directory;
    const Clock &m_clock;
    std::vector<Entry> m_entries;
};

} // namespace tandem
