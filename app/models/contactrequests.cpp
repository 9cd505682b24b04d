// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactrequests.h"

#include "contacts/contactexport.h"
#include "models/errortext.h"
#include "models/text.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>
#include <QSaveFile>

#include <utility>

namespace tandem {

namespace {

bool writeDocument(QSaveFile &file, const ExportedContact &contact)
{
    const auto text = QByteArray::fromStdString(json::toText(contact));
    const auto lines = QJsonDocument::fromJson(text).toJson(QJsonDocument::Indented);
    return file.open(QIODevice::WriteOnly)
           && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
           && file.write(lines) == lines.size() && file.commit();
}

} // namespace

ContactRequests::ContactRequests(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link)
{
}

ContactRequests::~ContactRequests() = default;

template <class R>
R ContactRequests::request() const
{
    R request;
    const bool isAddress = m_whom.contains(QLatin1Char('@')) && !m_whom.contains(QLatin1Char(':'));
    (isAddress ? request.emailAddress : request.contactKey) = toUtf8(m_whom);
    return request;
}

bool ContactRequests::isBusy() const
{
    return m_state == State::Looking || m_state == State::Exporting || m_state == State::Erasing;
}

QString ContactRequests::filesFolder(const QString &path)
{
    const QFileInfo file(path);
    return file.dir().filePath(file.completeBaseName() + QStringLiteral("-files"));
}

void ContactRequests::enter(State state)
{
    m_state = state;
    m_notice.clear();
    m_problem.clear();
    m_percent = 0;
    emit changed();
}

void ContactRequests::fail(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    emit changed();
}

void ContactRequests::look(const QString &whom)
{
    if (m_state == State::Exporting || m_state == State::Erasing)
        return;
    m_whom = whom.trimmed();
    const auto search = ++m_search;
    if (m_whom.isEmpty())
        return enter(State::Idle);
    enter(State::Looking);
    m_link.ask(request<protocol::PrivacyFind>(),
               [self = QPointer(this), search](Result<protocol::PrivacyFindReply> reply) {
                   if (!self || self->m_search != search)
                       return;
                   if (!reply)
                       return self->fail(State::Failed, errorText(reply.error()));
                   self->m_found = *reply;
                   self->enter(State::Found);
               });
}

void ContactRequests::exportTo(const QString &path, const QString &reason)
{
    if (m_state != State::Found)
        return;
    const auto folder = m_found.files > 0 ? filesFolder(path) : QString();
    if (!folder.isEmpty() && !ContactExport::checkFolder(folder)) {
        return fail(State::Found, tr("The files would go to %1, and there is something already. "
                                     "Choose another name.")
                                      .arg(QFileInfo(folder).fileName()));
    }
    enter(State::Exporting);
    auto request = this->request<protocol::PrivacyExport>();
    request.reason = toUtf8(reason);
    m_export = std::make_unique<ContactExport>(m_link, folder);
    connect(m_export.get(), &ContactExport::progressed, this, [this](qint64 bytes, qint64 all) {
        m_percent = all > 0 ? static_cast<int>(100 * bytes / all) : 0;
        emit changed();
    });
    m_export->start(std::move(request),
                    [this, path](auto contact) { endExport(path, std::move(contact)); });
}

void ContactRequests::cancelExport()
{
    if (m_state != State::Exporting)
        return;
    m_export.reset();
    enter(State::Found);
}

void ContactRequests::endExport(const QString &path, Result<ExportedContact> contact)
{
    const auto work = std::move(m_export);
    enter(State::Found);
    const auto folder = QFileInfo(filesFolder(path)).fileName();
    if (!contact) {
        const auto &error = contact.error();
        return fail(State::Found, error.field == "folder"
                                      ? tr("The files cannot be written to %1.").arg(folder)
                                      : errorText(error));
    }
    const auto name = QFileInfo(path).fileName();
    QSaveFile file(path);
    if (!writeDocument(file, *contact)) {
        work->discard();
        return fail(State::Found, tr("%1 cannot be written: %2").arg(name, file.errorString()));
    }
    const bool hasFiles = countFiles(*contact, ContactFileState::Exported) > 0;
    m_notice = hasFiles ? tr("All that is kept is in %1, the files in %2.").arg(name, folder)
                        : tr("All that is kept is in %1.").arg(name);
    if (const auto damaged = countFiles(*contact, ContactFileState::Damaged); damaged > 0)
        m_problem = tr("%n file(s) are damaged and were left out.", nullptr, damaged);
    emit changed();
}

void ContactRequests::erase(const QString &reason)
{
    if (m_state != State::Found)
        return;
    enter(State::Erasing);
    auto request = this->request<protocol::PrivacyErase>();
    request.reason = toUtf8(reason);
    m_link.ask(
        std::move(request), [self = QPointer(this)](Result<protocol::PrivacyEraseReply> reply) {
            if (!self)
                return;
            if (reply) {
                self->m_erased = static_cast<int>(reply->interactionIds.size());
                return self->enter(State::Erased);
            }
            switch (reply.error().reason) {
            case Reason::WrongState:
                return self->fail(State::Found, tr("One of the interactions is open. End it first; "
                                                   "nothing was erased."));
            case Reason::NotConnected:
                return self->fail(State::Failed,
                                  tr("The connection was lost. An erasure that has begun "
                                     "goes on by itself: look again in a moment."));
            default: return self->fail(State::Found, errorText(reply.error()));
            }
        });
}

} // namespace tandem
