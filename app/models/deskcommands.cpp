// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"

#include "models/text.h"
#include "models/timetext.h"
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
            if (isMine(*reply))
                adopt(*reply);
        }
    });
}

template <protocol::Request R>
void DeskSession::command(R request, const QString &done)
{
    m_link->ask(std::move(request), [this, done](Result<typename R::Reply> reply) {
        if (reply)
            emit noticed(done);
        else
            emit refused(reply.error());
    });
}

QString DeskSession::contactOf(InteractionId id) const
{
    const auto *found = conversation(id);
    return found ? found->contactName() : QString();
}

namespace {

std::optional<std::string> noteFrom(const QString &note)
{
    const auto words = note.trimmed();
    return words.isEmpty() ? std::nullopt : std::optional(toUtf8(words));
}

} // namespace

void DeskSession::send(InteractionId id, const QString &text, Audience audience)
{
    m_typing.stopped();
    if (auto *found = conversation(id))
        found->answered();
    m_outbox.send(id, toUtf8(text), audience, m_clock.now().utc);
}

void DeskSession::sendLink(InteractionId id, const QString &url)
{
    if (auto *found = conversation(id))
        found->answered();
    m_outbox.sendLink(id, toUtf8(url), m_clock.now().utc);
}

void DeskSession::endChat(InteractionId id) { command(protocol::ChatEnd{id}); }

void DeskSession::transfer(InteractionId id, const protocol::Target &to, const QString &note)
{
    command(protocol::InteractionTransfer{id, to, noteFrom(note)},
            (to.agentId ? tr("%1 is offered to your colleague. Until they accept, you go on.")
                        : tr("%1 waits for somebody else now."))
                .arg(contactOf(id)));
}

void DeskSession::consult(InteractionId id, const protocol::Target &whom, const QString &note)
{
    command(protocol::InteractionConsult{id, whom, noteFrom(note)});
}

void DeskSession::conference(InteractionId id, const protocol::Target &whom, const QString &note)
{
    command(protocol::InteractionConference{id, whom, noteFrom(note)},
            tr("Your colleague is asked to join the conversation with %1.").arg(contactOf(id)));
}

void DeskSession::endConsult(InteractionId id) { command(protocol::InteractionCancelConsult{id}); }

void DeskSession::completeTransfer(InteractionId id)
{
    command(protocol::InteractionCompleteTransfer{id},
            tr("%1 is with your colleague now.").arg(contactOf(id)));
}

void DeskSession::completeConference(InteractionId id)
{
    command(protocol::InteractionCompleteConference{id});
}

void DeskSession::park(InteractionId id, const std::string &workbin,
                       std::optional<UtcTime> returnAt, const QString &note)
{
    protocol::InteractionPark request{id, {}, returnAt, noteFrom(note)};
    if (!workbin.empty())
        request.workbin = workbin;
    const auto contact = contactOf(id);
    m_link->ask(request, [this, contact](Result<protocol::Interaction> reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        emit noticed(reply->returnAt ? tr("%1 is parked and returns to its queue %2.")
                                           .arg(contact, timetext::moment(*reply->returnAt))
                                     : tr("%1 is parked.").arg(contact));
        m_workbin.refresh();
    });
}

void DeskSession::pull(InteractionId id)
{
    m_link->ask(protocol::InteractionPull{id}, [this](Result<protocol::OwnInteraction> reply) {
        m_workbin.refresh();
        m_waiting.refresh();
        if (!reply) {
            if (reply.error().reason == Reason::WrongState)
                emit noticed(tr("You have no room for one more, or somebody else has it. Finish "
                                "or park something first."));
            else
                emit refused(reply.error());
            return;
        }
        adopt(*reply);
        setCurrent(reply->interaction.id);
        emit pulled(reply->interaction.id);
    });
}

// The fact that comes with the answer brings the conversation.
template <protocol::Request R>
void DeskSession::supervise(InteractionId id)
{
    R request;
    request.interactionId = id;
    m_link->ask(request, [this](Result<protocol::OwnInteraction> reply) {
        if (!reply) {
            emit refused(reply.error());
            return;
        }
        adopt(*reply);
        setCurrent(reply->interaction.id);
        emit pulled(reply->interaction.id);
    });
}

void DeskSession::monitor(InteractionId id) { supervise<protocol::SupervisionMonitor>(id); }

void DeskSession::coach(InteractionId id) { supervise<protocol::SupervisionCoach>(id); }

void DeskSession::bargeIn(InteractionId id) { supervise<protocol::SupervisionBargeIn>(id); }

void DeskSession::release(InteractionId id)
{
    const auto *found = conversation(id);
    if (found && found->part() == Conversation::Part::Supervisor)
        return command(protocol::SupervisionLeave{id});
    const bool isOwner = found && found->part() == Conversation::Part::Owner
                         && found->interaction().memberIds.empty();
    // Where it goes is told when it goes.
    if (isOwner)
        command(protocol::InteractionRelease{id, {}});
    else
        command(protocol::InteractionRelease{id, {}},
                tr("You have left the conversation with %1.").arg(contactOf(id)));
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
