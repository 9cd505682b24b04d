// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/filedoor.h"

#include "domain/filename.h"
#include "domain/limits.h"
#include "gateway/chatapireply.h"
#include "gateway/chatfault.h"
#include "gateway/chatfields.h"
#include "gateway/pathparts.h"

#include <array>

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr std::string_view chatsPrefix = "/genesys/2/chat/";
constexpr std::string_view byKeyPath = "/genesys/2/chat-ntf";
constexpr std::string_view fileMethods = "POST, OPTIONS";
constexpr int mostDownloads = 16; // in memory at once
constexpr auto fileCredentials = OriginPolicy::Credentials::No;

std::optional<FileOperation> operationNamed(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, FileOperation>, 5> names{
        {{"fileGetLimits", FileOperation::Limits},
         {"fileUpload", FileOperation::Upload},
         {"fileDownload", FileOperation::Download},
         {"fileThumbnail", FileOperation::Thumbnail},
         {"fileDelete", FileOperation::Delete}}};
    for (const auto &[known, operation] : names) {
        if (known == name)
            return operation;
    }
    return std::nullopt;
}

CustomerKey customerKey(const FileCall &call, const Form &fields)
{
    CustomerKey key;
    if (call.chatId)
        key.chatId = InteractionId::fromText(*call.chatId).value_or(InteractionId{});
    key.secureKey = field(fields, "secureKey");
    return key;
}

// Without one (or with 0) no events come with the answer, over either address.
std::optional<int> positionIn(const Form &fields)
{
    const auto position = numberField(fields, "transcriptPosition");
    return position && *position > 0 ? position : std::nullopt;
}

std::optional<ChatFault> uploadFault(const UploadForm &form)
{
    const auto fault = [](ChatCode code, std::string advice) {
        return ChatFault{static_cast<int>(code), std::move(advice), false, false};
    };
    if (!form.file)
        return fault(ChatCode::InvalidField, "There is no file in the form (part \"file\").");
    if (field(form.fields, "message").size() > limits::messageText)
        return fault(ChatCode::MessageTooLong, "The message is too long.");
    if (field(form.fields, "clientMessageId").size() > limits::shortText)
        return fault(ChatCode::InvalidField, "The clientMessageId is too long.");
    return dataFault(form.fields);
}

HttpResponse faultResponse(const ChatFault &fault, int status = 400)
{
    auto response = jsonResponse(fault.isTransient ? 503 : status,
                                 chatReplyJson({std::unexpected(fault), {}, {}}));
    if (fault.isTransient)
        response.set("Retry-After", "1");
    return response;
}

HttpResponse attachment(const CustomerFile &file)
{
    HttpResponse response;
    response.set("Content-Type", file.type);
    response.set("Content-Disposition", attachmentDisposition(file.fileName));
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Cache-Control", "private, no-store");
    response.set("Content-Security-Policy", "default-src 'none'; sandbox");
    response.set("Cross-Origin-Resource-Policy", "cross-origin");
    response.sharedBody = file.content;
    return response;
}

} // namespace

std::optional<FileCall> fileCall(std::string_view path)
{
    const auto parts = pathParts(path, chatsPrefix);
    if (!parts || parts->size() < 3 || parts->size() > 5 || (*parts)[2] != "file")
        return std::nullopt;
    FileCall call{FileOperation::Upload, (*parts)[1], {}};
    if (parts->size() == 3)
        return call;
    const auto &last = parts->back();
    if (parts->size() == 4) {
        call.operation = FileOperation::Limits;
        return last == "limits" ? std::optional(call) : std::nullopt;
    }
    call.fileId = (*parts)[3];
    for (const auto &[name, operation] : {std::pair("download", FileOperation::Download),
                                          {"thumbnail", FileOperation::Thumbnail},
                                          {"delete", FileOperation::Delete}}) {
        if (last == name) {
            call.operation = operation;
            return call;
        }
    }
    return std::nullopt;
}

bool takesFiles(std::string_view target)
{
    target = target.substr(0, target.find('?'));
    if (target == byKeyPath)
        return true;
    const auto call = fileCall(target);
    return call && call->operation == FileOperation::Upload;
}

void FileDoor::addRoutes(Router &router)
{
    router.add(std::string(byKeyPath), std::string(fileMethods), [this](Exchange exchange) {
        const auto &request = exchange->request();
        if (request.method == "OPTIONS") {
            return exchange->respond(
                m_origins.preflight(request, fileMethods, OriginPolicy::Credentials::No));
        }
        if (!m_origins.isAllowed(request)) {
            return respond(exchange, faultResponse({static_cast<int>(ChatCode::InvalidField),
                                                    "Pages of this origin may not use the chat."},
                                                   403));
        }
        handleByKey(std::move(exchange));
    });
}

