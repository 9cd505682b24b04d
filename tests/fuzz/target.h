// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What targets of libFuzzer are written with. All of them are one program, which runs the one that
// its own name says (fuzz_NAME): linked and instrumented once.
namespace tandem::fuzz {

using Run = void (*)(std::string_view bytes);

struct Target
{
    std::string_view name;
    Run run;
};

// All that are linked, in no order.
std::vector<Target> &targets();

// Makes a target known: static const Registered registeredName("name", fuzzName);
struct Registered
{
    Registered(std::string_view name, Run run) { targets().push_back({name, run}); }
};

// Ends the program, naming the rule, where it does not hold: what libFuzzer takes as found.
void demand(bool holds, const char *rule);

// What is before and behind the first line feed; all is before where there is none.
std::pair<std::string_view, std::string_view> firstLine(std::string_view bytes);
// At most so many lines; the last one has all that is left.
std::vector<std::string_view> lines(std::string_view bytes, std::size_t most);

// The bytes as a file, for parsers that read files. Removed with the object.
class InputFile
{
public:
    InputFile(const char *name, std::string_view bytes);
    ~InputFile();
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;

    const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace tandem::fuzz
