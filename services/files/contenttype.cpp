// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/contenttype.h"

#include "base/log.h"
#include "domain/filename.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace tandem {

namespace {

// What libmagic may call a content of this ending, and what it is served as.
struct Family
{
    std::string_view ending;
    std::string_view type;
    std::vector<std::string_view> found; // "text/" at the end: all that begin so
};

const std::vector<Family> &families()
{
    static constexpr std::string_view zip = "application/zip";
    static constexpr std::string_view bytes = "application/octet-stream"; // OOXML, in some versions
    static constexpr std::string_view ole = "application/CDFV2";
    static constexpr std::string_view oleStorage = "application/x-ole-storage";
    static constexpr std::string_view word =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static constexpr std::string_view sheet =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";
    static constexpr std::string_view ods = "application/vnd.oasis.opendocument.spreadsheet";
    static const std::vector<Family> all{
        {"jpg", "image/jpeg", {"image/jpeg"}},
        {"jpeg", "image/jpeg", {"image/jpeg"}},
        {"png", "image/png", {"image/png"}},
        {"gif", "image/gif", {"image/gif"}},
        {"webp", "image/webp", {"image/webp"}},
        {"bmp", "image/bmp", {"image/bmp", "image/x-ms-bmp"}},
        {"pdf", "application/pdf", {"application/pdf"}},
        {"txt", "text/plain", {"text/", "application/json", "application/csv"}},
        {"csv", "text/csv", {"text/", "application/csv"}},
        {"doc", "application/msword", {"application/msword", ole, oleStorage}},
        {"xls", "application/vnd.ms-excel", {"application/vnd.ms-excel", ole, oleStorage}},
        {"docx", word, {word, zip, bytes}},
        {"xlsx", sheet, {sheet, zip, bytes}},
        {"odt", odt, {odt, zip}},
        {"ods", ods, {ods, zip}},
        {"zip", zip, {zip, word, sheet, odt, ods, bytes}}};
    return all;
}

struct CloseMagic
{
    void operator()(magic_t magic) const { magic_close(magic); }
};

// "application/octet-stream" where nobody knows; empty where libmagic does not work.
std::string foundType(std::string_view content)
{
    using Magic = std::unique_ptr<std::remove_pointer_t<magic_t>, CloseMagic>;
    thread_local const Magic magic = [] {
        Magic made(magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR));
        if (made && magic_load(made.get(), nullptr) != 0)
            made.reset();
        return made;
    }();
    const auto *type = magic ? magic_buffer(magic.get(), content.data(), content.size()) : nullptr;
    if (!type)
        logger("files").error("libmagic cannot tell what a file is");
    return type ? type : "";
}

bool isProgram(std::string_view type)
{
    static constexpr std::array<std::string_view, 12> programs{
        "dosexec",    "executable",  "sharedlib", "object",     "mach-binary",   "msi",
        "msdownload", "shellscript", "java",      "javascript", "msdos-program", "portable-exec"};
    return std::ranges::any_of(programs,
                               [&](std::string_view part) { return type.contains(part); });
}

bool isPage(std::string_view type)
{
    return type.contains("html") || type.contains("svg") || type.contains("xml");
}

// A picture that a browser might be talked into reading as a page.
bool holdsPage(std::string_view content)
{
    static constexpr std::size_t looked = 1024;
    std::string head(content.substr(0, looked));
    std::ranges::transform(head, head.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::ranges::any_of(
        std::array<std::string_view, 4>{"<script", "<html", "<svg", "<!doctype"},
        [&](std::string_view mark) { return head.contains(mark); });
}

bool fits(const Family &family, std::string_view type)
{
    return std::ranges::any_of(family.found, [&](std::string_view one) {
        return one.ends_with('/') ? type.starts_with(one) : type == one;
    });
}

std::unexpected<Error> disguised(const std::string &name)
{
    return failure(Reason::InvalidParams,
                   "The content of " + name + " is not what its name says; it is not accepted.",
                   "type");
}

} // namespace

Result<std::string> contentType(const std::string &name, std::string_view content)
{
    const auto found = foundType(content);
    if (found.empty())
        return failure(Reason::Busy, "The file cannot be examined at the moment.");
    if (isProgram(found) || isPage(found))
        return disguised(name);
    const auto ending = fileEnding(name);
    const auto family = std::ranges::find(families(), ending, &Family::ending);
    // An ending that only this company knows.
    if (family == families().end())
        return found;
    const bool isPacked = family->type.starts_with("application/vnd.o") || ending == "zip";
    const bool isPicture = family->type.starts_with("image/");
    if (!fits(*family, found) || (isPacked && !content.starts_with("PK"))
        || (isPicture && holdsPage(content)))
        return disguised(name);
    return std::string(family->type);
}

} // namespace tandem
