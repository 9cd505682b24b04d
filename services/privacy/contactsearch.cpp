// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/contactsearch.h"

#include "base/hash.h"
#include "domain/limits.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace tandem {

namespace {

constexpr std::size_t mostInteractions = 1000;

constexpr Statement selectByKey{
    "SELECT id, state FROM interaction WHERE contact_key_hash = ? ORDER BY id"};
// The comparison itself is that of addresses, which neither store has.
constexpr Statement selectAddressed{"SELECT id, state, attached_data FROM interaction "
                                    "WHERE attached_data LIKE '%EmailAddress%' ORDER BY id"};
constexpr Statement countFiles{
    "SELECT count(*) FROM chat_file WHERE interaction_id = ? AND state = 'kept'"};
constexpr Statement selectById{"SELECT id, state FROM interaction WHERE id = ?"};

std::string folded(std::string text)
{
    for (auto &c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool isAddressed(const std::string &attachedData, const std::string &address)
{
    const auto data = json::fromText<protocol::Data>(attachedData);
    if (!data)
        return false;
    const auto found = data->find("EmailAddress");
    return found != data->end() && folded(found->second) == address;
}

// And whether each is done.
Result<std::map<InteractionId, bool>> contactsInteractions(Database &database,
                                                           const protocol::ContactChoice &contact)
{
    std::map<InteractionId, bool> found;
    const auto add = [&](const Row &row) {
        found[row.id<InteractionId>(0)] = row.text(1) == "done";
    };
    Result<void> read;
    if (const auto address = folded(contact.emailAddress.value_or("")); !address.empty()) {
        read = database.query(selectByKey, {sql(keyHash("mail:" + address))}, add);
        if (read) {
            read = database.query(selectAddressed, {}, [&](const Row &row) {
                if (isAddressed(row.text(2), address))
                    add(row);
            });
        }
    }
    if (read && !contact.contactKey.value_or("").empty())
        read = database.query(selectByKey, {sql(keyHash(*contact.contactKey))}, add);
    for (const auto id : contact.interactionIds) {
        if (read)
            read = database.query(selectById, {sql(id)}, add);
        if (read && !found.contains(id))
            return failure(Reason::NotFound, "There is no such interaction.", "interactionIds");
    }
    if (!read)
        return std::unexpected(read.error());
    return found;
}

} // namespace

Result<void> checkContact(const protocol::ContactChoice &contact, const std::string &reason)
{
    if (auto checked = checkContact(contact); !checked)
        return checked;
    if (reason.empty() || reason.size() > limits::shortText)
        return failure(Reason::InvalidParams, "A reason has 1 to 256 bytes.", "reason");
    return {};
}

Result<void> checkContact(const protocol::ContactChoice &contact)
{
    const bool isNamed = contact.emailAddress.value_or("").size()
                             + contact.contactKey.value_or("").size()
                             + contact.interactionIds.size()
                         > 0;
    if (!isNamed) {
        return failure(Reason::InvalidParams,
                       "Say whose: an e-mail address, a contact key or interactions.",
                       "emailAddress");
    }
    if (contact.interactionIds.size() > mostInteractions)
        return failure(Reason::InvalidParams, "At most 1,000 interactions.", "interactionIds");
    return {};
}

Result<std::vector<InteractionId>>
interactionsOf(Database &database, const protocol::ContactChoice &contact, bool mayBeOpen)
{
    const auto found = contactsInteractions(database, contact);
    if (!found)
        return std::unexpected(found.error());
    std::vector<InteractionId> ids;
    for (const auto &[id, isDone] : *found) {
        if (!isDone && !mayBeOpen) {
            return failure(Reason::WrongState,
                           "The interaction " + id.text()
                               + " of this contact is open; end it first.",
                           "interactionIds");
        }
        ids.push_back(id);
    }
    if (ids.size() > mostInteractions && mayBeOpen)
        return failure(Reason::InvalidParams, "These are more than 1,000 interactions.");
    return ids;
}

Result<protocol::PrivacyFindReply> countOf(Database &database,
                                           const protocol::ContactChoice &contact)
{
    const auto found = contactsInteractions(database, contact);
    if (!found)
        return std::unexpected(found.error());
    protocol::PrivacyFindReply reply;
    for (const auto &[id, isDone] : *found) {
        ++reply.interactions;
        reply.open += isDone ? 0 : 1;
        const auto read = database.query(countFiles, {sql(id)},
                                         [&](const Row &row) { reply.files += row.number(0); });
        if (!read)
            return std::unexpected(read.error());
    }
    return reply;
}

} // namespace tandem
