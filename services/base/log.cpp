// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <vector>

namespace tandem {

namespace {

// The text of a line as the inside of a JSON string.
class EscapedText final : public spdlog::custom_flag_formatter
{
public:
    void format(const spdlog::details::log_msg &message, const std::tm &,
                spdlog::memory_buf_t &out) override
    {
        for (const char c : message.payload) {
            if (c == '"' || c == '\\')
                out.push_back('\\');
            out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
        }
    }

    std::unique_ptr<custom_flag_formatter> clone() const override
    {
        return std::make_unique<EscapedText>();
    }
};

constexpr std::size_t fileBytes = 10 * 1024 * 1024;
constexpr std::size_t fileCount = 5;

std::vector<spdlog::sink_ptr> &sinks()
{
    static std::vector<spdlog::sink_ptr> list{std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    return list;
}

spdlog::level::level_enum &threshold()
{
    static auto level = spdlog::level::info;
    return level;
}

} // namespace

void startLogging(const LogSettings &settings)
{
    threshold() = spdlog::level::from_str(settings.level);
    if (!settings.file.empty()) {
        sinks().push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            settings.file, fileBytes, fileCount));
    }
    const auto *pattern =
        settings.jsonLines
            ? R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","category":"%n","text":"%*"})"
            : "%Y-%m-%d %H:%M:%S.%e %-7l %n: %v";
    for (const auto &sink : sinks()) {
        auto formatter = std::make_unique<spdlog::pattern_formatter>();
        formatter->add_flag<EscapedText>('*').set_pattern(pattern);
        sink->set_formatter(std::move(formatter));
    }
}

spdlog::logger &logger(const char *folder)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const auto name = std::string("tandem.") + folder;
    if (auto existing = spdlog::get(name))
        return *existing;
    auto created = std::make_shared<spdlog::logger>(name, sinks().begin(), sinks().end());
    created->set_level(threshold());
    created->flush_on(spdlog::level::warn);
    spdlog::register_logger(created);
    return *created;
}

} // namespace tandem
