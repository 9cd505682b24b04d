// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatroutes.h"

#include "gateway/chatapireply.h"
#include "gateway/chatfault.h"
#include "gateway/pathparts.h"

#include <array>

namespace tandem::gateway {

namespace {

constexpr std::string_view chatPrefix = "/genesys/2/chat/";
constexpr std::string_view chatMethods = "POST, OPTIONS";

constexpr std::array<std::pair<std::string_view, ChatOperation>, 12> chatOperations{{
    {"refresh", ChatOperation::Refresh},
    {"send", ChatOperation::Send},
    {"startTyping", ChatOperation::StartTyping},
    {"stopTyping", ChatOperation::StopTyping},
    {"disconnect", ChatOperation::Disconnect},
    {"updateData", ChatOperation::UpdateData},
    {"customNotice", ChatOperation::CustomNotice},
    {"pushUrl", ChatOperation::PushUrl},
    {"updateNickname", ChatOperation::UpdateNickname},
    {"readReceipt", ChatOperation::ReadReceipt},
    {"survey", ChatOperation::Survey},
    {"mailTranscript", ChatOperation::MailTranscript},
}};

// A fault of form: the HTTP status says so, the body is what clients of this API read.
HttpResponse formFault(int status, std::string advice)
{
    ChatOutcome outcome{
        std::unexpected(ChatFault{static_cast<int>(ChatCode::InvalidField), std::move(advice)}),
        {},
        {}};
    return jsonResponse(status, chatReplyJson(outcome));
}

void handle(std::shared_ptr<HttpExchange> exchange, ChatApi &api, FileDoor &files,
            const OriginPolicy &origins)
{
    const auto &request = exchange->request();
    constexpr auto credentials = OriginPolicy::Credentials::No;
    if (request.method == "OPTIONS")
        return exchange->respond(origins.preflight(request, chatMethods, credentials));
    const auto fail = [&](int status, std::string advice) {
        auto response = formFault(status, std::move(advice));
        origins.allow(request, response, credentials);
        exchange->respond(std::move(response));
    };
    if (!origins.isAllowed(request))
        return fail(403, "Pages of this origin may not use the chat.");
    if (auto call = fileCall(request.path))
        return files.handle(std::move(exchange), *std::move(call));
    auto path = chatPath(request.path);
    if (!path)
        return fail(404, "There is no such operation.");
    auto form = decodeForm(request);
    if (!form)
        return fail(form.error().reason == Reason::NotPermitted ? 415 : 400, form.error().message);

    ChatCall call{path->operation, std::move(path->service), std::move(path->chatId),
                  *std::move(form), request.address};
    api.call(std::move(call), [exchange, &origins](ChatOutcome outcome) {
        exchange->respondBy([exchange, &origins, outcome = std::move(outcome)] {
            auto response = chatResponse(outcome);
            origins.allow(exchange->request(), response, OriginPolicy::Credentials::No);
            return response;
        });
    });
}

} // namespace

std::optional<ChatPath> chatPath(std::string_view path)
{
    auto found = pathParts(path, chatPrefix);
    if (!found)
        return std::nullopt;
    auto &parts = *found;
    if (parts.size() == 1)
        return ChatPath{std::move(parts[0]), std::nullopt, ChatOperation::Start};
    if (parts.size() != 3)
        return std::nullopt;
    for (const auto &[name, operation] : chatOperations) {
        if (parts[2] == name)
            return ChatPath{std::move(parts[0]), std::move(parts[1]), operation};
    }
    return std::nullopt;
}

void addChatRoutes(Router &router, ChatApi &api, FileDoor &files, const OriginPolicy &origins)
{
    router.add(std::string(chatPrefix), std::string(chatMethods),
               [&api, &files, &origins](std::shared_ptr<HttpExchange> exchange) {
                   handle(std::move(exchange), api, files, origins);
               });
}

} // namespace tandem::gateway
