// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/capturefile.h"
#include "core/coreport.h"

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace tandem {

// A folder into which other systems put JSON files: each is submitted to the core and, when that is
// on disk, moved to "done" below the folder, or with the reason to "failed". While the store takes
// nothing, files stay and are tried again. A crash between commit and move is harmless, since what
// is submitted again has the same externalId. Has a thread of its own, which looks once in a while.
class WatchedFolder
{
public:
    struct Settings
    {
        std::filesystem::path folder;
        Ms interval{1'000}; // between two looks
    };

    // Makes the folder and those below it where they are missing; the error says why it cannot, and
    // what to do.
    static Result<void> makeFolders(const std::filesystem::path &folder);

    // Begins to look. The folders are there; `core` must outlive it and be started.
    WatchedFolder(Settings settings, CorePort &core);
    // Ends after the file in hand.
    ~WatchedFolder();

private:
    // To tell whether a file is still being written.
    struct Stamp
    {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type time;

        bool operator==(const Stamp &) const = default;
    };
    enum class Step { Next, Pause };

    static Stamp stampOf(const std::filesystem::path &path);
    void run();
    void look();
    std::vector<std::string> names();
    Step take(const std::string &name);
    Step submit(const std::string &name, const Stamp &stamp,
                std::vector<protocol::MediaSubmit> submissions);
    // Not at once where it may still be growing.
    Step refuseLater(const std::string &name, const Stamp &stamp, const std::string &reason);
    Step refuse(const std::string &name, const std::string &reason);
    Step finish(const std::string &name);
    bool move(const std::string &name, const std::filesystem::path &target);
    // Once until another one comes, or none: a disk that is gone must not fill the log.
    void complain(const std::string &trouble);
    bool isStopping();

    Settings m_settings;
    CorePort &m_core;
    std::map<std::string, Stamp> m_doubtful; // refused at the next look if they are still the same
    std::map<std::string, Stamp> m_taken;    // committed, but they could not be moved
    std::string m_trouble;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace tandem
