// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"

#include "base/platform/process.h"
#include "ctl/report.h"
#include "protocol/admin.h"

#include <QFile>

namespace tandem::ctl {

namespace {

using Words = std::vector<std::string>;

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

Command interactions(const Options &options)
{
    protocol::InteractionList params;
    params.scope = protocol::Scope::All;
    params.limit = 500;
    return askingPages<protocol::InteractionList>(
        params, options.json, [all = options.all](auto &list, auto &&page, auto &next) {
            for (auto &interaction : page.interactions) {
                if (all || interaction.state != InteractionState::Done)
                    list.interactions.push_back(std::move(interaction));
            }
            next.after = page.next;
            return page.next.has_value();
        });
}

Command transcript(const Options &options)
{
    protocol::ChatTranscript params;
    // An id of no known form names nothing; the server says so like of any other.
    params.interactionId = InteractionId::fromText(options.words[1]).value_or(InteractionId{});
    return askingPages<protocol::ChatTranscript>(
        params, options.json, [](auto &whole, auto &&page, auto &next) {
            const bool isLast = page.events.empty();
            whole.events.insert(whole.events.end(), page.events.begin(), page.events.end());
            whole.nextPosition = page.nextPosition;
            next.from = page.nextPosition;
            return !isLast;
        });
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

Command addUser(const Options &options)
{
    const auto &user = options.words[2];
    protocol::AdminAddUser params;
    params.user = user;
    params.displayName = options.displayName.empty() ? user : options.displayName;
    params.roles = options.roles;
    params.skills = options.skills;
    return askingWithPassword(std::move(params), options.json, "User " + user + " is added.");
}

Command setPassword(const Options &options)
{
    const auto &user = options.words[2];
    return askingWithPassword(protocol::AdminSetPassword{user, {}}, options.json,
                              "The password of " + user + " is set; its sessions have ended.");
}

Result<std::string> firstLine(const std::string &name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + name + ": " + file.errorString().toStdString());
    }
    auto line = file.readLine().toStdString();
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.pop_back();
    return line;
}

} // namespace

Result<std::string> passwordFrom(const std::string &file, const char *variable,
                                 const std::string &prompt, const std::string &repeatPrompt)
{
    Result<std::string> password;
    if (!file.empty())
        password = firstLine(file);
    else if (qEnvironmentVariableIsSet(variable))
        password = qEnvironmentVariable(variable).toStdString();
    else
        password = platform::readPassword(prompt);
    if (!password)
        return password;
    if (password->empty())
        return failure(Reason::InvalidParams, "A password may not be empty.");
    const bool wasAsked = file.empty() && !qEnvironmentVariableIsSet(variable);
    if (wasAsked && !repeatPrompt.empty() && platform::readPassword(repeatPrompt) != *password)
        return failure(Reason::InvalidParams, "The two passwords differ; nothing is changed.");
    return password;
}

Result<Command> commandOf(const Options &options)
{
    const auto &words = options.words;
    const auto is = [&](std::initializer_list<const char *> start, std::size_t count) {
        return words.size() == count && std::equal(start.begin(), start.end(), words.begin());
    };
    if (is({"status"}, 1))
        return asking(protocol::ServerStatus{}, options.json);
    if (is({"agents"}, 1))
        return asking(protocol::AgentList{}, options.json);
    if (is({"queues"}, 1))
        return asking(protocol::QueueList{}, options.json);
    if (is({"interactions"}, 1))
        return interactions(options);
    if (is({"transcript"}, 2))
        return transcript(options);
    if (is({"user", "add"}, 3))
        return addUser(options);
    if (is({"user", "password"}, 3))
        return setPassword(options);
    return failure(Reason::InvalidParams,
                   words.empty() ? "Say a command; tandemctl --help lists them."
                                 : "There is no such command, or it takes other arguments; "
                                   "tandemctl --help lists them.");
}

} // namespace tandem::ctl
