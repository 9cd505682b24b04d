// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, and requests that carry a password: what passes by the workers.
#include "core/coreloop.h"

#include "domain/limits.h"

namespace tandem {

namespace {

// Where the password stands in a request that has one, else null.
std::string *passwordOf(AnyValue &params)
{
    if (auto *adding = params.find<protocol::AdminAddUser>())
        return &adding->password;
    auto *setting = params.find<protocol::AdminSetPassword>();
    return setting ? &setting->password : nullptr;
}

} // namespace

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
                                       m_door.open(open, sink, answer);
                                   else
                                       answer(failure(Reason::BadCredentials,
                                                      "The user or the password is not right."));
                               });
                           if (!taken)
                               answer(busy());
                       });
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
