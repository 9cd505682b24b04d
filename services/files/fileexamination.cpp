// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileexamination.h"

#include "base/hash.h"
#include "files/contenttype.h"
#include "files/scanner.h"
#include "files/thumbnailer.h"

namespace tandem {

Result<ExaminedFile> examineFile(const FileSettings &settings, const std::string &name,
                                 const std::string &content, const std::atomic<bool> &stopping)
{
    ExaminedFile examined;
    auto type = contentType(name, content);
    if (!type)
        return std::unexpected(type.error());
    auto &facts = examined.content;
    facts.type = *std::move(type);
    facts.size = static_cast<std::int64_t>(content.size());
    if (!settings.clamav.empty()) {
        const auto found = scanContent(settings.clamav, content, stopping);
        if (!found)
            return std::unexpected(found.error());
        if (!found->empty())
            return failure(Reason::InvalidParams, *found, "unsafe");
        facts.scan = "clean";
    }
    facts.hash = sha256Hex(content);
    if (facts.type.starts_with("image/")) {
        auto thumbnail = makeThumbnail(settings.thumbnailProgram, content, stopping);
        if (!thumbnail.empty()) {
            facts.thumbnailHash = sha256Hex(thumbnail);
            examined.thumbnail = std::make_shared<const std::string>(std::move(thumbnail));
        }
    }
    return examined;
}

} // namespace tandem
