// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/chat.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <vector>

namespace tandem {

// What the agent has written and the server has not acknowledged. Each message goes out once: one
// at a time in each conversation, in order, asked again with its key after the connection was
// lost, until it is answered. GUI thread.
class TANDEM_MODELS_EXPORT Outbox : public QObject
{
    Q_OBJECT

public:
    enum class Delivery { Waiting, Sending, Failed };

    struct Entry
    {
        InteractionId interactionId;
        std::string key; // clientMessageId
        std::string text;
        Audience audience = Audience::Everyone;
        UtcTime writtenAt{};
        Delivery delivery = Delivery::Waiting;
        Error error;         // of Failed
        int tries = 0;       // it may have arrived although no answer came
        bool isLink = false; // `text` is an address that the customer may open

        bool operator==(const Entry &) const = default;
    };

    explicit Outbox(ServiceLink &link, QObject *parent = nullptr);

    void send(InteractionId id, const std::string &text, Audience audience, UtcTime now);
    void sendLink(InteractionId id, const std::string &url, UtcTime now);
    // From an earlier run of the program; before anything is sent.
    void restore(const std::vector<Entry> &entries);
    std::vector<Entry> entries() const;
    std::vector<Entry> entries(InteractionId id) const;
    bool isEmpty() const { return m_queues.empty(); }

    // Failed ones only.
    void retry(InteractionId id, const std::string &key);
    void discard(InteractionId id, const std::string &key);
    // The interaction is no longer the agent's: nothing of it can be sent.
    void forget(InteractionId id);

signals:
    void changed(tandem::InteractionId id);
    // The message has become event `index` of the conversation.
    void acknowledged(tandem::InteractionId id, const std::string &key, int index);

private:
    void onState(ServiceLink::State state);
    void add(Entry entry);
    void sendNext(InteractionId id);
    void onAnswer(InteractionId id, const std::string &key, Result<protocol::ChatSendReply> reply);
    Entry *find(InteractionId id, const std::string &key);
    void erase(InteractionId id, const std::string &key);

    ServiceLink &m_link;
    std::map<InteractionId, std::vector<Entry>> m_queues;
    QTimer m_retry;
    int m_refusals = 0;
};

} // namespace tandem
