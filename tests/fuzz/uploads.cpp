// SPDX-License-Identifier: GPL-3.0-or-later
// Files that customers send: the form that brings one, its name, and what a virus scanner answers.
#include "domain/filename.h"
#include "files/scanner.h"
#include "gateway/form.h"
#include "gateway/httpsyntax.h"
#include "target.h"

#include <algorithm>

using namespace tandem;
using namespace tandem::gateway;
using tandem::fuzz::demand;

// The first line is the boundary.
static void fuzzUpload(std::string_view bytes)
{
    const auto [boundary, body] = fuzz::firstLine(bytes);
    const auto form = decodeUpload(body, boundary);
    if (!form) {
        demand(!form.error().message.empty(), "a refusal says why");
        return;
    }
    for (const auto &[name, value] : form->fields)
        demand(isUtf8(name) && isUtf8(value), "fields are UTF-8");
    if (!form->file)
        return;
    const auto &file = *form->file;
    demand(isUtf8(file.name), "the name of a file is UTF-8");
    demand(body.find(file.content) != body.npos, "what a file holds stands in the body");
    if (file.content.find("--b") != std::string::npos)
        return;
    const std::string begin = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\""
                              "\r\n\r\n";
    const auto again = decodeUpload(begin + file.content + "\r\n--b--\r\n", "b");
    demand(again && again->file && again->file->content == file.content,
           "a file that is written is read as the same");
}

static const tandem::fuzz::Registered registeredUpload("upload", fuzzUpload);

static void fuzzFilename(std::string_view bytes)
{
    if (!isUtf8(bytes))
        return;
    const auto name = safeFileName(bytes);
    demand(isUtf8(name), "a name stays UTF-8");
    demand(!name.empty() && name.size() <= 255, "a name has 1 to 255 bytes");
    demand(name.find_first_of("/\\:") == name.npos && name.front() != '.',
           "a name leads nowhere, and is not hidden");
    demand(std::ranges::none_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; }),
           "a name has no control characters");
    demand(safeFileName(name) == name, "a safe name is safe");
    const auto disposition = attachmentDisposition(bytes);
    demand(std::ranges::all_of(disposition, [](unsigned char c) { return c >= 0x20 && c < 0x7F; }),
           "what goes into a field is printable ASCII");
    demand(disposition.starts_with("attachment"), "it is saved, not shown");
}

static const tandem::fuzz::Registered registeredFilename("filename", fuzzFilename);

static void fuzzScan(std::string_view bytes)
{
    const auto found = scanResult(bytes);
    if (!found)
        return;
    demand(found->size() <= 200, "what was found is short");
    demand(std::ranges::all_of(*found, [](unsigned char c) { return c >= 0x20 && c < 0x7F; }),
           "what was found is printable ASCII");
    demand(found->empty() == (bytes.substr(0, bytes.find('\0')) == "stream: OK"),
           "only OK is nothing found");
}

static const tandem::fuzz::Registered registeredScan("scan", fuzzScan);
