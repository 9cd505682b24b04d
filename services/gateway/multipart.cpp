// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/form.h"
#include "gateway/httpsyntax.h"

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
        result.isFile = !fieldParameter(value, "filename").empty()
                        || !fieldParameter(value, "filename*").empty();
    }
    if (!found || result.name.empty())
        return malformed();
    return result;
}

} // namespace

Result<Form> decodeMultipart(std::string_view body, std::string_view boundary)
{
    if (!isBoundary(boundary))
        return malformed();
    const auto delimiter = "--" + std::string(boundary);
    auto at = body.starts_with(delimiter) ? 0 : body.find("\r\n" + delimiter);
    if (at == body.npos)
        return malformed();
    at += (at == 0 && body.starts_with(delimiter) ? 0 : 2) + delimiter.size();
    Form form;
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
        if (head->isFile)
            return failure(Reason::InvalidParams, "Files are not accepted in this form.");
        // An empty part ends where its head does.
        const auto begin = std::min(blank + 4, end);
        auto added = addField(form, head->name, std::string(body.substr(begin, end - begin)));
        if (!added)
            return std::unexpected(std::move(added.error()));
        at = end + 2 + delimiter.size();
    }
}

} // namespace tandem::gateway
