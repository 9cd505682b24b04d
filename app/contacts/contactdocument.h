// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/privacy.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is given to a contact who asks what is kept: a document, and the files that it names.
namespace tandem {

// Kept: in the store, and not asked for. Gone: it was, when the document was made, and was not any
// more. Damaged: what came was not what its hash says.
enum class ContactFileState { Exported, Kept, Arriving, Deleted, Expired, Gone, Damaged };
constexpr std::array<std::string_view, 7> namesOf(ContactFileState)
{
    return {"exported", "kept", "arriving", "deleted", "expired", "gone", "damaged"};
}

// A file of the contact's chats. file: its name in the folder, of those that are exported.
struct ContactFile
{
    FileId fileId;
    InteractionId interactionId;
    std::string name;
    std::string type;
    std::int64_t size = 0;
    std::string sha256;
    ContactFileState state = ContactFileState::Kept;
    std::optional<std::string> file;

    bool operator==(const ContactFile &) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactFile, (),
                      (fileId, interactionId, name, type, size, sha256, state, file))

struct ExportedContact : protocol::ContactDocument
{
    std::vector<ContactFile> files;
};
BOOST_DESCRIBE_STRUCT(ExportedContact, (protocol::ContactDocument), (files))

// The files that the rows of the document tell of.
std::vector<ContactFile> filesOf(const protocol::ContactDocument &document);
// The id, and the name as far as it is harmless and short enough: no two files have the same, on
// systems that tell no capitals apart, neither.
std::string nameInFolder(const ContactFile &file);
int countFiles(const ExportedContact &contact, ContactFileState state);

} // namespace tandem
