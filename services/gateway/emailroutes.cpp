// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/emailroutes.h"

#include "capture/mediasubmission.h"
#include "domain/limits.h"
#include "gateway/chatapireply.h"
#include "gateway/chatfault.h"
#include "gateway/chatfields.h"
#include "gateway/mediafields.h"
#include "gateway/pathparts.h"

#include <array>

namespace tandem::gateway {

using namespace protocol;

namespace {

constexpr std::string_view emailPrefix = "/genesys/2/email/";
constexpr std::string_view emailMethods = "POST, OPTIONS";
constexpr std::string_view mailMedium = "mail";
constexpr auto withoutCookies = OriginPolicy::Credentials::No;

HttpResponse emailFault(int status, ChatCode code, std::string advice)
{
    const bool isTransient = status == 503;
    ChatOutcome outcome{
        std::unexpected(ChatFault{static_cast<int>(code), std::move(advice), isTransient, false}),
        {},
        {}};
    auto response = jsonResponse(status, chatReplyJson(outcome));
    if (isTransient)
        response.set("Retry-After", "1");
    return response;
}

HttpResponse emailFault(const Error &error)
{
    if (mayPassWithTime(error.reason))
        return emailFault(503, ChatCode::ChatUnavailable, error.message);
    // A service that is not there, or a company that takes no mail.
    const bool isUnavailable =
        error.reason == Reason::NotFound || error.field == "mediaType" || error.field == "queueId";
    return emailFault(error.reason == Reason::NotFound ? 404 : 400,
                      isUnavailable ? ChatCode::ChatUnavailable : ChatCode::InvalidField,
                      error.message);
}

struct Required
{
    std::string_view name;
    ChatCode code;
};
constexpr std::array<Required, 5> requiredOfEmail{{{"firstName", ChatCode::FirstNameRequired},
                                                   {"lastName", ChatCode::LastNameRequired},
                                                   {"subject", ChatCode::SubjectRequired},
                                                   {"fromAddress", ChatCode::EmailRequired},
                                                   {"text", ChatCode::TextRequired}}};

std::optional<HttpResponse> fieldsFault(const Form &form)
{
    for (const auto &[name, code] : requiredOfEmail) {
        if (isBlank(field(form, name)))
            return emailFault(400, code, "The field " + std::string(name) + " is required.");
    }
    if (!isEmailAddress(field(form, "fromAddress")))
        return emailFault(400, ChatCode::InvalidEmail, "The fromAddress is no e-mail address.");
    if (field(form, "text").size() > limits::dataValue)
        return emailFault(400, ChatCode::MessageTooLong, "The text is longer than 4 KiB.");
    return std::nullopt;
}

// Only what the customer may say: priority and the like are not for anybody to choose.
Form customersFields(const Form &form)
{
    Form fields;
    for (const auto &[name, value] : form) {
        if (name == "firstName" || name == "lastName" || name == "subject"
            || name.starts_with("userData["))
            fields.emplace(name, value);
    }
    fields["mediaType"] = mailMedium;
    fields["userData[EmailAddress]"] = field(form, "fromAddress");
    fields["userData[Text]"] = field(form, "text");
    return fields;
}

void handleEmail(const std::shared_ptr<HttpExchange> &exchange, CorePort &core,
                 const OriginPolicy &origins, Random &random)
{
    const auto &request = exchange->request();
    if (request.method == "OPTIONS")
        return exchange->respond(origins.preflight(request, emailMethods, withoutCookies));
    const auto answer = [exchange, &origins](HttpResponse response) {
        origins.allow(exchange->request(), response, withoutCookies);
        exchange->respond(std::move(response));
    };
    if (!origins.isAllowed(request)) {
        return answer(
            emailFault(403, ChatCode::InvalidField, "Pages of this origin may not send mail."));
    }
    const auto parts = pathParts(request.path, emailPrefix);
    if (!parts || parts->size() != 1)
        return answer(emailFault(404, ChatCode::ChatUnavailable, "There is no such service."));
    const auto form = decodeForm(request);
    if (!form) {
        return answer(emailFault(form.error().reason == Reason::NotPermitted ? 415 : 400,
                                 ChatCode::InvalidField, form.error().message));
    }
    if (auto fault = fieldsFault(*form))
        return answer(*std::move(fault));
    auto fields = customersFields(*form);
    auto submit = mediaSubmitFrom(parts->front(), fields, random);
    if (!submit)
        return answer(emailFault(submit.error()));
    submitMedia(core, *std::move(submit), [answer](const Result<SubmitReply> &reply) {
        if (!reply)
            return answer(emailFault(reply.error()));
        std::string body = R"({"statusCode":0,"interactionId":)";
        json::write(body, reply->interactionId);
        answer(jsonResponse(200, body + '}'));
    });
}

} // namespace

void addEmailRoutes(Router &router, CorePort &core, const OriginPolicy &origins, Random &random)
{
    router.add(std::string(emailPrefix), std::string(emailMethods),
               [&core, &origins, &random](const std::shared_ptr<HttpExchange> &exchange) {
                   handleEmail(exchange, core, origins, random);
               });
}

} // namespace tandem::gateway
