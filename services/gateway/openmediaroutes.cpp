// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openmediaroutes.h"

#include "capture/mediasubmission.h"
#include "gateway/chatfault.h"
#include "gateway/mediafields.h"
#include "gateway/pathparts.h"

#include <array>

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr std::string_view mediaPrefix = "/genesys/2/openmedia/";

enum class MediaOperation { Submit, Fetch, Update, Stop };
constexpr std::array<std::pair<std::string_view, MediaOperation>, 3> mediaOperations{
    {{"get", MediaOperation::Fetch},
     {"update", MediaOperation::Update},
     {"stop", MediaOperation::Stop}}};

struct MediaPath
{
    QueueId service;
    std::optional<std::string> interactionId;
    MediaOperation operation = MediaOperation::Submit;
};

std::optional<MediaPath> mediaPath(std::string_view path)
{
    auto parts = pathParts(path, mediaPrefix);
    if (!parts || parts->empty() || parts->size() > 3)
        return std::nullopt;
    MediaPath found;
    found.service = std::move(parts->front());
    if (parts->size() == 1)
        return found;
    if (parts->size() == 3)
        found.interactionId = std::move((*parts)[1]);
    for (const auto &[name, operation] : mediaOperations) {
        if (parts->back() == name) {
            found.operation = operation;
            return found;
        }
    }
    return std::nullopt;
}

HttpResponse mediaFault(int status, ChatCode code, const Error &error)
{
    std::string body = status == 503 ? R"({"statusCode":1,"errors":[{"code":)"
                                     : R"({"statusCode":2,"errors":[{"code":)";
    json::write(body, static_cast<int>(code));
    body += ",\"advice\":";
    json::write(body, error.message);
    if (!error.field.empty()) {
        body += ",\"field\":";
        json::write(body, error.field);
    }
    body += "}]}";
    auto response = jsonResponse(status, std::move(body));
    if (status == 503)
        response.set("Retry-After", "1");
    return response;
}

HttpResponse mediaFault(const Error &error)
{
    if (mayPassWithTime(error.reason))
        return mediaFault(503, ChatCode::ChatUnavailable, error);
    switch (error.reason) {
    case Reason::NotFound: return mediaFault(404, ChatCode::ChatUnavailable, error);
    case Reason::NotPermitted: return mediaFault(403, ChatCode::InvalidField, error);
    case Reason::WrongState:
    case Reason::Conflict: return mediaFault(409, ChatCode::InvalidField, error);
    default: return mediaFault(400, ChatCode::InvalidField, error);
    }
}

void addMember(std::string &out, std::string_view name, const auto &value)
{
    out += ",\"";
    out += name;
    out += "\":";
    json::write(out, value);
}

void maybe(std::string &out, std::string_view name, const auto &value)
{
    if (value)
        addMember(out, name, *value);
}

std::string mediaJson(const Interaction &interaction)
{
    std::string out = R"({"statusCode":0)";
    addMember(out, "interactionId", interaction.id);
    maybe(out, "externalId", interaction.externalId);
    addMember(out, "mediaType", interaction.mediaType);
    addMember(out, "interactionType", interaction.type);
    addMember(out, "state", interaction.state);
    addMember(out, "queue", interaction.queueId);
    addMember(out, "subject", interaction.subject);
    addMember(out, "contactName", interaction.contact.name);
    addMember(out, "priority", interaction.priority);
    addMember(out, "hold", interaction.held.value_or(false));
    addMember(out, "userData", interaction.attachedData);
    addMember(out, "createdAt", interaction.createdAt);
    maybe(out, "dueAt", interaction.dueAt);
    maybe(out, "acceptedAt", interaction.acceptedAt);
    maybe(out, "doneAt", interaction.doneAt);
    maybe(out, "disposition", interaction.disposition);
    maybe(out, "parentId", interaction.parentId);
    out += '}';
    return out;
}

// Answers an exchange with what the core says; `write` makes the JSON of a reply.
template <class Reply>
CorePort::Answer<Reply> answering(std::shared_ptr<HttpExchange> exchange,
                                  std::string (*write)(const Reply &))
{
    return [exchange = std::move(exchange), write](Result<Reply> reply) {
        exchange->respondBy([reply = std::move(reply), write] {
            return reply ? jsonResponse(200, write(*reply)) : mediaFault(reply.error());
        });
    };
}

std::string submittedJson(const SubmitReply &reply)
{
    std::string out = R"({"statusCode":0)";
    addMember(out, "interactionId", reply.interactionId);
    out += '}';
    return out;
}

void perform(const std::shared_ptr<HttpExchange> &exchange, const MediaPath &path, const Form &form,
             CorePort &core, Random &random)
{
    if (path.operation == MediaOperation::Submit) {
        auto submit = mediaSubmitFrom(path.service, form, random);
        if (!submit)
            return exchange->respond(mediaFault(submit.error()));
        return submitMedia(core, *std::move(submit),
                           answering<SubmitReply>(exchange, submittedJson));
    }
    auto ref = mediaRefFrom(path.interactionId, form);
    if (!ref)
        return exchange->respond(mediaFault(ref.error()));
    const auto caller = Caller::system();
    auto answer = answering<Interaction>(exchange, mediaJson);
    if (path.operation == MediaOperation::Update) {
        auto update = mediaUpdateFrom(*std::move(ref), form);
        if (!update)
            return exchange->respond(mediaFault(update.error()));
        return core.ask(caller, *std::move(update), std::move(answer));
    }
    if (path.operation == MediaOperation::Stop) {
        const auto reason = form.find("reason");
        return core.ask(caller,
                        MediaStop{*std::move(ref), reason == form.end()
                                                       ? std::nullopt
                                                       : std::optional(reason->second)},
                        std::move(answer));
    }
    core.ask(caller, MediaFetch{*std::move(ref)}, std::move(answer));
}

} // namespace

void addOpenMediaRoutes(Router &router, CorePort &core, const CaptureAccess &access, Random &random)
{
    router.add(std::string(mediaPrefix), "POST",
               [&core, &access, &random](std::shared_ptr<HttpExchange> exchange) {
                   const auto &request = exchange->request();
                   if (auto refusal = access.refusal(request))
                       return exchange->respond(*std::move(refusal));
                   const auto path = mediaPath(request.path);
                   if (!path) {
                       return exchange->respond(
                           mediaFault({Reason::NotFound, "There is no such operation.", {}}));
                   }
                   const auto form = decodeForm(request);
                   if (form)
                       return perform(exchange, *path, *form, core, random);
                   const bool isOtherType = form.error().reason == Reason::NotPermitted;
                   exchange->respond(
                       mediaFault(isOtherType ? 415 : 400, ChatCode::InvalidField, form.error()));
               });
}

} // namespace tandem::gateway
