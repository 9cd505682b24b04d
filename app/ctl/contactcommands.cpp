// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/contactcommands.h"

#include "ctl/asking.h"
#include "ctl/jsontext.h"

namespace tandem::ctl {

namespace {

// Whose interactions; `interactions` begin at that word.
template <class R>
Result<R> chosen(const Options &options, std::size_t interactions)
{
    R params;
    if (!options.email.empty())
        params.emailAddress = options.email;
    if (!options.contactKey.empty())
        params.contactKey = options.contactKey;
    for (auto i = interactions; i < options.words.size(); ++i) {
        const auto id = InteractionId::fromText(options.words[i]);
        if (!id)
            return failure(Reason::InvalidParams,
                           "\"" + options.words[i] + "\" is no id of an interaction.");
        params.interactionIds.push_back(*id);
    }
    if (!params.emailAddress && !params.contactKey && params.interactionIds.empty()) {
        return failure(Reason::InvalidParams,
                       "Say whose: --email ADDRESS, --contact-key KEY, or interactions.");
    }
    if (options.reason.empty())
        return failure(Reason::InvalidParams, "Say why: --reason TEXT.", "reason");
    params.reason = options.reason;
    return params;
}

Command exportTo(const std::string &file, protocol::PrivacyExport params)
{
    return {false, [=](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(params, [=](Result<protocol::ContactDocument> reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    const auto text = indented(json::toText(*reply));
                    if (file == "-")
                        return done(text);
                    if (const auto written = writeFile(file, text); !written)
                        return done(std::unexpected(written.error()));
                    done(std::to_string(reply->interactions.size()) + " interactions are in " + file
                         + ".\n");
                });
            }};
}

} // namespace

std::optional<Result<Command>> contactCommand(const Options &options)
{
    const auto &words = options.words;
    if (words.size() >= 3 && words[0] == "contact" && words[1] == "export") {
        auto params = chosen<protocol::PrivacyExport>(options, 3);
        if (!params)
            return std::unexpected(params.error());
        return exportTo(words[2], std::move(*params));
    }
    if (words.size() >= 2 && words[0] == "contact" && words[1] == "erase") {
        auto params = chosen<protocol::PrivacyErase>(options, 2);
        if (!params)
            return std::unexpected(params.error());
        return asking(std::move(*params), options.json);
    }
    return std::nullopt;
}

} // namespace tandem::ctl
