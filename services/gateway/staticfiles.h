// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/httpmessage.h"
#include "gateway/router.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace tandem::gateway {

// Pages and scripts that the server gives away. All are read once and kept in memory, so that a
// path is only ever compared with known ones and never reaches the file system. Filled before the
// first request; then any thread.
class StaticFiles
{
public:
    // `path` as it is asked for ("/demo/index.html"); the kind of content goes by its ending.
    // Large ones are kept compressed as well.
    void add(std::string path, std::string content);
    // All files of known kinds below a folder (5 MiB each at most); returns how many. An
    // index.html stands for its folder too.
    std::size_t addFolder(const std::string &prefix, const std::filesystem::path &folder);

    // For GET and HEAD: the file, 304 where the client has it (RFC 9110 section 13), or 404.
    HttpResponse answer(const HttpRequest &request) const;

private:
    struct File
    {
        std::string type;
        std::string etag;
        std::shared_ptr<const std::string> content;
        std::shared_ptr<const std::string> compressed; // gzip; null: not worth it
    };

    std::map<std::string, File, std::less<>> m_files;
};

// GET /widget/tandem.js, and with `isDemo` /demo/ and / which leads there. `files` must outlive
// the router.
void addStaticRoutes(Router &router, const StaticFiles &files, bool isDemo);

} // namespace tandem::gateway
