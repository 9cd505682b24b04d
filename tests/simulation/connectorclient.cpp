// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectorclient.h"

namespace tandem {

void ConnectorClient::submits(const std::string &mediaType, const QueueId &queue)
{
    protocol::MediaSubmit submit;
    submit.values.mediaType = mediaType;
    submit.values.queueId = queue;
    submit.values.externalId = "order-" + std::to_string(++m_submitted);
    m_brought.push_back({{}, mediaType, submit.values.externalId});
    m_unanswered.insert(submit.values.externalId);
    sends(submit);
}

void ConnectorClient::sends(const protocol::MediaSubmit &submit)
{
    m_network.ask<protocol::MediaSubmit>(Caller::system(), submit, [this, submit](const auto &r) {
        if (!r || !*r) {
            m_network.agenda().after(Ms(500), [this, submit] { sends(submit); });
            return;
        }
        m_ledger.submitted(submit.values.externalId, (*r)->interactionId);
        m_unanswered.erase(submit.values.externalId);
    });
}

void ConnectorClient::changes(Dice &dice)
{
    if (m_brought.empty())
        return;
    const auto &ref = m_brought[dice.below(m_brought.size())];
    const auto ignore = [](const auto &) {};
    switch (dice.below(4)) {
    case 0:
        m_network.ask<protocol::MediaUpdate>(Caller::system(), {ref, {{"state", "new"}}, {}, {}},
                                             ignore);
        break;
    case 1: m_network.ask<protocol::MediaHold>(Caller::system(), {ref, true}, ignore); break;
    case 2: m_network.ask<protocol::MediaHold>(Caller::system(), {ref, false}, ignore); break;
    default: m_network.ask<protocol::MediaStop>(Caller::system(), {ref, {}}, ignore);
    }
}

} // namespace tandem
