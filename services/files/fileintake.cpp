// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileintake.h"

#include "base/base64.h"
#include "core/coreloop.h"
#include "domain/filerules.h"

#include <algorithm>

namespace tandem {

using namespace protocol;

namespace {

std::shared_ptr<const std::string> joined(std::vector<std::shared_ptr<const std::string>> pieces)
{
    if (pieces.size() == 1)
        return pieces.front();
    auto whole = std::make_shared<std::string>();
    for (auto &piece : pieces) {
        *whole += *piece;
        piece.reset();
    }
    return whole;
}

std::unexpected<Error> tooBusy()
{
    return failure(Reason::Busy, "Too many files are on their way; please try again.");
}

} // namespace

// A content on its way into the store, with its picture behind it.
struct FileIntake::Keeping
{
    struct Part
    {
        std::string hash;
        std::shared_ptr<const std::string> content;
    };

    UploadId upload;
    FileContent content;
    std::vector<Part> parts;
    std::size_t part = 0;
    int number = 0;
    Kept kept;
};

void FileIntake::upload(CustomerUpload upload, CorePort::Answer<CustomerReply> done)
{
    CustomerFileBegin begin;
    static_cast<CustomerFileFields &>(begin) = {upload.key, upload.name,
                                                static_cast<std::int64_t>(upload.content->size()),
                                                upload.clientMessageId};
    m_core.ask(
        Caller::customer(), std::move(begin),
        [this, upload = std::move(upload), done = std::move(done)](Result<FileBeginReply> begun) {
            if (!begun)
                return done(std::unexpected(begun.error()));
            CustomerFileFinish finish{upload.key,
                                      begun->uploadId,
                                      upload.message,
                                      upload.userData,
                                      upload.position,
                                      upload.clientMessageId,
                                      {}};
            if (begun->isRepeat)
                return m_core.ask(Caller::customer(), std::move(finish), done);
            examine(upload.key.secureKey, begun->uploadId, upload.name, {upload.content},
                    [this, finish = std::move(finish), done](Result<FileContent> kept) mutable {
                        if (!kept)
                            return done(std::unexpected(kept.error()));
                        finish.content = *std::move(kept);
                        m_core.ask(Caller::customer(), std::move(finish), done);
                    });
        });
}

void FileIntake::examine(const std::string &lane, UploadId upload, std::string name, Pieces pieces,
                         Kept kept)
{
    auto work = [this, upload, name = std::move(name), pieces = std::move(pieces), kept]() mutable {
        const auto content = joined(std::move(pieces));
        auto examined = examineFile(m_settings, name, *content, m_stopping);
        if (!examined) {
            const bool isUnsafe = examined.error().field == "unsafe";
            auto error = examined.error();
            abandon(upload, isUnsafe ? std::optional(name + ": " + error.message) : std::nullopt);
            if (isUnsafe)
                error.message = "The file is not safe (" + error.message + "); it was not kept.";
            return kept(std::unexpected(std::move(error)));
        }
        auto keeping = std::make_shared<Keeping>();
        keeping->upload = upload;
        keeping->content = examined->content;
        keeping->kept = kept;
        keeping->parts.push_back({examined->content.hash, content});
        if (examined->thumbnail)
            keeping->parts.push_back({*examined->content.thumbnailHash, examined->thumbnail});
        keep(keeping);
    };
    if (!m_workers.run(lane, std::move(work))) {
        abandon(upload, {});
        kept(tooBusy());
    }
}

void FileIntake::keep(const std::shared_ptr<Keeping> &keeping)
{
    m_core.ask(Caller::system(), FileArrive{keeping->upload, keeping->content},
               [this, keeping](Result<Done> done) {
                   if (done)
                       return keepNext(keeping);
                   abandon(keeping->upload, {});
                   keeping->kept(failure(Reason::Busy, done.error().message));
               });
}

void FileIntake::keepNext(const std::shared_ptr<Keeping> &keeping)
{
    if (keeping->part == keeping->parts.size())
        return keeping->kept(keeping->content);
    const auto &part = keeping->parts[keeping->part];
    const auto offset = static_cast<std::size_t>(keeping->number) * filerules::chunk;
    const auto size = std::min(filerules::chunk, part.content->size() - offset);
    FileStore store{keeping->upload, part.hash, keeping->number++, part.content, offset, size};
    if (offset + size == part.content->size()) {
        ++keeping->part;
        keeping->number = 0;
    }
    m_core.ask(Caller::system(), std::move(store), [this, keeping](Result<Done> done) {
        if (done)
            return keepNext(keeping);
        abandon(keeping->upload, {});
        // Whatever it was, nothing is kept, and the same file may be sent again.
        const auto reason = done.error().reason == Reason::StoreUnavailable
                                ? Reason::StoreUnavailable
                                : Reason::Busy;
        keeping->kept(failure(reason, done.error().message));
    });
}

void FileIntake::abandon(UploadId upload, std::optional<std::string> found)
{
    m_core.ask(Caller::system(), FileAbandon{upload, std::move(found)}, [](auto) {});
}

void FileIntake::prepareIn(CoreLoop &core)
{
    core.prepareWith(requestType<FileAppend>(), [](const Caller &, AnyValue params,
                                                   CoreLoop::Prepared prepared) {
        auto append = params.take<FileAppend>();
        static constexpr std::size_t longest = (filerules::part + 2) / 3 * 4;
        auto bytes = append.bytes.size() > longest ? std::nullopt : fromBase64(append.bytes);
        if (!bytes) {
            return prepared(failure(Reason::InvalidParams,
                                    "Bytes are written in base64, at most 512 KiB of them.",
                                    "bytes"));
        }
        append.bytes.clear();
        append.content = std::make_shared<const std::string>(*std::move(bytes));
        prepared(AnyValue::of(std::move(append)));
    });
    core.prepareWith(requestType<FileFinish>(), [this](const Caller &caller, AnyValue params,
                                                       CoreLoop::Prepared prepared) {
        prepareFinish(caller.agent, params.take<FileFinish>(), std::move(prepared));
    });
}

void FileIntake::prepareFinish(AgentId agent, FileFinish finish,
                               std::function<void(Result<AnyValue>)> prepared)
{
    const auto upload = finish.uploadId;
    m_core.ask(Caller::system(), FileClaim{upload, agent},
               [this, agent, finish, prepared = std::move(prepared)](Result<FilePieces> claimed) {
                   if (!claimed)
                       return prepared(std::unexpected(claimed.error()));
                   if (claimed->isRepeat)
                       return prepared(AnyValue::of(finish));
                   examine("agent " + agent.text(), finish.uploadId, claimed->fileName,
                           std::move(claimed->pieces),
                           [finish, prepared](Result<FileContent> kept) mutable {
                               if (!kept)
                                   return prepared(std::unexpected(kept.error()));
                               finish.content = *std::move(kept);
                               prepared(AnyValue::of(std::move(finish)));
                           });
               });
}

} // namespace tandem
