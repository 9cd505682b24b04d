// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filetransfers.h"

#include "models/errortext.h"
#include "models/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace tandem {

namespace {

constexpr qint64 pieceBytes = 384 * 1024;
constexpr std::size_t thumbnailsKept = 200;

struct Problems
{
    Q_DECLARE_TR_FUNCTIONS(FileProblems)
};

// The fields of refusals: docs/protocol.md, "Files of chats".
QString transferProblem(const Error &error)
{
    if (error.reason != Reason::InvalidParams)
        return errorText(error);
    if (error.field == "files")
        return Problems::tr("No more files are allowed in this chat.");
    if (error.field == "total")
        return Problems::tr("The files of this chat would be too large together.");
    if (error.field == "size")
        return Problems::tr("The file is too large, or empty.");
    if (error.field == "type")
        return Problems::tr("Files of this kind are not allowed, or it holds something else than "
                            "its name says.");
    if (error.field == "unsafe")
        return Problems::tr("The virus scanner has found something in it.");
    return errorText(error);
}

} // namespace

struct FileTransfers::Work
{
    Transfer shown;
    std::unique_ptr<QIODevice> source; // of one that goes up
    std::string key;
    Audience audience = Audience::Everyone;
    UploadId uploadId;
    FileId fileId;
    QString path;
    std::unique_ptr<QSaveFile> target;
    int attempt = 0; // answers of an earlier one do not count
};

FileTransfers::FileTransfers(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link) {}

FileTransfers::~FileTransfers() = default;

void FileTransfers::send(InteractionId id, const QString &path, Audience audience)
{
    const auto work = std::make_shared<Work>();
    work->shown.interactionId = id;
    work->shown.name = QFileInfo(path).fileName();
    work->audience = audience;
    work->source = std::make_unique<QFile>(path);
    add(work);
}

void FileTransfers::send(InteractionId id, const QString &name, const QByteArray &bytes,
                         Audience audience)
{
    const auto work = std::make_shared<Work>();
    work->shown.interactionId = id;
    work->shown.name = name;
    work->audience = audience;
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    work->source = std::move(buffer);
    add(work);
}

void FileTransfers::fetch(InteractionId id, FileId fileId, const QString &name, qint64 size,
                          const QString &path)
{
    const auto work = std::make_shared<Work>();
    work->shown.direction = Direction::Down;
    work->shown.interactionId = id;
    work->shown.name = name;
    work->shown.size = size;
    work->fileId = fileId;
    work->path = path;
    add(work);
}

