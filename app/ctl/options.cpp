// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/options.h"

#include <QCommandLineParser>

#include <charconv>

namespace tandem::ctl {

namespace {

const QString defaultServer = QStringLiteral("http://127.0.0.1:8765");

std::string fromEnvironment(const char *name) { return qEnvironmentVariable(name).toStdString(); }

void declare(QCommandLineParser &parser)
{
    const auto value = QStringLiteral("value");
    const auto withValue = {"server",      "user",     "password-file", "new-password-file",
                            "role",        "skill",    "display-name",  "group",
                            "leave-group", "capacity", "calendar",      "limit",
                            "note",        "reason",   "key",           "email",
                            "contact-key", "from",     "length",        "files"};
    for (const char *name : withValue)
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, value));
    for (const char *name : {"json", "all", "dry-run", "inactive", "version"})
        parser.addOption(QCommandLineOption(QLatin1String(name)));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
}

Result<std::vector<Role>> readRoles(const QStringList &names)
{
    std::vector<Role> roles;
    for (const auto &name : names) {
        const auto role = fromName<Role>(name.toStdString());
        if (!role) {
            return failure(Reason::InvalidParams,
                           "There is no role \"" + name.toStdString()
                               + "\"; roles are agent, supervisor, administrator and auditor.",
                           "role");
        }
        roles.push_back(*role);
    }
    return roles;
}

Result<std::vector<protocol::AgentSkill>> readSkills(const QStringList &texts)
{
    std::vector<protocol::AgentSkill> skills;
    for (const auto &text : texts) {
        const auto plain = text.toStdString();
        const auto sign = plain.find('=');
        int level = 0;
        const auto *end = plain.data() + plain.size();
        const auto *digits = sign == std::string::npos ? end : plain.data() + sign + 1;
        const auto read = std::from_chars(digits, end, level);
        if (sign == 0 || read.ec != std::errc() || read.ptr != end) {
            return failure(Reason::InvalidParams,
                           "A skill is written NAME=LEVEL, for example german=3; not \"" + plain
                               + "\".",
                           "skill");
        }
        skills.push_back({plain.substr(0, sign), level});
    }
    return skills;
}

Result<std::optional<int>> readNumber(const QCommandLineParser &parser, const char *option,
                                      int lowest)
{
    const auto text = parser.value(QLatin1String(option));
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < lowest) {
        return failure(Reason::InvalidParams,
                       "A " + std::string(option) + " is a number from " + std::to_string(lowest)
                           + "; not \"" + text.toStdString() + "\".",
                       option);
    }
    return number;
}

std::vector<std::string> wordsOf(const QStringList &texts)
{
    std::vector<std::string> words;
    for (const auto &text : texts)
        words.push_back(text.toStdString());
    return words;
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(QStringList(QStringLiteral("tandemctl")) + arguments))
        return failure(Reason::InvalidParams, parser.errorText().toStdString());
    const auto text = [&](const char *name) {
        return parser.value(QLatin1String(name)).toStdString();
    };
    Options options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.json = parser.isSet(QStringLiteral("json"));
    options.all = parser.isSet(QStringLiteral("all"));
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.inactive = parser.isSet(QStringLiteral("inactive"));
    options.note = text("note");
    options.reason = text("reason");
    options.keyFile = text("key");
    options.email = text("email");
    options.contactKey = text("contact-key");
    options.filesFolder = text("files");
    options.groups = wordsOf(parser.values(QStringLiteral("group")));
    options.leftGroups = wordsOf(parser.values(QStringLiteral("leave-group")));
    if (parser.isSet(QStringLiteral("capacity")))
        options.capacity = text("capacity");
    if (parser.isSet(QStringLiteral("calendar")))
        options.calendar = text("calendar");
    options.user = text("user").empty() ? fromEnvironment("TANDEM_USER") : text("user");
    options.passwordFile = text("password-file");
    options.newPasswordFile = text("new-password-file");
    options.displayName = text("display-name");
    options.words = wordsOf(parser.positionalArguments());

    const auto given = parser.value(QStringLiteral("server"));
    auto server = parseServerAddress(given.isEmpty() ? defaultServer : given);
    auto roles = readRoles(parser.values(QStringLiteral("role")));
    auto skills = readSkills(parser.values(QStringLiteral("skill")));
    auto limit = readNumber(parser, "limit", 1);
    if (!limit)
        return std::unexpected(limit.error());
    auto from = readNumber(parser, "from", 0);
    if (!from)
        return std::unexpected(from.error());
    auto length = readNumber(parser, "length", 1);
    if (!length)
        return std::unexpected(length.error());
    if (!server)
        return std::unexpected(server.error());
    if (!roles)
        return std::unexpected(roles.error());
    if (!skills)
        return std::unexpected(skills.error());
    options.server = std::move(*server);
    options.roles = std::move(*roles);
    options.skills = std::move(*skills);
    options.limit = *limit;
    options.from = *from;
    options.length = *length;
    return options;
}

} // namespace tandem::ctl
