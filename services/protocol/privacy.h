// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/admin.h"
#include "protocol/transcript.h"

// What a company must be able to do for a contact who asks for it (GDPR, articles 15 and 17).
namespace tandem::protocol {

// One of these, or several: whose interactions. An address finds those whose attached data have it
// as EmailAddress, too. contactKey: what tells the contact again, "mail:someone@example.com".
struct ContactChoice
{
    std::optional<std::string> emailAddress;
    std::optional<std::string> contactKey;
    std::vector<InteractionId> interactionIds;

    bool operator==(const ContactChoice &) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactChoice, (), (emailAddress, contactKey, interactionIds))

// How much there is of it; open: of the interactions. files: that are kept.
struct PrivacyFindReply
{
    std::int64_t interactions = 0;
    std::int64_t open = 0;
    std::int64_t files = 0;

    bool operator==(const PrivacyFindReply &) const = default;
};
BOOST_DESCRIBE_STRUCT(PrivacyFindReply, (), (interactions, open, files))

// What an export or an erasure would be about; it tells nothing of what is in it.
struct PrivacyFind
{
    static constexpr std::string_view name = "privacy.find";
    static constexpr Policy policy = administrators;
    using Reply = PrivacyFindReply;

    std::optional<std::string> emailAddress;
    std::optional<std::string> contactKey;
    std::vector<InteractionId> interactionIds;
};
BOOST_DESCRIBE_STRUCT(PrivacyFind, (), (emailAddress, contactKey, interactionIds))

// A row of the store, as texts; what is null is left out.
struct StoredRow
{
    std::string table;
    Data values;

    bool operator==(const StoredRow &) const = default;
};
BOOST_DESCRIBE_STRUCT(StoredRow, (), (table, values))

struct ContactInteraction
{
    InteractionId interactionId;
    std::vector<StoredRow> rows;
    std::optional<TranscriptDocument> transcript;

    bool operator==(const ContactInteraction &) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactInteraction, (), (interactionId, rows, transcript))

struct ContactDocument
{
    int format = 1;
    std::vector<ContactInteraction> interactions;
};
BOOST_DESCRIBE_STRUCT(ContactDocument, (), (format, interactions))

// Everything that is kept of the contact's interactions, at most 1,000. reason: 1 to 256 bytes,
// kept for auditors.
struct PrivacyExport
{
    static constexpr std::string_view name = "privacy.export";
    static constexpr Policy policy = administrators;
    using Reply = ContactDocument;

    std::optional<std::string> emailAddress;
    std::optional<std::string> contactKey;
    std::vector<InteractionId> interactionIds;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PrivacyExport, (), (emailAddress, contactKey, interactionIds, reason))

struct PrivacyEraseReply
{
    std::vector<InteractionId> interactionIds; // that were erased
};
BOOST_DESCRIBE_STRUCT(PrivacyEraseReply, (), (interactionIds))

// Takes the contact out of what is kept: names, texts, data, keys. Figures stay. `wrong_state`
// where one of the interactions is open. The answer comes when nothing is left of it in the store's
// files.
struct PrivacyErase
{
    static constexpr std::string_view name = "privacy.erase";
    static constexpr Policy policy = administrators;
    using Reply = PrivacyEraseReply;

    std::optional<std::string> emailAddress;
    std::optional<std::string> contactKey;
    std::vector<InteractionId> interactionIds;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PrivacyErase, (), (emailAddress, contactKey, interactionIds, reason))

} // namespace tandem::protocol
