// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/mediafields.h"

#include "gateway/chatfields.h"
#include "gateway/httpsyntax.h"

namespace tandem::gateway {

using namespace protocol;

namespace {

std::unexpected<Error> wrong(std::string_view name, std::string_view wanted)
{
    return failure(Reason::InvalidParams,
                   "The field " + std::string(name) + " must be " + std::string(wanted) + '.',
                   std::string(name));
}

Result<std::optional<int>> numberOf(const Form &form, std::string_view name)
{
    if (!optionalField(form, name))
        return std::nullopt;
    const auto number = numberField(form, name);
    if (!number)
        return wrong(name, "a whole number");
    return number;
}

Result<bool> truthOf(const Form &form, std::string_view name)
{
    const auto text = lowered(field(form, name));
    if (text.empty() || text == "false" || text == "0")
        return false;
    if (text == "true" || text == "1")
        return true;
    return wrong(name, "true or false");
}

Result<std::optional<UtcTime>> timeOf(const Form &form, std::string_view name)
{
    const auto text = optionalField(form, name);
    if (!text)
        return std::nullopt;
    const auto time = fromIso(*text);
    if (!time)
        return wrong(name, "a time like 2026-01-31T09:05:00.000Z");
    return time;
}

std::optional<InteractionId> idFrom(const std::optional<std::string> &text)
{
    // One of no known form names nothing; it is answered like one that is not there.
    return text ? std::optional(InteractionId::fromText(*text).value_or(InteractionId{}))
                : std::nullopt;
}

std::vector<std::string> removedKeys(const Form &form)
{
    static constexpr std::string_view prefix = "removeData[";
    std::vector<std::string> keys;
    for (const auto &[name, value] : form) {
        if (name.size() > prefix.size() + 1 && name.starts_with(prefix) && name.ends_with(']'))
            keys.push_back(name.substr(prefix.size(), name.size() - prefix.size() - 1));
    }
    return keys;
}

} // namespace

std::optional<std::string> interactionTypeFrom(const std::optional<std::string> &text)
{
    if (!text)
        return std::nullopt;
    const auto plain = lowered(*text);
    const bool isKnown = plain == "inbound" || plain == "outbound" || plain == "internal";
    return isKnown ? plain : *text;
}

std::string randomExternalId(Random &random) { return "auto-" + random.secret(16); }

Result<MediaSubmit> mediaSubmitFrom(const QueueId &queueId, const Form &form, Random &random)
{
    const auto priority = numberOf(form, "priority");
    if (!priority)
        return std::unexpected(priority.error());
    const auto dueAt = timeOf(form, "dueAt");
    if (!dueAt)
        return std::unexpected(dueAt.error());
    const auto isHeld = truthOf(form, "hold");
    if (!isHeld)
        return std::unexpected(isHeld.error());
    const auto overwrite = truthOf(form, "allow_overwrite");
    if (!overwrite)
        return std::unexpected(overwrite.error());
    const auto externalId = optionalField(form, "externalId");
    auto contact = optionalField(form, "contactName").value_or(nicknameOf(form));
    MediaSubmit submit;
    auto &values = submit.values;
    values.mediaType = field(form, "mediaType");
    values.queueId = queueId;
    values.externalId = externalId ? *externalId : randomExternalId(random);
    values.subject = optionalField(form, "subject");
    values.attachedData = userDataOf(form);
    if (auto subtype = optionalField(form, "interactionSubType"))
        values.attachedData.try_emplace(std::string(subtypeKey), *std::move(subtype));
    if (!contact.empty())
        values.contactName = std::move(contact);
    values.priority = *priority;
    values.dueAt = *dueAt;
    values.type = interactionTypeFrom(optionalField(form, "interactionType"));
    values.parentId = idFrom(optionalField(form, "parentId"));
    submit.isHeld = *isHeld;
    submit.overwrite = *overwrite;
    if (values.mediaType.empty())
        return failure(Reason::InvalidParams, "The field mediaType is missing.", "mediaType");
    return submit;
}

Result<MediaRef> mediaRefFrom(const std::optional<std::string> &interactionId, const Form &form)
{
    MediaRef ref;
    ref.interactionId =
        idFrom(interactionId ? interactionId : optionalField(form, "interactionId"));
    if (ref.interactionId)
        return ref;
    ref.externalId = optionalField(form, "externalId");
    ref.mediaType = optionalField(form, "mediaType");
    if (!ref.externalId)
        return failure(Reason::InvalidParams, "Name the interaction: its id, or externalId.",
                       "externalId");
    return ref;
}

Result<MediaUpdate> mediaUpdateFrom(MediaRef ref, const Form &form)
{
    const auto priority = numberOf(form, "priority");
    if (!priority)
        return std::unexpected(priority.error());
    return MediaUpdate{std::move(ref), userDataOf(form), removedKeys(form), *priority};
}

} // namespace tandem::gateway
