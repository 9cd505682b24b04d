// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/transcriptcommands.h"

#include "archive/signingkey.h"
#include "archive/verification.h"
#include "ctl/asking.h"
#include "ctl/jsontext.h"
#include "ctl/texttable.h"
#include "ctl/transcriptreport.h"

#include <QFile>

#include <charconv>
#include <iostream>

namespace tandem::ctl {

namespace {

using namespace protocol;

InteractionId idFrom(const std::string &text)
{
    // An id of no known form names nothing; the server says so like of any other.
    return InteractionId::fromText(text).value_or(InteractionId{});
}

bool isWhole(SealState state)
{
    return state == SealState::Sealed || state == SealState::Redacted || state == SealState::Erased;
}

bool isOffline(const Options &options)
{
    const auto &words = options.words;
    return words.size() == 3 && words[0] == "transcript" && words[1] == "verify"
           && (QFile::exists(QString::fromStdString(words[2]))
               || !InteractionId::fromText(words[2]));
}

Outcome wrongFile(const Error &error)
{
    failed(error);
    return Outcome::WrongUsage;
}

Result<std::vector<std::string>> trustedKeys(const std::string &name)
{
    if (name.empty())
        return {};
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       "Cannot read " + name + ": " + file.errorString().toStdString());
    }
    const std::string end = "-----END PUBLIC KEY-----";
    const auto text = file.readAll().toStdString();
    std::vector<std::string> keys;
    for (std::size_t at = 0;;) {
        const auto found = text.find(end, at);
        if (found == std::string::npos)
            break;
        keys.push_back(text.substr(at, found + end.size() - at) + '\n');
        if (keyIdOf(keys.back()).empty())
            return failure(Reason::InvalidParams, name + " holds a key that is not of Ed25519.");
        at = found + end.size();
    }
    if (keys.empty())
        return failure(Reason::InvalidParams, name + " holds no public key in PEM.");
    return keys;
}

Command exportTranscript(const Options &options)
{
    const auto file = options.words.size() > 3 ? options.words[3] : std::string();
    return {false,
            [=, id = options.words[2]](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(TranscriptExport{idFrom(id)}, [=](Result<TranscriptDocument> reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    const auto text = indented(json::toText(*reply));
                    if (file.empty())
                        return done(text);
                    if (const auto written = writeFile(file, text); !written)
                        return done(std::unexpected(written.error()));
                    done("The transcript is in " + file + ".\n");
                });
            }};
}

Result<Command> redact(const Options &options)
{
    TranscriptRedact params;
    params.interactionId = idFrom(options.words[2]);
    const auto &number = options.words[3];
    const auto *end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, params.index);
    if (read.ec != std::errc() || read.ptr != end)
        return failure(Reason::InvalidParams, "Say the event by its number, from 1.", "index");
    if (options.reason.empty())
        return failure(Reason::InvalidParams, "Say why: --reason TEXT.", "reason");
    params.from = options.from;
    params.length = options.length;
    params.reason = options.reason;
    return asking(params, options.json, "Event " + number + " is redacted.");
}

std::string lineOf(const std::string &id, const Result<TranscriptVerifyReply> &reply)
{
    if (!reply)
        return id + "  " + printable(reply.error().message) + '\n';
    std::string text;
    for (const auto &line : linesOf(*reply))
        text += id + "  " + line + '\n';
    return text;
}

// One after the other; what is not whole makes the whole command fail.
class VerifyAll : public std::enable_shared_from_this<VerifyAll>
{
public:
    void begin(ServiceLink &link, Command::Done done)
    {
        InteractionList params;
        params.scope = Scope::All;
        params.limit = 500;
        params.after = m_next;
        link.ask(params,
                 [self = shared_from_this(), &link, done](Result<InteractionListReply> page) {
                     if (!page)
                         return done(std::unexpected(page.error()));
                     for (const auto &one : page->interactions) {
                         if (one.state == InteractionState::Done && one.mediaType == "chat")
                             self->m_ids.push_back(one.id);
                     }
                     self->m_next = page->next;
                     self->verifyNext(link, done);
                 });
    }

private:
    void verifyNext(ServiceLink &link, const Command::Done &done)
    {
        if (m_ids.empty() && m_next)
            return begin(link, done);
        if (m_ids.empty())
            return end(done);
        const auto id = m_ids.back();
        m_ids.pop_back();
        link.ask(TranscriptVerify{id},
                 [self = shared_from_this(), &link, done, id](Result<TranscriptVerifyReply> reply) {
                     ++self->m_count;
                     if (!reply || !isWhole(reply->state)) {
                         ++self->m_failed;
                         std::cout << lineOf(id.text(), reply);
                     }
                     self->verifyNext(link, done);
                 });
    }
    void end(const Command::Done &done) const
    {
        if (m_failed > 0) {
            return done(failure(Reason::Conflict, std::to_string(m_failed) + " of "
                                                      + std::to_string(m_count)
                                                      + " transcripts are not proved whole."));
        }
        done("All " + std::to_string(m_count) + " transcripts are as they were sealed.\n");
    }

    std::vector<InteractionId> m_ids;
    std::optional<InteractionId> m_next;
    int m_count = 0;
    int m_failed = 0;
};

Command verifyAll()
{
    return {false, [](ServiceLink &link, const std::string &, Command::Done done) {
                std::make_shared<VerifyAll>()->begin(link, std::move(done));
            }};
}

Command verifyStored(const Options &options)
{
    const auto id = options.words[2];
    return {false,
            [id, json = options.json](ServiceLink &link, const std::string &, Command::Done done) {
                link.ask(TranscriptVerify{idFrom(id)}, [=](Result<TranscriptVerifyReply> reply) {
                    if (!reply)
                        return done(std::unexpected(reply.error()));
                    const auto text = json ? json::toText(*reply) + '\n' : lineOf(id, reply);
                    if (isWhole(reply->state))
                        return done(text);
                    std::cout << text;
                    done(failure(Reason::Conflict, "This transcript is not proved whole."));
                });
            }};
}

} // namespace

std::optional<Outcome> transcriptFileCommand(const Options &options)
{
    if (!isOffline(options))
        return std::nullopt;
    const auto value = readJson(options.words[2]);
    if (!value)
        return wrongFile(value.error());
    const auto document = json::fromValue<TranscriptDocument>(*value);
    if (!document)
        return wrongFile(document.error());
    const auto trusted = trustedKeys(options.keyFile);
    if (!trusted)
        return wrongFile(trusted.error());
    const auto reply = verify(*document, *trusted);
    if (options.json) {
        std::cout << json::toText(reply) << '\n';
    } else {
        for (const auto &line : linesOf(reply))
            std::cout << line << '\n';
    }
    return isWhole(reply.state) ? Outcome::Done : Outcome::Refused;
}

std::optional<Result<Command>> transcriptCommand(const Options &options)
{
    const auto &words = options.words;
    if (words.size() < 2 || words[0] != "transcript")
        return std::nullopt;
    if (words[1] == "keys" && words.size() == 2)
        return asking(TranscriptKeys{}, options.json);
    if (words[1] == "export" && (words.size() == 3 || words.size() == 4))
        return exportTranscript(options);
    if (words[1] == "verify" && words.size() == 2 && options.all)
        return verifyAll();
    if (words[1] == "verify" && words.size() == 3)
        return verifyStored(options);
    if (words[1] == "redact" && words.size() == 4)
        return redact(options);
    return std::nullopt;
}

} // namespace tandem::ctl