void FileTransfers::add(const WorkPointer &work)
{
    work->shown.number = ++m_lastNumber;
    work->key = toUtf8(QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_works.push_back(work);
    start(work);
}

void FileTransfers::start(const WorkPointer &work)
{
    auto &shown = work->shown;
    shown.done = 0;
    shown.problem.clear();
    ++work->attempt;
    emit changed(shown.interactionId);
    if (shown.direction == Direction::Down) {
        work->target = std::make_unique<QSaveFile>(work->path);
        if (!work->target->open(QIODevice::WriteOnly))
            return fail(work, work->target->errorString());
        return readNext(work);
    }
    work->source->close();
    const auto *file = qobject_cast<QFile *>(work->source.get());
    if (file && !QFileInfo(*file).isFile())
        return fail(work, tr("It is no file."));
    if (!work->source->open(QIODevice::ReadOnly))
        return fail(work, work->source->errorString());
    shown.size = work->source->size();
    protocol::FileBegin begin;
    static_cast<protocol::FileBeginFields &>(begin) = {
        shown.interactionId, toUtf8(shown.name), shown.size, {}, work->audience, work->key};
    m_link.ask(std::move(begin), [this, work, attempt = work->attempt](auto begun) {
        if (!isGoing(work) || work->attempt != attempt)
            return;
        if (!begun)
            return fail(work, transferProblem(begun.error()));
        work->uploadId = begun->uploadId;
        if (begun->isRepeat)
            work->source->seek(work->shown.size);
        sendNext(work);
    });
}

void FileTransfers::sendNext(const WorkPointer &work)
{
    const auto offset = work->source->pos();
    const auto bytes = work->source->read(pieceBytes);
    const auto attempt = work->attempt;
    if (bytes.isEmpty()) {
        m_link.ask(protocol::FileFinish{work->uploadId, {}}, [this, work, attempt](auto done) {
            if (!isGoing(work) || work->attempt != attempt)
                return;
            if (done)
                drop(work);
            else
                fail(work, transferProblem(done.error()));
        });
        return;
    }
    protocol::FileAppend append{work->uploadId, offset, bytes.toBase64().toStdString(), {}};
    m_link.ask(std::move(append), [this, work, attempt](auto done) {
        if (!isGoing(work) || work->attempt != attempt)
            return;
        if (!done)
            return fail(work, transferProblem(done.error()));
        work->shown.done = work->source->pos();
        emit changed(work->shown.interactionId);
        sendNext(work);
    });
}

void FileTransfers::readNext(const WorkPointer &work)
{
    protocol::FileRead read{work->fileId, {}, work->shown.done, pieceBytes};
    m_link.ask(std::move(read), [this, work, attempt = work->attempt](auto reply) {
        if (!isGoing(work) || work->attempt != attempt)
            return;
        if (!reply)
            return fail(work, reply.error().reason == Reason::NotFound
                                  ? tr("The file is not there any more.")
                                  : errorText(reply.error()));
        const auto bytes = QByteArray::fromBase64(QByteArray::fromStdString(reply->bytes));
        work->shown.size = reply->size;
        work->shown.done += bytes.size();
        if (work->target->write(bytes) != bytes.size())
            return fail(work, work->target->errorString());
        emit changed(work->shown.interactionId);
        if (!bytes.isEmpty() && work->shown.done < reply->size)
            return readNext(work);
        if (!work->target->commit())
            return fail(work, work->target->errorString());
        drop(work);
        emit saved(work->path);
    });
}

void FileTransfers::fail(const WorkPointer &work, const QString &problem)
{
    work->shown.problem = problem;
    work->target.reset();
    emit changed(work->shown.interactionId);
}

void FileTransfers::drop(const WorkPointer &work)
{
    std::erase(m_works, work);
    emit changed(work->shown.interactionId);
}

bool FileTransfers::isGoing(const WorkPointer &work) const
{
    return std::ranges::find(m_works, work) != m_works.end() && !work->shown.hasFailed();
}

FileTransfers::WorkPointer FileTransfers::find(int number) const
{
    const auto found = std::ranges::find_if(
        m_works, [number](const auto &work) { return work->shown.number == number; });
    return found == m_works.end() ? nullptr : *found;
}

void FileTransfers::retry(int number)
{
    if (const auto work = find(number); work && work->shown.hasFailed())
        start(work);
}

void FileTransfers::cancel(int number)
{
    const auto work = find(number);
    if (!work)
        return;
    if (work->uploadId)
        m_link.ask(protocol::FileCancel{work->uploadId}, {});
    drop(work);
}

std::vector<FileTransfers::Transfer> FileTransfers::transfers(InteractionId id) const
{
    std::vector<Transfer> list;
    for (const auto &work : m_works) {
        if (work->shown.interactionId == id)
            list.push_back(work->shown);
    }
    return list;
}

QByteArray FileTransfers::thumbnail(FileId fileId)
{
    const auto known = m_thumbnails.find(fileId);
    if (known != m_thumbnails.end())
        return known->second;
    if (m_thumbnails.size() >= thumbnailsKept)
        m_thumbnails.clear();
    m_thumbnails[fileId] = {};
    m_link.ask(protocol::FileThumbnail{fileId, {}}, [this, fileId](auto reply) {
        if (!reply) {
            if (reply.error().reason == Reason::NotConnected)
                m_thumbnails.erase(fileId);
            return;
        }
        m_thumbnails[fileId] = QByteArray::fromBase64(QByteArray::fromStdString(reply->bytes));
        emit thumbnailArrived(fileId);
    });
    return {};
}

} // namespace tandem
