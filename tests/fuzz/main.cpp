// SPDX-License-Identifier: GPL-3.0-or-later
#include "target.h"

#include "base/log.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace tandem::fuzz {

namespace fs = std::filesystem;

std::vector<Target> &targets()
{
    static std::vector<Target> all;
    return all;
}

void demand(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "RULE BROKEN: %s\n", rule);
    std::abort();
}

std::pair<std::string_view, std::string_view> firstLine(std::string_view bytes)
{
    const auto end = bytes.find('\n');
    if (end == bytes.npos)
        return {bytes, {}};
    return {bytes.substr(0, end), bytes.substr(end + 1)};
}

std::vector<std::string_view> lines(std::string_view bytes, std::size_t most)
{
    std::vector<std::string_view> found;
    while (!bytes.empty() && found.size() + 1 < most) {
        const auto [line, rest] = firstLine(bytes);
        found.push_back(line);
        bytes = rest;
    }
    if (!bytes.empty())
        found.push_back(bytes);
    return found;
}

namespace {

// In memory where the system has such a folder: a disk would set the pace.
class InputFolder
{
public:
    InputFolder()
    {
        const fs::path memory("/dev/shm");
        const auto base = fs::is_directory(memory) ? memory : fs::temp_directory_path();
        auto name = (base / "tandem-fuzz-XXXXXX").string();
        if (!mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~InputFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

fs::path inputPath(const char *name)
{
    static const InputFolder folder;
    return folder.path() / name;
}

const Target *chosen = nullptr;

} // namespace

InputFile::InputFile(const char *name, std::string_view bytes) : m_path(inputPath(name).string())
{
    std::ofstream(m_path, std::ios::binary).write(bytes.data(), std::ssize(bytes));
}

InputFile::~InputFile()
{
    std::error_code ignored;
    fs::remove(m_path, ignored);
}

} // namespace tandem::fuzz

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    using namespace tandem;
    static QCoreApplication application(*argc, *argv);
    LogSettings log;
    log.level = "error";
    startLogging(log);
    auto name = std::filesystem::path(**argv).filename().string();
    if (name.starts_with("fuzz_"))
        name.erase(0, 5);
    const auto found = std::ranges::find(fuzz::targets(), name, &fuzz::Target::name);
    if (found == fuzz::targets().end()) {
        std::fprintf(stderr, "there is no target %s\n", name.c_str());
        std::exit(2);
    }
    fuzz::chosen = &*found;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    tandem::fuzz::chosen->run({reinterpret_cast<const char *>(data), size});
    return 0;
}
