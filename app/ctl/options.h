// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/role.h"
#include "link/serveraddress.h"
#include "protocol/types.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace tandem::ctl {

// What the command line asks for. Passwords are never part of it: other users of the machine can
// read the arguments of every process.
struct Options
{
    ServerAddress server;
    std::string user;
    std::string passwordFile;    // of the user who signs in; empty: environment or terminal
    std::string newPasswordFile; // of the user who is added or changed
    bool json = false;
    bool all = false;
    bool dryRun = false;
    bool inactive = false; // of a strategy: stored only
    bool help = false;
    bool version = false;
    std::string displayName;
    std::string note;
    std::string reason;      // for auditors
    std::string keyFile;     // of a public key, to verify with
    std::string email;       // of a contact
    std::string contactKey;  // likewise: what tells it again
    std::string filesFolder; // where its files go
    std::optional<int> from; // of a passage: its first character, counted from 0
    std::optional<int> length;
    std::vector<Role> roles;
    std::vector<protocol::AgentSkill> skills;
    std::vector<std::string> groups;
    std::vector<std::string> leftGroups;
    std::optional<std::string> capacity; // empty: none, here and below
    std::optional<std::string> calendar;
    std::optional<int> limit;
    std::vector<std::string> words; // the command and what it is about: "user", "add", "dora"
};

// `arguments` without the program's name. `invalid_params` says what is wrong.
Result<Options> parseOptions(const QStringList &arguments);

} // namespace tandem::ctl
