// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/storecommand.h"

#include "base/log.h"
#include "base/platform/datalock.h"
#include "base/platform/process.h"
#include "base/platform/progressline.h"
#include "ctl/manual.h"
#include "store/storecopy.h"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <filesystem>
#include <iostream>

namespace tandem::ctl {

using namespace Qt::StringLiterals;

namespace {

// A store on the command line, with the right to write to it where it is a data folder.
struct Place
{
    StoreAddress address;
    std::unique_ptr<DataLock> lock;
};

bool isAddress(const std::string &text) { return text.find("://") != std::string::npos; }

// "postgresql://...", a data folder, or a file of SQLite.
Result<Place> placeOf(const std::string &text, Database::Access access)
{
    if (isAddress(text)) {
        auto address = StoreAddress::read(text, {});
        if (!address)
            return std::unexpected(address.error());
        return Place{*address, {}};
    }
    if (!std::filesystem::is_directory(text))
        return Place{StoreAddress::ofFile(text), {}};
    auto address = StoreAddress::read("sqlite", text);
    if (access == Database::Access::Read)
        return Place{*address, {}};
    auto lock = DataLock::acquire(text);
    if (!lock)
        return std::unexpected(lock.error());
    return Place{*address, std::move(*lock)};
}

Result<void> checkSource(const StoreAddress &from)
{
    if (from.isPostgres() || std::filesystem::is_regular_file(from.file()))
        return {};
    return failure(Reason::NotFound, "There is no store " + from.file() + ".");
}

Result<std::int64_t> copied(const StoreAddress &from, const StoreAddress &to)
{
    if (auto there = checkSource(from); !there)
        return std::unexpected(there.error());
    const platform::ProgressLine line;
    return copyStore(from, to, [&](const auto &table, auto rows) {
        line.show(table + ": " + std::to_string(rows));
    });
}

// A file is there whole or not at all.
Result<std::int64_t> backUp(const StoreAddress &from, const std::string &file)
{
    namespace fs = std::filesystem;
    if (fs::exists(file)) {
        return failure(Reason::Conflict, file
                                             + " is there already. Choose another name: a backup "
                                               "is never written over.");
    }
    const auto partial = file + ".partial";
    std::error_code ignored;
    fs::remove(partial, ignored);
    auto rows = copied(from, StoreAddress::ofFile(partial));
    if (rows) {
        std::error_code error;
        fs::rename(partial, file, error);
        if (!error)
            return rows;
        rows = failure(Reason::StoreUnavailable, "Cannot write " + file + ": " + error.message());
    }
    for (const auto *end : {"", "-wal", "-shm"})
        fs::remove(partial + end, ignored);
    return rows;
}

struct Arguments
{
    std::vector<std::string> words;
    std::string store; // of "backup" and "restore": the company's
};

Result<Arguments> read(const QStringList &given)
{
    QCommandLineParser parser;
    parser.addOptions({{u"data"_s, {}, u"DIR"_s}, {u"database"_s, {}, u"STORE"_s}});
    if (!parser.parse(QStringList(u"tandemctl"_s) + given))
        return failure(Reason::InvalidParams, parser.errorText().toStdString());
    Arguments arguments;
    for (const auto &word : parser.positionalArguments())
        arguments.words.push_back(word.toStdString());
    arguments.store = parser.value(u"database"_s).toStdString();
    if (arguments.store.empty() || arguments.store == "sqlite")
        arguments.store = parser.value(u"data"_s).toStdString();
    if (arguments.store.empty()) {
        arguments.store =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()
            + "/tandem";
    }
    return arguments;
}

Outcome told(const Result<std::int64_t> &rows, const std::string &from, const std::string &to)
{
    if (!rows)
        return failed(rows.error());
    std::cout << *rows << " rows of " << from << " are in " << to << ".\n";
    return Outcome::Done;
}

Outcome copies(const std::string &from, const std::string &to, bool isBackup)
{
    const auto source = placeOf(from, Database::Access::Read);
    if (!source)
        return failed(source.error());
    if (isBackup)
        return told(backUp(source->address, to), source->address.shown(), to);
    const auto destination = placeOf(to, Database::Access::Write);
    if (!destination)
        return failed(destination.error());
    return told(copied(source->address, destination->address), source->address.shown(),
                destination->address.shown());
}

} // namespace

std::optional<Outcome> storeCommand(const QStringList &arguments)
{
    const auto command = arguments.value(0);
    if (command != u"backup"_s && command != u"restore"_s && command != u"store"_s)
        return std::nullopt;
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        std::cout << manual;
        return Outcome::Done;
    }
    startLogging({.level = "error"});
    platform::makeFilesPrivate();
    const auto given = read(arguments);
    if (given && command == u"store"_s && given->words.size() == 4 && given->words[1] == "copy")
        return copies(given->words[2], given->words[3], false);
    if (given && command == u"backup"_s && given->words.size() == 2)
        return copies(given->store, given->words[1], true);
    if (given && command == u"restore"_s && given->words.size() == 2) {
        std::error_code ignored;
        if (!isAddress(given->store))
            std::filesystem::create_directories(given->store, ignored);
        return copies(given->words[1], given->store, false);
    }
    failed(given ? Error{Reason::InvalidParams,
                         "It is backup FILE, restore FILE or store copy FROM TO; see tandemctl "
                         "--help.",
                         {}}
                 : given.error());
    return Outcome::WrongUsage;
}

} // namespace tandem::ctl
