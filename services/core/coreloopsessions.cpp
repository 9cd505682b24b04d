// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, coming back, and requests that carry a password: what passes by the worker.
#include "core/coreloop.h"

#include "base/hash.h"
#include "core/sessionrequests.h"
#include "domain/limits.h"

namespace tandem {

namespace {

Caller callerOf(const SessionOpened &session)
{
    Roles roles;
    for (const Role role : session.roles)
        roles.add(role);
    return {Caller::Kind::Agent, session.sessionId, session.agentId, roles};
}

// Where the password stands in a request that has one, else null.
std::string *passwordOf(AnyValue &params)
{
    if (auto *adding = params.find<protocol::AdminAddUser>())
        return &adding->password;
    auto *setting = params.find<protocol::AdminSetPassword>();
    return setting ? &setting->password : nullptr;
}

} // namespace

void CoreLoop::openSession(SessionOpen request, std::shared_ptr<FactSink> sink,
                           Answer<Login> answer)
{
    const auto token = m_random.secret(32);
    const auto tokenHash = sha256Hex(token);
    request.tokenHash = tokenHash;
    ask<SessionOpen>(
        Caller::system(), std::move(request),
        [this, token, tokenHash, sink = std::move(sink),
         answer = std::move(answer)](Result<SessionOpened> opened) {
            if (!opened) {
                answer(std::unexpected(opened.error()));
                return;
            }
            m_streams.open(opened->agentId, opened->sessionId, tokenHash, sink);
            answer(Login{callerOf(*opened),
                         {token, std::move(opened->agent), std::move(opened->notReadyReasons),
                          std::move(opened->dispositions), 0, std::move(opened->snapshot)}});
        });
}

void CoreLoop::login(const protocol::SessionLogin &login, std::string address,
                     std::shared_ptr<FactSink> sink, Answer<Login> answer)
{
    if (auto allowed = m_authenticator.mayTry(login.user, address); !allowed) {
        answer(std::unexpected(allowed.error()));
        return;
    }
    ask<CredentialsOf>(Caller::system(), {login.user},
                       [this, login, address = std::move(address), sink = std::move(sink),
                        answer = std::move(answer)](Result<CredentialsReply> found) mutable {
                           if (!found) {
                               answer(std::unexpected(found.error()));
                               return;
                           }
                           const auto agent = found->agentId;
                           const auto hash = found->passwordHash;
                           const bool taken = m_authenticator.verify(
                               login.user, address, hash, login.password,
                               [this, open = SessionOpen{agent, hash, {}, login.place}, sink,
                                answer](Result<bool> matches) {
                                   if (!matches)
                                       answer(std::unexpected(matches.error()));
                                   else if (*matches)
                                       openSession(open, sink, answer);
                                   else
                                       answer(failure(Reason::BadCredentials,
                                                      "The user or the password is not right."));
                               });
                           if (!taken)
                               answer(busy());
                       });
}

void CoreLoop::resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                      Answer<Resumed> answer)
{
    const auto tokenHash = sha256Hex(resume.sessionToken);
    m_streams.displace(tokenHash);
    ask<SessionReconnect>(Caller::system(), {tokenHash},
                          [this, tokenHash, lastSeq = resume.lastSeq, sink = std::move(sink),
                           answer = std::move(answer)](Result<SessionOpened> opened) {
                              if (!opened) {
                                  answer(std::unexpected(opened.error()));
                                  return;
                              }
                              const auto attach = [&](FactStreams::Attached attached) {
                                  protocol::ResumeReply reply;
                                  reply.replayed = attached.replayed;
                                  reply.seq = attached.seq;
                                  if (!attached.replayed)
                                      reply.snapshot = std::move(opened->snapshot);
                                  reply.agent = std::move(opened->agent);
                                  reply.notReadyReasons = std::move(opened->notReadyReasons);
                                  reply.dispositions = std::move(opened->dispositions);
                                  answer(Resumed{callerOf(*opened), std::move(reply)});
                              };
                              m_streams.resume(opened->agentId, opened->sessionId, tokenHash, sink,
                                               lastSeq, attach);
                          });
}

void CoreLoop::detach(SessionId session, const FactSink *sink)
{
    if (m_streams.detach(session, sink))
        ask<SessionDisconnect>(Caller::system(), {session}, [](const auto &) {});
}

void CoreLoop::askWithHash(const Caller &caller, const protocol::RequestType &type, AnyValue params,
                           Answer<AnyValue> answer)
{
    if (auto permitted = Engine::checkPolicy(caller, type); !permitted) {
        answer(std::unexpected(permitted.error()));
        return;
    }
    const auto *given = passwordOf(params);
    const auto password = given ? *given : std::string();
    if (password.size() < 8 || password.size() > limits::password) {
        answer(failure(Reason::InvalidParams,
                       "A password has 8 to 1024 characters; choose a longer one.", "password"));
        return;
    }
    const bool taken = m_authenticator.hash(
        password, [this, caller, &type, params, answer](std::string hash) mutable {
            if (auto *place = passwordOf(params))
                *place = std::move(hash);
            enqueue({caller, &type, std::move(params), std::move(answer)});
        });
    if (!taken)
        answer(busy());
}

} // namespace tandem
