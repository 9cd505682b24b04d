// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capturepoint.h"

#include "base/clock.h"
#include "capture/mediasubmission.h"
#include "gateway/chatfault.h"
#include "gateway/kvlist.h"
#include "gateway/mediafields.h"

#include <array>

namespace tandem::gateway {

using namespace protocol;

namespace {

SoapFault faultOf(const Error &error)
{
    if (mayPassWithTime(error.reason)) {
        return {SoapFault::Code::Server, "The service is not available; try again",
                static_cast<int>(CaptureError::Unavailable), error.message};
    }
    switch (error.reason) {
    case Reason::NotFound:
        if (error.field.empty() || error.field == "interactionId" || error.field == "externalId")
            return clientFault(CaptureError::UnknownInteraction, error.message);
        return clientFault(CaptureError::InvalidValue, error.message);
    case Reason::WrongState:
    case Reason::Conflict: return clientFault(CaptureError::WrongState, error.message);
    default: return clientFault(CaptureError::InvalidValue, error.message);
    }
}

void refuse(SoapVersion version, const SoapFault &fault, const CapturePoint::Done &done)
{
    done(soapResponse(version, fault));
}

// Answers with what `write` makes of the core's reply.
template <class Reply>
CorePort::Answer<Reply> soapAnswering(SoapVersion version, CapturePoint::Done done,
                                      std::string (*write)(const Reply &))
{
    return [version, done = std::move(done), write](Result<Reply> reply) {
        if (reply)
            done(soapResponse(version, write(*reply)));
        else
            refuse(version, faultOf(reply.error()), done);
    };
}

std::string emptyReply(const Interaction &) { return "<ixn:RequestResponse/>"; }

std::string submittedReply(const SubmitReply &reply)
{
    std::string out = "<ixn:RequestResponse>";
    writeList(out, "Extension", {{"InteractionId", reply.interactionId.text()}});
    return out + "</ixn:RequestResponse>";
}

std::string infoReply(const Interaction &interaction)
{
    Data properties{{"InteractionId", interaction.id.text()},
                    {"MediaType", interaction.mediaType},
                    {"InteractionType", interaction.type},
                    {"InteractionState", std::string(nameOf(interaction.state))},
                    {"Queue", interaction.queueId},
                    {"Priority", std::to_string(interaction.priority)},
                    {"IsHeld", interaction.held.value_or(false) ? "1" : "0"},
                    {"Subject", interaction.subject},
                    {"SubmittedAt", toIso(interaction.createdAt)},
                    {"PlacedInQueueAt", toIso(interaction.queuedAt)}};
    if (interaction.externalId)
        properties["ExternalId"] = *interaction.externalId;
    if (interaction.parentId)
        properties["ParentInteractionId"] = interaction.parentId->text();
    if (interaction.doneAt)
        properties["CompletedAt"] = toIso(*interaction.doneAt);
    std::string out = "<ixn:GetInfoResponse>";
    writeList(out, "InteractionProperties", properties, "UserData", interaction.attachedData);
    return out + "</ixn:GetInfoResponse>";
}

// Elements that would promise what is not done.
std::optional<SoapFault> unknownPlace(const XmlElement &operation)
{
    for (const char *name : {"Workbin", "WorkbinAgentId", "WorkbinAgentGroupId", "WorkbinPlaceId",
                             "WorkbinPlaceGroupId"}) {
        if (operation.value(name)) {
            return clientFault(CaptureError::InvalidValue,
                               std::string(name) + ": name a Queue; workbins are for agents.");
        }
    }
    if (operation.value("InteractionId")) {
        return clientFault(CaptureError::InvalidValue,
                           "InteractionId is given by the server; use ExternalId for your own.");
    }
    return std::nullopt;
}

std::expected<bool, SoapFault> truthOf(const XmlElement &operation, std::string_view name)
{
    const auto text = operation.value(name);
    if (!text || *text == "false" || *text == "0")
        return false;
    if (*text == "true" || *text == "1")
        return true;
    return std::unexpected(
        clientFault(CaptureError::InvalidValue, std::string(name) + " is true or false."));
}

std::expected<MediaRef, SoapFault> refFrom(const XmlElement &operation)
{
    MediaRef ref;
    if (const auto id = operation.value("InteractionId")) {
        ref.interactionId = InteractionId::fromText(*id).value_or(InteractionId{});
        return ref;
    }
    ref.externalId = operation.value("ExternalId");
    ref.mediaType = operation.value("MediaType");
    if (!ref.externalId) {
        return std::unexpected(
            clientFault(CaptureError::MissingValue, "Missing InteractionId or ExternalId"));
    }
    return ref;
}

std::optional<std::string> reasonFrom(const XmlElement &operation)
{
    if (auto name = operation.value("ReasonSystemName"))
        return name;
    return operation.value("ReasonDescription");
}

} // namespace

void CapturePoint::submit(const std::string &name, const SoapRequest &request, Done done)
{
    const auto &operation = request.operation;
    const auto refused = [&](const SoapFault &fault) { refuse(request.version, fault, done); };
    if (const auto fault = unknownPlace(operation))
        return refused(*fault);
    auto data = dataFrom(operation.child("UserData"));
    if (!data)
        return refused(data.error());
    const auto isHeld = truthOf(operation, "Hold");
    if (!isHeld)
        return refused(isHeld.error());
    MediaSubmit submit;
    auto &values = submit.values;
    values.mediaType = operation.value("MediaType").value_or("");
    if (values.mediaType.empty())
        return refused(clientFault(CaptureError::MissingValue, "Missing MediaType"));
    values.queueId = operation.value("Queue").value_or(name);
    const auto externalId = operation.value("ExternalId");
    values.externalId = externalId ? *externalId : randomExternalId(m_random);
    values.type = interactionTypeFrom(operation.value("InteractionType"));
    if (auto subtype = operation.value("InteractionSubtype"))
        data->try_emplace(std::string(subtypeKey), *std::move(subtype));
    if (const auto subject = data->find("Subject"); subject != data->end())
        values.subject = subject->second;
    if (const auto parent = operation.value("ParentInteractionId"))
        values.parentId = InteractionId::fromText(*parent).value_or(InteractionId{});
    values.attachedData = *std::move(data);
    submit.isHeld = *isHeld;
    submitMedia(m_core, std::move(submit),
                soapAnswering<SubmitReply>(request.version, std::move(done), submittedReply));
}

void CapturePoint::update(const SoapRequest &request, MediaRef ref, Done done)
{
    const auto &operation = request.operation;
    auto changed = dataFrom(operation.child("Changed"));
    const auto deleted = dataFrom(operation.child("Deleted"));
    if (!changed || !deleted)
        return refuse(request.version, changed ? deleted.error() : changed.error(), done);
    MediaUpdate update{ref, *std::move(changed), {}, {}};
    for (const auto &[key, text] : *deleted)
        update.remove.push_back(key);
    auto answer = soapAnswering<Interaction>(request.version, done, emptyReply);
    const auto queue = operation.value("Queue");
    if (!queue)
        return m_core.ask(Caller::system(), std::move(update), std::move(answer));
    // Naming the queue that it is in already is no move.
    m_core.ask(Caller::system(), MediaFetch{std::move(ref)},
               [this, queue = *queue, version = request.version, done, update = std::move(update),
                answer = std::move(answer)](Result<Interaction> found) mutable {
                   if (!found)
                       return refuse(version, faultOf(found.error()), done);
                   if (found->queueId != queue) {
                       return refuse(version,
                                     clientFault(CaptureError::InvalidValue,
                                                 "Queue: Update moves nothing to another queue."),
                                     done);
                   }
                   m_core.ask(Caller::system(), std::move(update), std::move(answer));
               });
}

void CapturePoint::ping(const std::string &name, SoapVersion version, const Done &done)
{
    std::string out = "<ixn:PingResponse>";
    writeElement(out, "EventTime", toIso(SystemClock().now().utc));
    writeList(out, "PingInfo",
              {{"CapturePointName", name},
               {"Server", "Tandem " TANDEM_VERSION},
               {"State", m_core.canCommit() ? "ok" : "unavailable"}});
    done(soapResponse(version, out + "</ixn:PingResponse>"));
}

void CapturePoint::call(const std::string &name, const SoapRequest &request, Done done)
{
    const auto &operation = request.operation;
    const auto refused = [&](const SoapFault &fault) { refuse(request.version, fault, done); };
    static constexpr std::array<std::string_view, 7> known{"Submit", "Hold",    "Resume", "Stop",
                                                           "Update", "GetInfo", "Ping"};
    if (operation.space != captureSpace || std::ranges::find(known, operation.name) == known.end())
        return refused(clientFault(CaptureError::BadMessage,
                                   "There is no operation \"" + operation.name + "\"."));
    if (operation.name == "Ping")
        return ping(name, request.version, done);
    if (operation.name == "Submit")
        return submit(name, request, std::move(done));
    auto ref = refFrom(operation);
    if (!ref)
        return refused(ref.error());
    if (operation.name == "Update")
        return update(request, *std::move(ref), std::move(done));
    const auto caller = Caller::system();
    const auto version = request.version;
    if (operation.name == "GetInfo") {
        return m_core.ask(caller, MediaFetch{*std::move(ref)},
                          soapAnswering<Interaction>(version, std::move(done), infoReply));
    }
    auto answer = soapAnswering<Interaction>(version, std::move(done), emptyReply);
    if (operation.name == "Stop")
        return m_core.ask(caller, MediaStop{*std::move(ref), reasonFrom(operation)},
                          std::move(answer));
    m_core.ask(caller, MediaHold{*std::move(ref), operation.name == "Hold"}, std::move(answer));
}

} // namespace tandem::gateway
