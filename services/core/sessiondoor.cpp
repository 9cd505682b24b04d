// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sessiondoor.h"

#include "base/hash.h"

namespace tandem {

namespace {

Caller callerOf(const SessionOpened &session)
{
    Roles roles;
    for (const Role role : session.roles)
        roles.add(role);
    return {Caller::Kind::Agent, session.sessionId, session.agentId, roles};
}

} // namespace

void SessionDoor::open(SessionOpen request, std::shared_ptr<FactSink> sink,
                       CorePort::Answer<CorePort::Login> answer)
{
    const auto token = m_random.secret(32);
    const auto tokenHash = sha256Hex(token);
    request.tokenHash = tokenHash;
    m_core.ask<SessionOpen>(Caller::system(), std::move(request),
                            [this, token, tokenHash, sink = std::move(sink),
                             answer = std::move(answer)](Result<SessionOpened> opened) {
                                if (!opened) {
                                    answer(std::unexpected(opened.error()));
                                    return;
                                }
                                m_streams.open(opened->agentId, opened->sessionId, tokenHash, sink);
                                answer(CorePort::Login{callerOf(*opened),
                                                       {token, std::move(opened->agent),
                                                        std::move(opened->notReadyReasons),
                                                        std::move(opened->dispositions), 0,
                                                        std::move(opened->snapshot)}});
                            });
}

void SessionDoor::resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                         CorePort::Answer<CorePort::Resumed> answer)
{
    const auto tokenHash = sha256Hex(resume.sessionToken);
    m_streams.displace(tokenHash);
    m_core.ask<SessionReconnect>(
        Caller::system(), {tokenHash},
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
                answer(CorePort::Resumed{callerOf(*opened), std::move(reply)});
            };
            m_streams.resume(opened->agentId, opened->sessionId, tokenHash, sink, lastSeq, attach);
        });
}

void SessionDoor::detach(SessionId session, const FactSink *sink)
{
    if (m_streams.detach(session, sink))
        m_core.ask<SessionDisconnect>(Caller::system(), {session}, [](const auto &) {});
}

void SessionDoor::reconnectAll()
{
    for (const auto &tokenHash : m_streams.attachedTokens()) {
        m_core.ask<SessionReconnect>(
            Caller::system(), {tokenHash}, [this, tokenHash](const auto &found) {
                if (!found && found.error().reason == Reason::SessionExpired)
                    m_streams.displace(tokenHash);
            });
    }
}

} // namespace tandem
