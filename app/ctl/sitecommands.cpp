// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sitecommands.h"

#include "ctl/asking.h"
#include "ctl/jsontext.h"
#include "ctl/strictjson.h"

#include <charconv>

namespace tandem::ctl {

namespace {

Command exportSite(const Options &options)
{
    const auto file = options.words.size() > 2 ? options.words[2] : std::string();
    return {false, [file, json = options.json](ServiceLink &link, const std::string &,
                                               Command::Done done) {
                link.ask(protocol::AdminSite{}, [=](Result<protocol::SiteReply> reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    const auto text = indented(json::toText(reply->document));
                    if (file.empty())
                        return done(json ? json::toText(*reply) + '\n' : text);
                    if (const auto written = writeFile(file, text); !written)
                        return done(std::unexpected(written.error()));
                    done("Version " + std::to_string(reply->version) + " is in " + file + ".\n");
                });
            }};
}

Result<Command> importSite(const Options &options)
{
    const auto value = readJson(options.words[2]);
    if (!value)
        return std::unexpected(value.error());
    if (auto known = checkMembers<protocol::SiteDocument>(*value); !known)
        return std::unexpected(known.error());
    auto document = json::fromValue<protocol::SiteDocument>(*value);
    if (!document)
        return std::unexpected(document.error());
    return asking(protocol::AdminImport{std::move(*document), options.dryRun}, options.json);
}

Command auditList(const Options &options)
{
    protocol::AdminAudit params;
    params.limit = options.limit.value_or(50);
    return asking(params, options.json);
}

std::optional<std::int64_t> numberFrom(const std::string &text)
{
    std::int64_t number = 0;
    const auto *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 1)
        return std::nullopt;
    return number;
}

Command auditEntry(std::int64_t id, bool json)
{
    return {false, [=](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(protocol::AdminAudit{id + 1, 1}, [=](Result<protocol::AuditReply> reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    if (reply->entries.empty() || reply->entries[0].auditId != id) {
                        return done(failure(Reason::NotFound,
                                            "The audit has no entry " + std::to_string(id) + '.'));
                    }
                    done(shown(reply->entries[0], json));
                });
            }};
}

} // namespace

std::optional<Result<Command>> siteCommand(const Options &options)
{
    const auto &words = options.words;
    const auto is = [&](const char *verb, std::size_t count) {
        return words.size() == count && words[0] == "site" && words[1] == verb;
    };
    if (is("export", 2) || is("export", 3))
        return exportSite(options);
    if (is("import", 3))
        return importSite(options);
    if (is("audit", 2))
        return auditList(options);
    if (!is("audit", 3) && !is("undo", 3))
        return std::nullopt;
    const auto id = numberFrom(words[2]);
    if (!id)
        return failure(Reason::InvalidParams, "An entry of the audit is named by its number.");
    if (is("audit", 3))
        return auditEntry(*id, options.json);
    return asking(protocol::AdminUndo{*id, options.dryRun}, options.json);
}

} // namespace tandem::ctl
