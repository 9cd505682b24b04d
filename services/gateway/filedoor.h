// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileintake.h"
#include "gateway/chatapi.h"
#include "gateway/form.h"
#include "gateway/origin.h"
#include "gateway/router.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace tandem::gateway {

enum class FileOperation { Limits, Upload, Download, Thumbnail, Delete };

// What a customer asks of files (wire facts 1.1 and 1.2), whichever address it came to.
struct FileCall
{
    FileOperation operation = FileOperation::Limits;
    std::optional<std::string> chatId; // absent where the secure key alone tells
    std::string fileId;
};

// {service}/{chatId}/file[/...] below the chat's prefix; nothing where it is another address.
std::optional<FileCall> fileCall(std::string_view path);
// Whether requests to this address may have a body as large as a file.
bool takesFiles(std::string_view target);

// The customers' way to files. Whatever comes out goes as an attachment that no browser runs or
// keeps. Any thread; all that it is given must outlive it.
class FileDoor
{
public:
    FileDoor(CorePort &core, FileIntake &intake, const OriginPolicy &origins)
        : m_core(core), m_intake(intake), m_origins(origins)
    {
    }

    // Of a page that may use the chat.
    void handle(std::shared_ptr<HttpExchange> exchange, FileCall call);
    // POST /genesys/2/chat-ntf
    void addRoutes(Router &router);

private:
    using Exchange = std::shared_ptr<HttpExchange>;

    void handleByKey(Exchange exchange);
    void perform(const Exchange &exchange, const FileCall &call, UploadForm form);
    void upload(const Exchange &exchange, const FileCall &call, UploadForm form);
    void download(const Exchange &exchange, const FileCall &call, const Form &fields);
    template <class Request>
    void ask(const Exchange &exchange, Request request);
    void reply(const Exchange &exchange, const std::string &secureKey,
               Result<protocol::CustomerReply> reply);
    void respond(const Exchange &exchange, HttpResponse response);

    CorePort &m_core;
    FileIntake &m_intake;
    const OriginPolicy &m_origins;
    std::shared_ptr<std::atomic<int>> m_downloads = std::make_shared<std::atomic<int>>(0);
};

} // namespace tandem::gateway
