// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sitechanging.h"

#include "ctl/asking.h"

namespace tandem::ctl {

Command changing(Deciding decide, const Options &options)
{
    return {false, [=, json = options.json, dryRun = options.dryRun](
                       ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(protocol::AdminSite{}, [=, &link](Result<protocol::SiteReply> site) {
                    if (!site)
                        return done(std::unexpected(site.error()));
                    auto apply = decide(site->document);
                    if (!apply)
                        return done(std::unexpected(apply.error()));
                    apply->version = site->version;
                    apply->dryRun = dryRun;
                    asking(std::move(*apply), json).run(link, {}, done);
                });
            }};
}

} // namespace tandem::ctl
