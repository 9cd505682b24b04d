// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/watchedfolder.h"

#include "base/hash.h"
#include "base/log.h"
#include "capture/mediasubmission.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace tandem {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestFile = 1024 * 1024;
constexpr std::size_t longestKeptName = 200; // with an ending it must fit into 255 bytes
constexpr const char *doneFolder = "done";
constexpr const char *failedFolder = "failed";

bool isWanted(const std::string &name)
{
    constexpr std::string_view ending = ".json";
    if (name.starts_with('.') || name.size() <= ending.size())
        return false;
    return std::ranges::equal(std::string_view(name).substr(name.size() - ending.size()), ending,
                              {}, [](unsigned char c) { return std::tolower(c); });
}

std::string keptName(const std::string &name)
{
    if (name.size() <= longestKeptName)
        return name;
    std::size_t end = 150;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        --end; // not within a character
    return name.substr(0, end) + '-' + sha256Hex(name).substr(0, 16) + ".json";
}

// A name that is not taken in the folder: "a.json", "a.2.json" ...
fs::path freePath(const fs::path &folder, const std::string &name)
{
    const auto kept = keptName(name);
    const auto stem = kept.substr(0, kept.size() - std::string_view(".json").size());
    std::error_code error;
    auto path = folder / kept;
    for (int number = 2; fs::exists(fs::symlink_status(path, error)); ++number)
        path = folder / (stem + '.' + std::to_string(number) + ".json");
    return path;
}

Result<std::string> contentOf(const fs::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream.is_open() || stream.bad())
        return failure(Reason::InvalidParams, "It cannot be read; check its permissions.");
    return text;
}

bool mayPassLater(Reason reason)
{
    return reason == Reason::Busy || reason == Reason::StoreUnavailable
           || reason == Reason::RateLimited || reason == Reason::NotConnected;
}

// What came of the entries of a file, as the answers come: an error, or nothing to say.
struct Answers
{
    std::mutex mutex;
    std::condition_variable come;
    std::vector<std::optional<Error>> list;
    std::size_t missing = 0;

    const Error *passing() const
    {
        const auto found = std::ranges::find_if(
            list, [](const auto &error) { return error && mayPassLater(error->reason); });
        return found == list.end() ? nullptr : &**found;
    }

    std::string reasons() const
    {
        std::string text;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!list[i])
                continue;
            text += text.empty() ? "" : "\n";
            text += list.size() > 1 ? "Entry " + std::to_string(i + 1) + ": " : "";
            text += list[i]->message;
            text += list[i]->field.empty() ? "" : " (" + list[i]->field + ')';
        }
        return text;
    }
};

std::string reasonText(const std::string &name, const std::string &reason)
{
    return name + " was not taken.\n\n" + reason
           + "\n\nWhat to do: put it right, and move the file back into the watched folder. What "
             "of "
             "it was taken already is not taken twice, as long as its externalId stays.\n";
}

} // namespace

Result<void> WatchedFolder::makeFolders(const fs::path &folder)
{
    for (const auto &path : {folder, folder / doneFolder, folder / failedFolder}) {
        std::error_code error;
        fs::create_directories(path, error);
        if (error) {
            return failure(Reason::StoreUnavailable,
                           "Cannot use the watched folder " + path.string() + ": " + error.message()
                               + ". Make it writable, or change the setting capture.folder.");
        }
    }
    return {};
}

WatchedFolder::WatchedFolder(Settings settings, CorePort &core)
    : m_settings(std::move(settings)), m_core(core), m_thread([this] { run(); })
{
}

WatchedFolder::~WatchedFolder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

bool WatchedFolder::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

WatchedFolder::Stamp WatchedFolder::stampOf(const fs::path &path)
{
    std::error_code error;
    Stamp stamp{fs::file_size(path, error), fs::last_write_time(path, error)};
    return error ? Stamp{} : stamp;
}

void WatchedFolder::run()
{
    while (!isStopping()) {
        look();
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, m_settings.interval, [this] { return m_isStopping; });
    }
}

std::vector<std::string> WatchedFolder::names()
{
    std::vector<std::string> found;
    std::error_code error;
    fs::directory_iterator entry(m_settings.folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (auto name = entry->path().filename().string(); isWanted(name))
            found.push_back(std::move(name));
    }
    if (error)
        complain("the watched folder cannot be read: " + error.message());
    std::ranges::sort(found);
    return found;
}

