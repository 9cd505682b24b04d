// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "core/workers.h"
#include "protocol/admin.h"

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tandem {

// Checks and makes password hashes on workers, one at a time for an address, so that nobody's
// sign-in waits for the guesses of another; and slows down who guesses: ten wrong tries in ten
// minutes for one user from one address, fifty for one address. Any thread.
class Authenticator
{
public:
    Authenticator(Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

    // `rate_limited` where too many tries were wrong; to be asked before the password is looked at.
    Result<void> mayTry(const std::string &user, const std::string &address);
    // `answer` comes on a worker's thread; false: too much waits, it will not come.
    bool verify(std::string user, std::string address, std::string hash, std::string password,
                std::function<void(Result<bool> matches)> answer);
    bool hash(std::string password, std::function<void(std::string hash)> answer);

private:
    void failed(const std::string &user, const std::string &address);
    bool isOver(const std::string &key, std::size_t limit, SteadyTime now);

    Clock &m_clock;
    Random &m_random;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::deque<SteadyTime>> m_failures;
    Workers m_workers;
};

} // namespace tandem
