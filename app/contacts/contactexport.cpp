// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/contactexport.h"

#include "base/base64.h"

#include <QDir>
#include <QPointer>

#include <utility>

namespace tandem {

namespace {

constexpr std::int64_t pieceBytes = 384 * 1024;
// What is kept of a person is for whoever asked for it.
constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

std::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return failure(Reason::InvalidParams,
                   "Cannot write " + path.toStdString() + ": " + why.toStdString(), "folder");
}

} // namespace

ContactExport::ContactExport(ServiceLink &link, QString folder, QObject *parent)
    : QObject(parent), m_link(link), m_folder(std::move(folder))
{
}

ContactExport::~ContactExport()
{
    if (!m_isWhole)
        discard();
}

Result<void> ContactExport::checkFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!info.isDir())
        return cannotWrite(folder, QStringLiteral("It is no folder."));
    if (!QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden
                              | QDir::System))
        return cannotWrite(folder, QStringLiteral("The folder is not empty."));
    return {};
}

void ContactExport::start(protocol::PrivacyExport request, Done done)
{
    m_done = std::move(done);
    if (!m_folder.isEmpty()) {
        if (const auto checked = checkFolder(m_folder); !checked)
            return fail(checked.error());
    }
    m_link.ask(std::move(request),
               [self = QPointer(this)](Result<protocol::ContactDocument> reply) {
                   if (!self)
                       return;
                   if (!reply)
                       return self->fail(reply.error());
                   auto &contact = self->m_contact;
                   static_cast<protocol::ContactDocument &>(contact) = std::move(*reply);
                   contact.files = filesOf(contact);
                   if (self->m_folder.isEmpty())
                       return self->finish();
                   for (const auto &file : contact.files) {
                       if (file.state == ContactFileState::Kept)
                           self->m_all += file.size;
                   }
                   self->fetchNext();
               });
}

void ContactExport::fetchNext()
{
    const auto &files = m_contact.files;
    while (m_at < files.size() && files[m_at].state != ContactFileState::Kept)
        ++m_at;
    if (m_at == files.size())
        return finish();
    if (const auto opened = openFile(); !opened)
        return fail(opened.error());
    m_hash.reset();
    m_received = 0;
    readNext();
}

Result<void> ContactExport::openFile()
{
    const QDir folder(m_folder);
    if (!folder.exists()) {
        if (!QDir().mkdir(m_folder, onlyOwner | QFileDevice::ExeOwner))
            return cannotWrite(m_folder, QStringLiteral("The folder cannot be made."));
        m_hasMadeFolder = true;
    }
    const auto path = folder.filePath(QString::fromStdString(nameInFolder(m_contact.files[m_at])));
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return cannotWrite(path, m_file->errorString());
    m_file->setPermissions(onlyOwner);
    return {};
}

void ContactExport::readNext()
{
    protocol::FileRead read{m_contact.files[m_at].fileId, {}, m_received, pieceBytes};
    m_link.ask(read, [self = QPointer(this)](Result<protocol::FileReadReply> reply) {
        if (!self)
            return;
        if (reply)
            return self->take(*reply);
        switch (reply.error().reason) {
        case Reason::NotFound: return self->endFile(ContactFileState::Gone);
        case Reason::Internal: return self->endFile(ContactFileState::Damaged);
        default: return self->fail(reply.error());
        }
    });
}

void ContactExport::take(const protocol::FileReadReply &reply)
{
    const auto &file = m_contact.files[m_at];
    const auto bytes = fromBase64(reply.bytes);
    const auto size = bytes ? static_cast<qint64>(bytes->size()) : 0;
    const bool isDue = size > 0 || m_received == file.size;
    if (!bytes || !isDue || m_received + size > file.size)
        return endFile(ContactFileState::Damaged);
    m_hash.addData(QByteArrayView(bytes->data(), size));
    if (m_file->write(bytes->data(), size) != size)
        return fail(cannotWrite(m_file->fileName(), m_file->errorString()).error());
    m_received += size;
    emit progressed(m_before + m_received, m_all);
    if (m_received < file.size)
        return readNext();
    endFile(m_hash.result().toHex().toStdString() == file.sha256 ? ContactFileState::Exported
                                                                 : ContactFileState::Damaged);
}

void ContactExport::endFile(ContactFileState state)
{
    auto &file = m_contact.files[m_at];
    file.state = state;
    if (state == ContactFileState::Exported) {
        if (!m_file->commit())
            return fail(cannotWrite(m_file->fileName(), m_file->errorString()).error());
        m_written += m_file->fileName();
        file.file = nameInFolder(file);
    }
    m_file.reset();
    m_before += file.size;
    ++m_at;
    fetchNext();
}

void ContactExport::finish()
{
    m_isWhole = true;
    std::exchange(m_done, {})(std::move(m_contact));
}

void ContactExport::fail(const Error &error)
{
    discard();
    std::exchange(m_done, {})(std::unexpected(Error(error)));
}

void ContactExport::discard()
{
    m_file.reset();
    for (const auto &path : std::exchange(m_written, {}))
        QFile::remove(path);
    if (std::exchange(m_hasMadeFolder, false))
        QDir().rmdir(m_folder);
}

} // namespace tandem
