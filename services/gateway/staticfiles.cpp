// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/staticfiles.h"

#include "base/hash.h"
#include "gateway/compression.h"
#include "gateway/httpsyntax.h"

#include <array>
#include <fstream>
#include <iterator>

namespace tandem::gateway {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t maxFile = 5 * 1024 * 1024;
constexpr std::size_t worthCompressing = 1024;

struct Kind
{
    std::string_view ending;
    std::string_view type;
    bool isText;
};

constexpr std::array<Kind, 10> kinds{{
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".svg", "image/svg+xml", true},
    {".json", "application/json", true},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
    {".ico", "image/x-icon", false},
    {".woff2", "font/woff2", false},
}};

const Kind *kindOf(std::string_view path)
{
    for (const auto &kind : kinds) {
        if (path.ends_with(kind.ending))
            return &kind;
    }
    return nullptr;
}

// Nothing but what the page's own host serves, and no way to frame it or to run inline script.
constexpr std::string_view pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

// The weak comparison of RFC 9110 section 8.8.3.2, over the list of If-None-Match.
bool hasTag(std::string_view list, std::string_view etag)
{
    return trimmed(list) == "*" || listHas(list, etag) || listHas(list, "W/" + std::string(etag));
}

void protect(HttpResponse &response)
{
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "strict-origin-when-cross-origin");
    response.set("Content-Security-Policy", std::string(pagePolicy));
}

} // namespace

void StaticFiles::add(std::string path, std::string content)
{
    const auto *kind = kindOf(path);
    if (!kind)
        return;
    File file;
    file.type = kind->type;
    file.etag = '"' + sha256Hex(content).substr(0, 32) + '"';
    if (kind->isText && content.size() >= worthCompressing)
        file.compressed = std::make_shared<const std::string>(gzipped(content));
    file.content = std::make_shared<const std::string>(std::move(content));
    static constexpr std::string_view index = "/index.html";
    if (path.ends_with(index))
        m_files.insert_or_assign(path.substr(0, path.size() - index.size() + 1), file);
    m_files.insert_or_assign(std::move(path), std::move(file));
}

std::size_t StaticFiles::addFolder(const std::string &prefix, const fs::path &folder)
{
    std::size_t count = 0;
    std::error_code error;
    fs::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        const auto &entry = *entries;
        std::error_code unreadable;
        if (!entry.is_regular_file(unreadable) || entry.file_size(unreadable) > maxFile)
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string content{std::istreambuf_iterator<char>(stream), {}};
        if (!stream.good() && !stream.eof())
            continue;
        add(prefix + entry.path().lexically_relative(folder).generic_string(), std::move(content));
        ++count;
    }
    return count;
}

HttpResponse StaticFiles::answer(const HttpRequest &request) const
{
    const auto path = percentDecoded(request.path);
    const auto found = path ? m_files.find(*path) : m_files.end();
    if (found == m_files.end())
        return errorResponse(404, "not_found", "There is nothing at this address.");
    const auto &file = found->second;
    HttpResponse response;
    protect(response);
    response.set("ETag", file.etag);
    response.set("Cache-Control", "no-cache"); // kept, but asked after each time
    if (file.compressed)
        response.set("Vary", "Accept-Encoding");
    if (hasTag(request.field("If-None-Match"), file.etag)) {
        response.status = 304;
        return response;
    }
    response.set("Content-Type", file.type);
    response.sharedBody = file.content;
    if (file.compressed && acceptsGzip(request.field("Accept-Encoding"))) {
        response.set("Content-Encoding", "gzip");
        response.sharedBody = file.compressed;
    }
    return response;
}

void addStaticRoutes(Router &router, const StaticFiles &files, bool isDemo)
{
    static const std::string methods = "GET, HEAD";
    // Shops of other hosts load the widget; pages of the demo stay with their own.
    router.add("/widget/", methods, [&files](std::shared_ptr<HttpExchange> exchange) {
        auto response = files.answer(exchange->request());
        response.set("Access-Control-Allow-Origin", "*");
        response.set("Cross-Origin-Resource-Policy", "cross-origin");
        exchange->respond(std::move(response));
    });
    if (!isDemo)
        return;
    router.add("/demo/", methods, [&files](std::shared_ptr<HttpExchange> exchange) {
        exchange->respond(files.answer(exchange->request()));
    });
    const auto redirect = [](std::shared_ptr<HttpExchange> exchange) {
        HttpResponse response;
        response.status = 302;
        response.set("Location", "/demo/");
        protect(response);
        exchange->respond(std::move(response));
    };
    router.add("/", methods, redirect);
    router.add("/demo", methods, redirect);
}

} // namespace tandem::gateway
