// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox.h"

#include "models/text.h"

#include <QUuid>

#include <algorithm>

namespace tandem {

namespace {

bool mayPass(Reason reason)
{
    return reason == Reason::Busy || reason == Reason::StoreUnavailable
           || reason == Reason::RateLimited || reason == Reason::Internal;
}

} // namespace

Outbox::Outbox(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { onState(m_link.state()); });
    connect(&link, &ServiceLink::stateChanged, this, &Outbox::onState);
}

void Outbox::send(InteractionId id, const std::string &text, Audience audience, UtcTime now)
{
    add({id, {}, text, audience, now, Delivery::Waiting, {}, 0, false});
}

void Outbox::sendLink(InteractionId id, const std::string &url, UtcTime now)
{
    add({id, {}, url, Audience::Everyone, now, Delivery::Waiting, {}, 0, true});
}

void Outbox::add(Entry entry)
{
    const auto id = entry.interactionId;
    entry.key = toUtf8(QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_queues[id].push_back(std::move(entry));
    emit changed(id);
    sendNext(id);
}

void Outbox::restore(const std::vector<Entry> &entries)
{
    for (auto entry : entries) {
        entry.delivery = Delivery::Waiting;
        m_queues[entry.interactionId].push_back(std::move(entry));
    }
    onState(m_link.state());
}

std::vector<Outbox::Entry> Outbox::entries() const
{
    std::vector<Entry> all;
    for (const auto &[id, queue] : m_queues)
        all.insert(all.end(), queue.begin(), queue.end());
    return all;
}

std::vector<Outbox::Entry> Outbox::entries(InteractionId id) const
{
    const auto found = m_queues.find(id);
    return found == m_queues.end() ? std::vector<Entry>() : found->second;
}

void Outbox::retry(InteractionId id, const std::string &key)
{
    if (auto *entry = find(id, key); entry && entry->delivery == Delivery::Failed) {
        entry->delivery = Delivery::Waiting;
        emit changed(id);
        sendNext(id);
    }
}

void Outbox::discard(InteractionId id, const std::string &key)
{
    if (const auto *entry = find(id, key); entry && entry->delivery == Delivery::Failed) {
        erase(id, key);
        emit changed(id);
        sendNext(id);
    }
}

void Outbox::forget(InteractionId id)
{
    if (m_queues.erase(id) > 0)
        emit changed(id);
}

void Outbox::onState(ServiceLink::State state)
{
    if (state != ServiceLink::State::Connected)
        return;
    std::vector<InteractionId> ids;
    ids.reserve(m_queues.size());
    for (const auto &[id, queue] : m_queues)
        ids.push_back(id);
    for (const auto id : ids)
        sendNext(id);
}

void Outbox::sendNext(InteractionId id)
{
    const auto queue = m_queues.find(id);
    if (queue == m_queues.end() || queue->second.empty()
        || m_link.state() != ServiceLink::State::Connected)
        return;
    auto &head = queue->second.front();
    if (head.delivery != Delivery::Waiting)
        return;
    head.delivery = Delivery::Sending;
    ++head.tries;
    const auto entry = head; // whoever hears of the change may change the queue
    emit changed(id);
    const auto answered = [this, id, key = entry.key](auto reply) {
        onAnswer(id, key, std::move(reply));
    };
    if (entry.isLink)
        m_link.ask(protocol::ChatPushUrl{id, entry.text, entry.key}, answered);
    else
        m_link.ask(protocol::ChatSend{id, entry.text, entry.audience, entry.key}, answered);
}

void Outbox::onAnswer(InteractionId id, const std::string &key,
                      Result<protocol::ChatSendReply> reply)
{
    auto *entry = find(id, key);
    if (!entry)
        return;
    if (reply) {
        m_refusals = 0;
        erase(id, key);
        emit acknowledged(id, key, reply->index);
        emit changed(id);
        sendNext(id);
        return;
    }
    const auto reason = reply.error().reason;
    if (reason == Reason::NotConnected) {
        entry->delivery = Delivery::Waiting;
    } else if (mayPass(reason)) {
        entry->delivery = Delivery::Waiting;
        m_retry.start(Ms(1000 << std::min(m_refusals++, 3)));
    } else {
        entry->delivery = Delivery::Failed;
        entry->error = reply.error();
    }
    emit changed(id);
}

Outbox::Entry *Outbox::find(InteractionId id, const std::string &key)
{
    const auto queue = m_queues.find(id);
    if (queue == m_queues.end())
        return nullptr;
    const auto found = std::ranges::find(queue->second, key, &Entry::key);
    return found == queue->second.end() ? nullptr : &*found;
}

void Outbox::erase(InteractionId id, const std::string &key)
{
    auto &queue = m_queues[id];
    std::erase_if(queue, [&](const Entry &entry) { return entry.key == key; });
    if (queue.empty())
        m_queues.erase(id);
}

} // namespace tandem
