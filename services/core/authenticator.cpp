// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authenticator.h"

#include "core/passwords.h"
#include "domain/limits.h"

namespace tandem {

namespace {

constexpr std::size_t triesForUser = 10;
constexpr std::size_t triesForAddress = 50;
constexpr auto window = std::chrono::minutes(10);
constexpr std::size_t rememberedKeys = 10'000;
const std::string administration = "administration"; // no address is called so

std::string userKey(const std::string &user, const std::string &address)
{
    return address + '\n' + user;
}

} // namespace

bool Authenticator::isOver(const std::string &key, std::size_t limit, SteadyTime now)
{
    const auto found = m_failures.find(key);
    if (found == m_failures.end())
        return false;
    auto &times = found->second;
    while (!times.empty() && times.front() + window <= now)
        times.pop_front();
    if (!times.empty())
        return times.size() >= limit;
    m_failures.erase(found);
    return false;
}

Result<void> Authenticator::mayTry(const std::string &user, const std::string &address)
{
    if (user.size() > limits::shortText)
        return failure(Reason::BadCredentials, "The user or the password is not right.");
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.now().steady;
    if (isOver(userKey(user, address), triesForUser, now)
        || isOver(address, triesForAddress, now)) {
        return failure(Reason::RateLimited,
                       "Too many wrong passwords. Wait ten minutes, then try again.");
    }
    return {};
}

void Authenticator::failed(const std::string &user, const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.now().steady;
    if (m_failures.size() > rememberedKeys) {
        std::erase_if(m_failures,
                      [now](const auto &entry) { return entry.second.back() + window <= now; });
    }
    m_failures[userKey(user, address)].push_back(now);
    m_failures[address].push_back(now);
}

bool Authenticator::verify(std::string user, std::string address, std::string hash,
                           std::string password, std::function<void(Result<bool>)> answer)
{
    const auto lane = address;
    return m_workers.run(lane, [this, user = std::move(user), address = std::move(address),
                                hash = std::move(hash), password = std::move(password),
                                answer = std::move(answer)] {
        // Again here, where tries that came together stand one behind the other.
        if (auto allowed = mayTry(user, address); !allowed)
            return answer(std::unexpected(allowed.error()));
        const bool matches = isPassword(hash, password);
        if (!matches)
            failed(user, address);
        answer(matches);
    });
}

bool Authenticator::hash(std::string password, std::function<void(std::string)> answer)
{
    return m_workers.run(administration,
                         [this, password = std::move(password), answer = std::move(answer)] {
                             answer(hashPassword(password, m_random));
                         });
}

} // namespace tandem
