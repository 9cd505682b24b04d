// SPDX-License-Identifier: GPL-3.0-or-later
#include "diskfaults.h"

#include <sqlite3.h>

#include <fstream>

namespace tandem {

namespace {

constexpr std::chrono::milliseconds lookInterval{5};
constexpr double writeOutShare = 0.3;

} // namespace

DiskFaults::DiskFaults(std::string file, std::uint64_t seed)
    : m_file(std::move(file)), m_random(seed)
{
}

int DiskFaults::onWrite(int error)
{
    const std::lock_guard lock(m_mutex);
    look();
    if (m_isFull)
        return SQLITE_FULL;
    return fails() ? error : SQLITE_OK;
}

int DiskFaults::onSync()
{
    const std::lock_guard lock(m_mutex);
    look();
    return fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

bool DiskFaults::writesOut()
{
    const std::lock_guard lock(m_mutex);
    return std::bernoulli_distribution(writeOutShare)(m_random);
}

std::mt19937_64 DiskFaults::random()
{
    const std::lock_guard lock(m_mutex);
    return std::mt19937_64(m_random());
}

void DiskFaults::look()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_file.empty() || now - m_looked < lookInterval)
        return;
    m_looked = now;
    std::ifstream told(m_file);
    std::string what;
    told >> what;
    m_isFull = what == "full";
    m_errors = 0;
    if (what == "errors")
        told >> m_errors;
}

bool DiskFaults::fails() { return m_errors > 0 && std::bernoulli_distribution(m_errors)(m_random); }

} // namespace tandem
