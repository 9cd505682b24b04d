// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "ctl/report.h"
#include "ctl/sitereport.h"
#include "ctl/strategyreport.h"
#include "ctl/transcriptreport.h"

#include <memory>

// Commands that ask for one thing, for page after page, or with a new password.
namespace tandem::ctl {

template <class Reply>
std::string shown(const Reply &reply, bool json)
{
    if (json)
        return json::toText(reply) + '\n';
    if constexpr (requires { report(reply); })
        return report(reply);
    else
        return {};
}

template <protocol::Request R>
Command asking(R params, bool json, std::string confirmation = {})
{
    return {false, [=](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(params, [=](Result<typename R::Reply> reply) {
                    if (!reply)
                        done(std::unexpected(reply.error()));
                    else if (!json && !confirmation.empty())
                        done(confirmation + '\n');
                    else
                        done(shown(*reply, json));
                });
            }};
}

// Asks for page after page until there is none, then shows them as one reply.
template <protocol::Request R>
class Pages : public std::enable_shared_from_this<Pages<R>>
{
public:
    using Reply = typename R::Reply;
    // Moves `page` to the end of `all`, and makes `params` those of the next page; false where
    // there is none.
    using Append = std::function<bool(Reply &all, Reply &&page, R &params)>;

    Pages(R params, bool json, Append append)
        : m_params(std::move(params)), m_json(json), m_append(std::move(append))
    {
    }

    void ask(ServiceLink &link, Command::Done done)
    {
        link.ask(m_params, [self = this->shared_from_this(), &link, done](Result<Reply> page) {
            if (!page)
                done(std::unexpected(page.error()));
            else if (self->m_append(self->m_all, std::move(*page), self->m_params))
                self->ask(link, done);
            else
                done(shown(self->m_all, self->m_json));
        });
    }

private:
    R m_params;
    bool m_json;
    Append m_append;
    Reply m_all;
};

template <protocol::Request R>
Command askingPages(R params, bool json, typename Pages<R>::Append append)
{
    auto pages = std::make_shared<Pages<R>>(std::move(params), json, std::move(append));
    return {false, [pages](ServiceLink &link, const std::string &, Command::Done done) {
                pages->ask(link, done);
            }};
}

template <protocol::Request R>
Command askingWithPassword(R params, bool json, std::string confirmation)
{
    return {true, [=](ServiceLink &link, const std::string &password, Command::Done done) {
                auto complete = params;
                complete.password = password;
                asking(std::move(complete), json, confirmation).run(link, {}, done);
            }};
}

} // namespace tandem::ctl
