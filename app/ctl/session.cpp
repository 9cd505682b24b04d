// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/session.h"

#include "ctl/texttable.h"
#include "link/remotelink.h"

#include <QCoreApplication>
#include <QTimer>

#include <iostream>

namespace tandem::ctl {

namespace {

// The good-bye needs a moment to leave; nobody waits for its answer.
constexpr int goodbyeMs = 50;

void endWith(RemoteLink &link, Outcome outcome)
{
    link.signOut();
    QTimer::singleShot(goodbyeMs, [outcome] { QCoreApplication::exit(static_cast<int>(outcome)); });
}

} // namespace

Outcome failed(const Error &error)
{
    std::cerr << "tandemctl: " << printable(error.message) << '\n';
    return error.reason == Reason::NotConnected ? Outcome::NoConnection : Outcome::Refused;
}

Outcome runCommand(const Options &options, const Command &command, const std::string &password,
                   const std::string &newPassword)
{
    RemoteLink link(options.server);
    const protocol::SessionLogin login{options.user, password, {}};
    const auto start = [&] {
        link.signIn(login, [&](Result<protocol::Welcome> welcome) {
            if (!welcome) {
                QCoreApplication::exit(static_cast<int>(failed(welcome.error())));
                return;
            }
            command.run(link, newPassword, [&link](Result<std::string> text) {
                if (text)
                    std::cout << *text << std::flush;
                endWith(link, text ? Outcome::Done : failed(text.error()));
            });
        });
    };
    QTimer::singleShot(0, &link, start);
    return static_cast<Outcome>(QCoreApplication::exec());
}

} // namespace tandem::ctl