void WatchedFolder::look()
{
    const auto found = names();
    const auto isGone = [&](const auto &entry) {
        return !std::ranges::binary_search(found, entry.first);
    };
    std::erase_if(m_doubtful, isGone);
    std::erase_if(m_taken, isGone);
    for (const auto &name : found) {
        if (isStopping() || take(name) == Step::Pause)
            return;
    }
}

WatchedFolder::Step WatchedFolder::take(const std::string &name)
{
    const auto path = m_settings.folder / name;
    std::error_code error;
    const auto status = fs::symlink_status(path, error);
    if (!fs::exists(status))
        return Step::Next; // taken away since
    if (!fs::is_regular_file(status))
        return refuse(name, "It is no plain file. Links are not followed and folders not entered.");
    const auto stamp = stampOf(path);
    if (const auto taken = m_taken.find(name); taken != m_taken.end() && taken->second == stamp)
        return finish(name);
    if (stamp.size > largestFile)
        return refuseLater(name, stamp, "It is larger than 1 MiB; split it into several files.");
    const auto text = contentOf(path);
    if (!text)
        return refuseLater(name, stamp, text.error().message);
    auto submissions = readCaptureFile(name, *text);
    if (!submissions)
        return refuseLater(name, stamp, submissions.error().message);
    return submit(name, stamp, std::move(*submissions));
}

WatchedFolder::Step WatchedFolder::submit(const std::string &name, const Stamp &stamp,
                                          std::vector<protocol::MediaSubmit> submissions)
{
    const auto answers = std::make_shared<Answers>();
    answers->list.resize(submissions.size());
    answers->missing = submissions.size();
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        submitMedia(m_core, std::move(submissions[i]), [answers, i](auto answer) {
            const std::lock_guard lock(answers->mutex);
            if (!answer)
                answers->list[i] = std::move(answer.error());
            if (--answers->missing == 0)
                answers->come.notify_all();
        });
    }
    std::unique_lock lock(answers->mutex);
    answers->come.wait(lock, [&] { return answers->missing == 0; });
    if (const auto *passing = answers->passing()) {
        complain("files wait: " + passing->message);
        return Step::Pause;
    }
    m_trouble.clear();
    if (const auto reasons = answers->reasons(); !reasons.empty())
        return refuse(name, reasons);
    if (stampOf(m_settings.folder / name) != stamp)
        return Step::Next; // written anew meanwhile
    m_taken[name] = stamp;
    return finish(name);
}

WatchedFolder::Step WatchedFolder::refuseLater(const std::string &name, const Stamp &stamp,
                                               const std::string &reason)
{
    const auto doubtful = m_doubtful.find(name);
    if (doubtful != m_doubtful.end() && doubtful->second == stamp)
        return refuse(name, reason);
    m_doubtful[name] = stamp;
    return Step::Next;
}

WatchedFolder::Step WatchedFolder::refuse(const std::string &name, const std::string &reason)
{
    const auto target = freePath(m_settings.folder / failedFolder, name);
    // The reason first: a crash in between must not leave a file there without one.
    std::ofstream stream(target.string() + ".reason.txt", std::ios::binary);
    stream << reasonText(name, reason);
    stream.close();
    if (!stream) {
        complain("cannot write into the folder failed");
        return Step::Next;
    }
    if (move(name, target))
        logger("capture").warn("a file of the watched folder was refused; failed/ says why");
    return Step::Next;
}

WatchedFolder::Step WatchedFolder::finish(const std::string &name)
{
    if (move(name, freePath(m_settings.folder / doneFolder, name)))
        m_taken.erase(name);
    return Step::Next;
}

bool WatchedFolder::move(const std::string &name, const fs::path &target)
{
    std::error_code error;
    fs::rename(m_settings.folder / name, target, error);
    if (error)
        complain("cannot move a file out of the watched folder: " + error.message());
    return !error;
}

void WatchedFolder::complain(const std::string &trouble)
{
    if (std::exchange(m_trouble, trouble) != trouble)
        logger("capture").warn("{}", trouble);
}

} // namespace tandem
