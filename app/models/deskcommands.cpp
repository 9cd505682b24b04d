// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"

#include "models/text.h"
#include "protocol/interaction.h"

// What the agent does: requests. The facts that come back change the models.
namespace tandem {

template <protocol::Request R>
void DeskSession::command(R request)
{
    m_link->ask(std::move(request), [this](Result<typename R::Reply> reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        if constexpr (std::same_as<typename R::Reply, protocol::Interaction>) {
            if (reply->state != InteractionState::Done && reply->agentId == m_agent.id())
                adopt(*reply);
        }
    });
}

void DeskSession::send(InteractionId id, const QString &text, Audience audience)
{
    m_typing.stopped();
    if (auto *found = conversation(id))
        found->answered();
    m_outbox.send(id, toUtf8(text), audience, m_clock.now().utc);
}

void DeskSession::endChat(InteractionId id) { command(protocol::ChatEnd{id}); }

void DeskSession::transferTo(InteractionId id, AgentId agent, const QString &note)
{
    protocol::InteractionTransfer request{id, {agent, {}, {}}, {}};
    if (!note.trimmed().isEmpty())
        request.note = toUtf8(note.trimmed());
    const auto *found = conversation(id);
    const auto contact = found ? found->contactName() : QString();
    m_link->ask(request, [this, contact](Result<protocol::Interaction> reply) {
        if (reply)
            emit noticed(
                tr("%1 is offered to your colleague. Until they accept, you go on.").arg(contact));
        else
            emit refused(reply.error());
    });
}

void DeskSession::setDisposition(InteractionId id, const std::string &code, const QString &note)
{
    protocol::InteractionSetDisposition request{id, code, {}};
    if (!note.trimmed().isEmpty())
        request.note = toUtf8(note.trimmed());
    command(std::move(request));
}

void DeskSession::markDone(InteractionId id) { command(protocol::InteractionMarkDone{id}); }

void DeskSession::updateData(InteractionId id, const protocol::Data &set,
                             const std::vector<std::string> &remove)
{
    command(protocol::InteractionUpdateData{id, set, remove});
}

} // namespace tandem