void FileDoor::handleByKey(Exchange exchange)
{
    auto form = decodeUploadForm(exchange->request());
    if (!form) {
        const int status = form.error().reason == Reason::NotPermitted ? 415 : 400;
        return respond(exchange, faultResponse({static_cast<int>(ChatCode::InvalidField),
                                                form.error().message},
                                               status));
    }
    const auto operation = operationNamed(field(form->fields, "operation"));
    if (!operation) {
        return respond(exchange, faultResponse({static_cast<int>(ChatCode::InvalidField),
                                                "There is no such operation."}));
    }
    const FileCall call{*operation, std::nullopt, field(form->fields, "fileId")};
    perform(exchange, call, *std::move(form));
}

void FileDoor::handle(Exchange exchange, FileCall call)
{
    auto form = decodeUploadForm(exchange->request());
    if (!form) {
        const int status = form.error().reason == Reason::NotPermitted ? 415 : 400;
        return respond(exchange, faultResponse({static_cast<int>(ChatCode::InvalidField),
                                                form.error().message},
                                               status));
    }
    perform(exchange, call, *std::move(form));
}

void FileDoor::perform(const Exchange &exchange, const FileCall &call, UploadForm form)
{
    const auto key = customerKey(call, form.fields);
    const auto fileId = FileId::fromText(call.fileId).value_or(FileId{});
    switch (call.operation) {
    case FileOperation::Limits: return ask(exchange, CustomerFileLimits{key});
    case FileOperation::Delete:
        return ask(exchange, CustomerFileDelete{key, fileId, positionIn(form.fields)});
    case FileOperation::Upload: return upload(exchange, call, std::move(form));
    case FileOperation::Download:
    case FileOperation::Thumbnail: return download(exchange, call, form.fields);
    }
}

void FileDoor::upload(const Exchange &exchange, const FileCall &call, UploadForm form)
{
    if (const auto fault = uploadFault(form))
        return respond(exchange, faultResponse(*fault));
    CustomerUpload upload;
    upload.key = customerKey(call, form.fields);
    upload.name = std::move(form.file->name);
    upload.content = std::make_shared<const std::string>(std::move(form.file->content));
    upload.message = optionalField(form.fields, "message");
    upload.userData = userDataOf(form.fields);
    upload.position = positionIn(form.fields);
    upload.clientMessageId = optionalField(form.fields, "clientMessageId");
    auto secureKey = upload.key.secureKey;
    m_intake.upload(std::move(upload), [this, exchange, secureKey](Result<CustomerReply> answer) {
        reply(exchange, secureKey, std::move(answer));
    });
}

template <class Request>
void FileDoor::ask(const Exchange &exchange, Request request)
{
    auto secureKey = request.key.secureKey;
    m_core.ask(Caller::customer(), std::move(request),
               [this, exchange, secureKey](Result<CustomerReply> answer) {
                   reply(exchange, secureKey, std::move(answer));
               });
}

void FileDoor::reply(const Exchange &exchange, const std::string &secureKey,
                     Result<CustomerReply> answer)
{
    exchange->respondBy([this, exchange, secureKey, answer = std::move(answer)] {
        auto response = answer ? chatResponse({*answer, secureKey, {}})
                               : faultResponse(fileFault(answer.error()));
        m_origins.allow(exchange->request(), response, fileCredentials);
        return response;
    });
}

void FileDoor::download(const Exchange &exchange, const FileCall &call, const Form &fields)
{
    // Ends with the last who holds the content.
    const std::shared_ptr<void> slot(nullptr, [count = m_downloads](void *) { --*count; });
    if (++*m_downloads > mostDownloads)
        return respond(exchange, faultResponse(fileFault({Reason::Busy, {}, {}})));
    const auto part =
        call.operation == FileOperation::Thumbnail ? FilePart::Thumbnail : FilePart::Content;
    const auto fileId = FileId::fromText(call.fileId).value_or(FileId{});
    m_core.ask(Caller::customer(), CustomerFileRead{customerKey(call, fields), fileId, part},
               [this, exchange, slot](Result<CustomerFile> file) {
                   if (!file)
                       return respond(exchange, faultResponse(fileFault(file.error())));
                   const auto content = file->content;
                   file->content = std::shared_ptr<const std::string>(
                       content.get(), [content, slot](const std::string *) {});
                   respond(exchange, attachment(*file));
               });
}

void FileDoor::respond(const Exchange &exchange, HttpResponse response)
{
    m_origins.allow(exchange->request(), response, fileCredentials);
    exchange->respond(std::move(response));
}

} // namespace tandem::gateway
