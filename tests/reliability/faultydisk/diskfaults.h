// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <random>
#include <string>

namespace tandem {

// What the disk is told to do wrong, by a file that holds "full", "errors P" with the probability P
// that a write or a sync fails, or "doubt P" with that of a commit that is done and reported as
// failed; none, or an empty one: nothing. Any thread.
class DiskFaults
{
public:
    // Some milliseconds may pass until a change of the file counts. An empty name: no faults.
    DiskFaults(std::string file, std::uint64_t seed);

    // SQLITE_OK, SQLITE_FULL, or `error`.
    int onWrite(int error);
    // SQLITE_OK or SQLITE_IOERR_FSYNC.
    int onSync();
    // Whether a commit that was done is reported as failed.
    bool isDoubtful();
    // Whether something that was not synced reaches the disk now.
    bool writesOut();
    std::mt19937_64 random();

private:
    void look();
    bool happens(double probability);

    std::mutex m_mutex;
    std::string m_file;
    std::mt19937_64 m_random;
    std::chrono::steady_clock::time_point m_looked{};
    bool m_isFull = false;
    double m_errors = 0;
    double m_doubt = 0;
};

} // namespace tandem
