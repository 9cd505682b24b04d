// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

// What a program gets that has signed in. seq: the number of the last fact before the snapshot.
struct Welcome
{
    std::string sessionToken;
    Agent agent;
    std::vector<Choice> notReadyReasons;
    std::vector<Choice> dispositions;
    std::int64_t seq = 0;
    Snapshot snapshot;
};
BOOST_DESCRIBE_STRUCT(Welcome, (),
                      (sessionToken, agent, notReadyReasons, dispositions, seq, snapshot))

// On the wire only: the authenticator checks the password on a worker and asks SessionOpen.
struct SessionLogin
{
    static constexpr std::string_view name = "session.login";
    static constexpr Policy policy = Policy::system();
    using Reply = Welcome;

    std::string user;
    std::string password;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(SessionLogin, (), (user, password, place))

// replayed: how many facts follow at once and close the gap; otherwise snapshot. seq: the number
// after which facts go on.
struct ResumeReply
{
    std::optional<int> replayed;
    std::optional<Snapshot> snapshot;
    std::int64_t seq = 0;
    Agent agent;
    std::vector<Choice> notReadyReasons;
    std::vector<Choice> dispositions;
};
BOOST_DESCRIBE_STRUCT(ResumeReply, (),
                      (replayed, snapshot, seq, agent, notReadyReasons, dispositions))

// On the wire only: the front door finds the session's stream, then asks SessionReconnect.
struct SessionResume
{
    static constexpr std::string_view name = "session.resume";
    static constexpr Policy policy = Policy::system();
    using Reply = ResumeReply;

    std::string sessionToken;
    std::int64_t lastSeq = 0;
};
BOOST_DESCRIBE_STRUCT(SessionResume, (), (sessionToken, lastSeq))

struct SessionLogout
{
    static constexpr std::string_view name = "session.logout";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = Done;
};
BOOST_DESCRIBE_STRUCT(SessionLogout, (), ())

} // namespace tandem::protocol
