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
    return happens(m_errors) ? error : SQLITE_OK;
}

int DiskFaults::onSync()
{
    const std::lock_guard lock(m_mutex);
    look();
    return happens(m_errors) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

bool DiskFaults::isDoubtful()
{
    const std::lock_guard lock(m_mutex);
    look();
    return happens(m_doubt);
}

bool DiskFaults::writesOut()
{
    const std::lock_guard lock(m_mutex);
    return happens(writeOutShare);
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
    double probability = 0;
    told >> probability;
    m_isFull = what == "full";
    m_errors = what == "errors" ? probability : 0;
    m_doubt = what == "doubt" ? probability : 0;
}

bool DiskFaults::happens(double probability)
{
    return probability > 0 && std::bernoulli_distribution(probability)(m_random);
}

} // namespace tandem
