// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/manual.h"
#include "ctl/options.h"
#include "ctl/session.h"
#include "ctl/simulatecommand.h"
#include "ctl/storecommand.h"
#include "ctl/strategycommands.h"
#include "ctl/transcriptcommands.h"

#include <QCoreApplication>

#include <iostream>

namespace {

using namespace tandem;
using namespace tandem::ctl;

Outcome wrongUsage(const Error &error)
{
    failed(error);
    return Outcome::WrongUsage;
}

Outcome run(const QStringList &arguments)
{
    if (const auto outcome = simulateCommand(arguments))
        return *outcome;
    if (const auto outcome = storeCommand(arguments))
        return *outcome;
    const auto options = parseOptions(arguments);
    if (!options)
        return wrongUsage(options.error());
    if (options->help) {
        std::cout << manual;
        return Outcome::Done;
    }
    if (options->version) {
        std::cout << "tandemctl " TANDEM_VERSION "\n";
        return Outcome::Done;
    }
    if (const auto outcome = strategyCommand(*options))
        return *outcome;
    if (const auto outcome = transcriptFileCommand(*options))
        return *outcome;
    const auto command = commandOf(*options);
    if (!command)
        return wrongUsage(command.error());
    if (options->user.empty())
        return wrongUsage({Reason::InvalidParams, "Say who signs in: --user USER.", "user"});
    const auto password = passwordFrom(options->passwordFile, "TANDEM_PASSWORD",
                                       "Password of " + options->user + ": ", {});
    if (!password)
        return wrongUsage(password.error());
    Result<std::string> newPassword;
    if (command->needsNewPassword) {
        newPassword = passwordFrom(options->newPasswordFile, "TANDEM_NEW_PASSWORD",
                                   "New password of " + options->words[2] + ": ", "Once more: ");
    }
    if (!newPassword)
        return wrongUsage(newPassword.error());
    return runCommand(*options, *command, *password, *newPassword);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tandemctl"));
    return static_cast<int>(run(QCoreApplication::arguments().mid(1)));
}
