// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ownworkbin.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Ms workbinPollEvery{30'000};
constexpr int workbinMost = 500;

} // namespace

OwnWorkbin::OwnWorkbin(ServiceLink &link, std::string id, QObject *parent)
    : QObject(parent), m_link(link), m_id(std::move(id))
{
    m_poll.setInterval(workbinPollEvery);
    connect(&m_poll, &QTimer::timeout, this, &OwnWorkbin::refresh);
}

void OwnWorkbin::refresh()
{
    // Who takes no conversations never asks.
    if (!m_poll.isActive())
        m_poll.start();
    protocol::InteractionList request;
    request.scope = protocol::Scope::Workbin;
    request.workbinId = m_id;
    request.limit = workbinMost;
    m_link.ask(request,
               [this, question = ++m_question](Result<protocol::InteractionListReply> reply) {
                   if (question != m_question || !reply || reply->interactions == m_entries)
                       return;
                   m_entries = std::move(reply->interactions);
                   emit changed();
               });
}

const protocol::Interaction *OwnWorkbin::find(InteractionId id) const
{
    const auto found = std::ranges::find(m_entries, id, &protocol::Interaction::id);
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace tandem
