// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "domain/ids.h"
#include "models/models_export.h"
#include "protocol/types.h"

#include <QAbstractListModel>

#include <vector>

namespace tandem {

class Conversation;
class Directory;
class Offers;

// The cards of the agent's interactions: offered, active, in after contact work, supervised, parked
// in the own workbin. Within a section oldest first, so that nothing jumps about.
class TANDEM_MODELS_EXPORT InteractionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Section { Offered, Active, AfterWork, Supervised, Parked };
    Q_ENUM(Section)
    enum Role {
        IdRole = Qt::UserRole + 1, // text of the InteractionId
        SectionRole,
        SectionCountRole,
        ContactRole,
        MediaRole,
        LineRole,   // the last line, or the subject
        DetailRole, // "Chat · Support · 6 min"
        UnreadRole,
        PendingMsRole, // the customer waits for an answer; absent where not
        TimeLeftMsRole // of an offer; absent where not
    };

    InteractionsModel(const Offers &offers, const Directory &directory, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void add(Conversation *conversation);
    void remove(InteractionId id);
    // What lies in the own workbin.
    void setParked(const std::vector<protocol::Interaction> &parked);
    InteractionId idAt(int row) const;
    int rowOf(InteractionId id) const; // -1: none
    // The first card that is a conversation; none: an empty id.
    InteractionId firstConversation() const;

    static QString sectionName(Section section);

signals:
    // Once a second: clocks run.
    void ticked();

private:
    struct Card
    {
        InteractionId id;
        Section section = Section::Active;
        Conversation *conversation = nullptr; // none: an offer or parked
    };

    void onOffersChanged();
    void onChanged(InteractionId id);
    void insert(const Card &card);
    void takeCard(int row);
    static Section sectionOf(const Conversation &conversation);
    QVariant offerData(const Card &card, int role) const;
    QVariant conversationData(const Card &card, int role) const;
    QVariant parkedData(const Card &card, int role) const;
    QVariant cardData(const Card &card, int role) const;
    const protocol::Interaction *parked(InteractionId id) const;
    QString detail(const Card &card) const;
    QString active(const Conversation &conversation) const;
    QString supervised(const Conversation &conversation) const;
    QString spoken(const Card &card) const;

    const Offers &m_offers;
    const Directory &m_directory;
    std::vector<Card> m_cards;
    std::vector<protocol::Interaction> m_parked;
};

} // namespace tandem
