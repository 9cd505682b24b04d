// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/form.h"
#include "gateway/httpsyntax.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

std::unexpected<Error> malformed()
{
    return failure(Reason::InvalidParams, "The multipart form is not well formed.");
}

// RFC 2046 section 5.1.1.
bool isBoundary(std::string_view boundary)
{
    return !boundary.empty() && boundary.size() <= 70 && isFieldChar(boundary.back())
           && boundary.back() != ' ' && boundary.find_first_of("\t\r\n\"") == boundary.npos;
}

struct PartHead
{
    std::string name;
    std::string fileName;
    bool isFile = false;
};

// Content-Disposition alone counts (RFC 7578 section 4.2).
Result<PartHead> partHead(std::string_view head)
{
    PartHead result;
    bool found = false;
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const auto colon = line.find(':');
        if (colon == line.npos || !isToken(line.substr(0, colon)))
            return malformed();
        if (!equalIgnoringCase(line.substr(0, colon), "Content-Disposition"))
            continue;
        const auto value = trimmed(line.substr(colon + 1));
        if (found || !equalIgnoringCase(trimmed(value.substr(0, value.find(';'))), "form-data"))
            return malformed();
        found = true;
        result.name = fieldParameter(value, "name");
        result.fileName = fieldParameter(value, "filename");
        result.isFile = !result.fileName.empty() || !fieldParameter(value, "filename*").empty();
    }
    if (!found || result.name.empty())
        return malformed();
    return result;
}

// What browsers write for these three (HTML standard, "multipart/form-data encoding algorithm");
// and clients that know nothing of UTF-8.
std::string sentFileName(std::string name)
{
    for (const auto &[escape, sign] : {std::pair("%22", '"'), {"%0D", ' '}, {"%0A", ' '}}) {
        for (auto at = name.find(escape); at != name.npos; at = name.find(escape, at + 1))
            name.replace(at, 3, 1, sign);
    }
    if (!isUtf8(name))
        std::ranges::replace_if(
            name, [](char c) { return static_cast<unsigned char>(c) > 0x7F; }, '_');
    return name;
}

enum class Files { Refused, One };

Result<UploadForm> decodeParts(std::string_view body, std::string_view boundary, Files files)
{
    if (!isBoundary(boundary))
        return malformed();
    const auto delimiter = "--" + std::string(boundary);
    auto at = body.starts_with(delimiter) ? 0 : body.find("\r\n" + delimiter);
    if (at == body.npos)
        return malformed();
    at += (at == 0 && body.starts_with(delimiter) ? 0 : 2) + delimiter.size();
    UploadForm form;
    while (true) {
        body.remove_prefix(at);
        if (body.starts_with("--"))
            return form;
        if (!body.starts_with("\r\n"))
            return malformed();
        body.remove_prefix(2);
        const auto end = body.find("\r\n" + delimiter);
        const auto blank = body.find("\r\n\r\n");
        if (end == body.npos || blank == body.npos || blank > end)
            return malformed();
        const auto head = partHead(body.substr(0, blank));
        if (!head)
            return std::unexpected(head.error());
        // An empty part ends where its head does.
        const auto begin = std::min(blank + 4, end);
        auto content = std::string(body.substr(begin, end - begin));
        at = end + 2 + delimiter.size();
        if (files == Files::One && head->name == "file" && !form.file) {
            form.file = {sentFileName(head->fileName), std::move(content)};
            continue;
        }
        if (head->isFile || (files == Files::One && head->name == "file"))
            return failure(Reason::InvalidParams, files == Files::One
                                                      ? "One file is sent at a time."
                                                      : "Files are not accepted in this form.");
        auto added = addField(form.fields, head->name, std::move(content));
        if (!added)
            return std::unexpected(std::move(added.error()));
    }
}

} // namespace

Result<Form> decodeMultipart(std::string_view body, std::string_view boundary)
{
    auto form = decodeParts(body, boundary, Files::Refused);
    if (!form)
        return std::unexpected(std::move(form.error()));
    return std::move(form->fields);
}

Result<UploadForm> decodeUpload(std::string_view body, std::string_view boundary)
{
    return decodeParts(body, boundary, Files::One);
}

} // namespace tandem::gateway
