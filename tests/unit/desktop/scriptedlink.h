// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"

#include <deque>

namespace tandem {

// A server that says what the test tells it to say. Requests wait until the test answers them.
class ScriptedLink final : public ServiceLink
{
public:
    struct Asked
    {
        std::string name;
        AnyValue params;
        Answer<AnyValue> done;
    };

    State state() const override { return m_state; }
    void signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done) override
    {
        m_login = login;
        m_welcome = std::move(done);
    }
    void resume(const std::string &token, Answer<protocol::Welcome> done) override
    {
        m_token = token;
        m_welcome = std::move(done);
    }
    void signOut() override { setState(State::SignedOut); }

    void welcomes(Result<protocol::Welcome> welcome)
    {
        m_state = welcome ? State::Connected : State::SignedOut;
        std::exchange(m_welcome, {})(std::move(welcome));
    }
    void setState(State state)
    {
        m_state = state;
        emit stateChanged(state);
    }
    void tells(const protocol::Fact &fact) { emit factArrived(fact); }
    // The socket breaks: all open requests are answered so.
    void breaks()
    {
        m_state = State::Reconnecting;
        emit stateChanged(m_state);
        auto open = std::exchange(m_asked, {});
        for (auto &asked : open) {
            if (asked.done)
                asked.done(failure(Reason::NotConnected, "lost"));
        }
    }
    void returns() { setState(State::Connected); }
    void sendsSnapshot(const protocol::Snapshot &snapshot) { emit snapshotArrived(snapshot); }

    const std::deque<Asked> &asked() const { return m_asked; }
    const std::string &token() const { return m_token; }
    const std::optional<protocol::SessionLogin> &login() const { return m_login; }

    // The oldest open request of this type.
    template <protocol::Request R>
    const R *next() const
    {
        for (const auto &asked : m_asked) {
            if (asked.name == R::name)
                return asked.params.find<R>();
        }
        return nullptr;
    }
    template <protocol::Request R>
    int count() const
    {
        int found = 0;
        for (const auto &asked : m_asked)
            found += asked.name == R::name;
        return found;
    }
    template <protocol::Request R>
    void answers(Result<typename R::Reply> reply)
    {
        for (auto asked = m_asked.begin(); asked != m_asked.end(); ++asked) {
            if (asked->name != R::name)
                continue;
            auto done = std::move(asked->done);
            m_asked.erase(asked);
            if (!done)
                return;
            if (reply)
                done(AnyValue::of(std::move(*reply)));
            else
                done(std::unexpected(reply.error()));
            return;
        }
        qFatal("nothing was asked that could be answered");
    }

protected:
    void send(const protocol::RequestType &type, AnyValue params, Answer<AnyValue> done) override
    {
        m_asked.push_back({std::string(type.name), std::move(params), std::move(done)});
    }

private:
    State m_state = State::Connected;
    std::deque<Asked> m_asked;
    Answer<protocol::Welcome> m_welcome;
    std::string m_token;
    std::optional<protocol::SessionLogin> m_login;
};

} // namespace tandem
