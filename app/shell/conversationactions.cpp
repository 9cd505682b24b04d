// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationactions.h"

#include "models/desksession.h"
#include "shell/explanationdialog.h"
#include "shell/parkdialog.h"
#include "shell/targetdialog.h"
#include "widgets/confirmation.h"
#include "widgets/look.h"

namespace tandem {

ConversationActions::ConversationActions(const Look &look, Settings &settings, QWidget *over)
    : QObject(over), m_look(look), m_settings(settings), m_over(over)
{
}

void ConversationActions::show(DeskSession *session) { m_session = session; }

Conversation *ConversationActions::owned() const
{
    auto *current = m_session ? m_session->current() : nullptr;
    const bool isOwned =
        current && current->isOpen() && current->part() == Conversation::Part::Owner;
    return isOwned ? current : nullptr;
}

void ConversationActions::handOver(Way way, const QString &key)
{
    const auto *conversation = owned();
    if (!conversation || conversation->consulted())
        return;
    const auto id = conversation->id();
    const QPointer session = m_session;
    auto *dialog = new TargetDialog(m_look, *m_session, m_settings,
                                    tr("%1: bring somebody in").arg(conversation->contactName()),
                                    TargetDialog::Note::Wanted, m_over->window());
    using Does = void (DeskSession::*)(InteractionId, const protocol::Target &, const QString &);
    const auto add = [&](const QString &name, const QString &means, const QString &button,
                         Does does) {
        dialog->addWay({name, means, button,
                        [session, id, does](const protocol::Target &target, const QString &note) {
                            if (session)
                                (session->*does)(id, target, note);
                        }});
    };
    add(tr("Transfer"), tr("Somebody else takes over; you go on until they accept."),
        tr("Transfer to %1"), &DeskSession::transfer);
    add(tr("Consult"), tr("Asks for advice in confidence; the customer does not notice."),
        tr("Consult %1"), &DeskSession::consult);
    add(tr("Conference"), tr("Somebody joins you; the customer sees both."),
        tr("Conference with %1"), &DeskSession::conference);
    dialog->setMedium(conversation->interaction().mediaType);
    dialog->open(static_cast<int>(way), key);
}

void ConversationActions::park()
{
    const auto *conversation = owned();
    if (!conversation || conversation->consulted())
        return;
    (new ParkDialog(m_look, *m_session, conversation->id(), m_over->window()))->open();
}

void ConversationActions::release()
{
    auto *conversation = m_session ? m_session->current() : nullptr;
    if (!conversation || !conversation->isOpen())
        return;
    const auto contact = conversation->contactName();
    const bool isOwner = conversation->part() == Conversation::Part::Owner;
    const bool hasOthers = !conversation->interaction().memberIds.empty();
    const auto question = isOwner ? tr("Give %1 up?").arg(contact)
                                  : tr("Leave the conversation with %1?").arg(contact);
    const auto means = !isOwner    ? tr("Your colleague goes on without you.")
                       : hasOthers ? tr("Your colleague in the conference goes on with it.")
                                   : tr("It goes back to its queue, at the place it had there.");
    confirm(m_over, m_look, question, means, isOwner ? tr("Give up") : tr("Leave"),
            [session = m_session, id = conversation->id()] {
                if (session)
                    session->release(id);
            });
}

void ConversationActions::explain()
{
    if (const auto *current = m_session ? m_session->current() : nullptr)
        explain(current->id(), current->contactName());
}

void ConversationActions::explain(InteractionId id, const QString &contact)
{
    if (!m_session)
        return;
    auto *dialog = new ExplanationDialog(m_look, *m_session, id, contact, m_over->window());
    connect(dialog, &ExplanationDialog::strategySessionAsked, this,
            &ConversationActions::strategySessionAsked);
    dialog->open();
}

} // namespace tandem
