// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkoperation.h"

#include "models/errortext.h"

namespace tandem {

namespace {

Error errorOf(const protocol::BulkFailure &failure)
{
    // Without a reason: as the server says it.
    const auto reason = failure.reason ? reasonFromString(*failure.reason) : Reason::InvalidParams;
    return {reason, failure.message, {}};
}

} // namespace

BulkOperation::BulkOperation(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link) {}

void BulkOperation::start(const protocol::InteractionBulk &request)
{
    if (isBusy())
        return;
    m_state = State::Asked;
    m_action = request.action;
    m_progress = {};
    m_progress.total = static_cast<int>(request.interactionIds.size());
    m_early.clear();
    m_problems.clear();
    m_wasStopped = false;
    emit changed();
    m_link.ask(request, [this](Result<protocol::BulkReply> reply) {
        if (m_state != State::Asked)
            return;
        if (!reply) {
            m_state = State::None;
            emit changed();
            emit refused(reply.error());
            return;
        }
        m_state = State::Running;
        m_progress.operationId = reply->operationId;
        m_progress.total = reply->total;
        for (const auto &progress : std::exchange(m_early, {}))
            take(progress);
        emit changed();
    });
}

void BulkOperation::cancel()
{
    if (m_state != State::Running)
        return;
    m_state = State::Stopping;
    m_wasStopped = true;
    emit changed();
    m_link.ask(protocol::InteractionCancelBulk{m_progress.operationId},
               [this](Result<protocol::Done> done) {
                   if (done || m_state != State::Stopping)
                       return;
                   m_state = State::Running;
                   m_wasStopped = false;
                   emit changed();
                   emit refused(done.error());
               });
}

void BulkOperation::dismiss()
{
    if (m_state != State::Over)
        return;
    m_state = State::None;
    emit changed();
}

void BulkOperation::hear(const protocol::BulkProgress &progress)
{
    if (m_state == State::Asked)
        m_early.push_back(progress);
    else
        take(progress);
}

void BulkOperation::forget()
{
    if (m_state == State::None)
        return;
    m_state = State::None;
    emit changed();
    emit over();
}

void BulkOperation::take(const protocol::BulkProgress &progress)
{
    if ((m_state != State::Running && m_state != State::Stopping)
        || progress.operationId != m_progress.operationId)
        return;
    m_progress = progress;
    for (const auto &failure : progress.failures)
        ++m_problems[errorText(errorOf(failure))];
    if (progress.isOver)
        m_state = State::Over;
    emit changed();
    if (progress.isOver)
        emit over();
}

QString BulkOperation::text() const
{
    if (m_state == State::None)
        return {};
    if (m_state == State::Asked)
        return tr("Beginning …");
    if (m_state == State::Stopping)
        return tr("Stopping …");
    return m_state == State::Over ? done() : running();
}

QString BulkOperation::running() const
{
    const auto count = tr("%1 of %2", "done, all").arg(finished()).arg(total());
    switch (m_action) {
    case protocol::BulkAction::Redistribute: return tr("Redistributing: %1").arg(count);
    case protocol::BulkAction::SetPriority: return tr("Setting the priority: %1").arg(count);
    case protocol::BulkAction::Park: return tr("Parking: %1").arg(count);
    case protocol::BulkAction::MarkDone: return tr("Marking done: %1").arg(count);
    }
    return count;
}

QString BulkOperation::done() const
{
    const int good = m_progress.done;
    const auto what = [&] {
        switch (m_action) {
        case protocol::BulkAction::Redistribute: return tr("%n redistributed", nullptr, good);
        case protocol::BulkAction::SetPriority: return tr("%n with a new priority", nullptr, good);
        case protocol::BulkAction::Park: return tr("%n parked", nullptr, good);
        case protocol::BulkAction::MarkDone: return tr("%n marked done", nullptr, good);
        }
        return QString();
    }();
    QStringList parts{what};
    if (m_progress.failed > 0)
        parts += tr("%n could not be changed", nullptr, m_progress.failed);
    if (m_wasStopped && finished() < total())
        parts += tr("stopped, %n left as they were", nullptr, total() - finished());
    return parts.join(QStringLiteral(" · "));
}

QStringList BulkOperation::problems() const
{
    QStringList lines;
    for (const auto &[problem, count] : m_problems)
        lines += count == 1 ? problem : tr("%1 (%2 times)").arg(problem).arg(count);
    return lines;
}

} // namespace tandem
