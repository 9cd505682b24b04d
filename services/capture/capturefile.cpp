// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/capturefile.h"

#include "base/hash.h"

#include <QString>

#include <set>

namespace tandem {

namespace {

// One object as it stands in a file.
struct CaptureEntry
{
    std::string mediaType;
    QueueId queueId;
    std::optional<std::string> externalId;
    std::optional<std::string> subject;
    protocol::Data attachedData;
    std::optional<std::string> contactName;
    std::optional<int> priority;
    std::optional<UtcTime> dueAt;
    std::optional<std::string> type;
    std::optional<InteractionId> parentId;
    std::optional<bool> held;
    std::optional<bool> overwrite;
};
BOOST_DESCRIBE_STRUCT(CaptureEntry, (),
                      (mediaType, queueId, externalId, subject, attachedData, contactName, priority,
                       dueAt, type, parentId, held, overwrite))

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t longestName = 200; // as a part of an externalId
constexpr std::size_t hashDigits = 16;

// A misspelt name would be left out without a word.
Result<void> checkNames(const json::Object &object)
{
    std::string known;
    std::set<std::string> names;
    boost::mp11::mp_for_each<json::Members<CaptureEntry>>([&](auto member) {
        known += (known.empty() ? "" : ", ") + std::string(member.name);
        names.insert(member.name);
    });
    for (const auto &[key, value] : object) {
        const std::string name(key);
        if (!names.contains(name)) {
            return failure(Reason::InvalidParams,
                           "\"" + name + "\" is not a known member; there are " + known + ".",
                           name);
        }
    }
    return {};
}

Result<CaptureEntry> entryFrom(const json::Value &value)
{
    const auto *object = value.if_object();
    if (!object)
        return failure(Reason::InvalidParams, "It must be an object, {\"mediaType\": ...}.");
    if (auto checked = checkNames(*object); !checked)
        return std::unexpected(std::move(checked.error()));
    return json::fromValue<CaptureEntry>(value);
}

std::string externalIdOf(const std::string &name, std::string_view text)
{
    const auto hash = sha256Hex(text).substr(0, hashDigits);
    const bool isUsable =
        name.size() <= longestName && QString::fromStdString(name).toStdString() == name; // UTF-8
    return (isUsable ? name : std::string("file")) + '#' + hash;
}

protocol::MediaSubmit submitFrom(CaptureEntry entry, std::string externalId)
{
    protocol::MediaSubmit submit;
    submit.values = {std::move(entry.mediaType),
                     std::move(entry.queueId),
                     std::move(externalId),
                     std::move(entry.subject),
                     std::move(entry.attachedData),
                     std::move(entry.contactName),
                     entry.priority,
                     entry.dueAt,
                     std::move(entry.type),
                     entry.parentId};
    submit.isHeld = entry.held.value_or(false);
    submit.overwrite = entry.overwrite.value_or(false);
    return submit;
}

std::unexpected<Error> at(std::size_t number, Error error)
{
    error.message = "Entry " + std::to_string(number) + ": " + error.message;
    return std::unexpected(std::move(error));
}

Result<std::vector<protocol::MediaSubmit>> listFrom(const boost::json::array &list)
{
    if (list.empty())
        return failure(Reason::InvalidParams, "The list is empty.");
    std::vector<protocol::MediaSubmit> submissions;
    std::map<std::pair<std::string, std::string>, std::size_t> seen;
    for (const auto &value : list) {
        const auto number = submissions.size() + 1;
        auto entry = entryFrom(value);
        if (!entry)
            return at(number, std::move(entry.error()));
        if (!entry->externalId) {
            return at(number, {Reason::InvalidParams,
                               "\"externalId\" is missing; in a list each entry needs its own.",
                               "externalId"});
        }
        auto id = *entry->externalId;
        const auto [first, isNew] = seen.emplace(std::pair(entry->mediaType, id), number);
        if (!isNew) {
            return at(number,
                      {Reason::InvalidParams,
                       "It has the externalId of entry " + std::to_string(first->second) + ".",
                       "externalId"});
        }
        submissions.push_back(submitFrom(std::move(*entry), std::move(id)));
    }
    return submissions;
}

} // namespace

Result<std::vector<protocol::MediaSubmit>> readCaptureFile(const std::string &name,
                                                           std::string_view text)
{
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    const auto value = json::parse(text);
    if (!value)
        return std::unexpected(value.error());
    if (const auto *list = value->if_array())
        return listFrom(*list);
    auto entry = entryFrom(*value);
    if (!entry)
        return std::unexpected(std::move(entry.error()));
    auto id = entry->externalId ? *entry->externalId : externalIdOf(name, text);
    return std::vector{submitFrom(std::move(*entry), std::move(id))};
}

} // namespace tandem
