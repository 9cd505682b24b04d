// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/contactdocument.h"

#include "domain/filename.h"

#include <algorithm>
#include <charconv>

namespace tandem {

namespace {

// Names of 255 bytes are too long for the file beside it that is written first.
constexpr std::size_t longestName = 160;

std::string valueOf(const protocol::StoredRow &row, const char *column)
{
    const auto found = row.values.find(column);
    return found == row.values.end() ? std::string() : found->second;
}

std::int64_t numberOf(const protocol::StoredRow &row, const char *column)
{
    const auto text = valueOf(row, column);
    std::int64_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::vector<ContactFile> filesOf(const protocol::ContactDocument &document)
{
    std::vector<ContactFile> files;
    for (const auto &interaction : document.interactions) {
        for (const auto &row : interaction.rows) {
            if (row.table != "chat_file")
                continue;
            ContactFile file;
            file.fileId = FileId(static_cast<std::uint64_t>(numberOf(row, "id")));
            file.interactionId = interaction.interactionId;
            file.name = valueOf(row, "name");
            file.type = valueOf(row, "type");
            file.size = numberOf(row, "size");
            file.sha256 = valueOf(row, "hash");
            // A state that a later server knows is one of a file to ask for.
            file.state =
                fromName<ContactFileState>(valueOf(row, "state")).value_or(ContactFileState::Kept);
            files.push_back(std::move(file));
        }
    }
    return files;
}

std::string nameInFolder(const ContactFile &file)
{
    return file.fileId.text() + '-' + safeFileName(file.name, longestName);
}

int countFiles(const ExportedContact &contact, ContactFileState state)
{
    return static_cast<int>(std::ranges::count(contact.files, state, &ContactFile::state));
}

} // namespace tandem
