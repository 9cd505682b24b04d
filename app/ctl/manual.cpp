// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/manual.h"

namespace tandem::ctl {

const std::string_view manual = R"(NAME
    tandemctl - look into a running Tandem server and administer it

SYNOPSIS
    tandemctl [--server URL] [--user USER] [--password-file FILE] [--json] COMMAND [ARGUMENTS]

COMMANDS
    status
        Version, time since the start, whether the store takes commits, how many agents are
        connected and ready, how many interactions are open and waiting.
    agents
        Every agent with state, reason, since when, and load of each channel.
    queues
        Every queue with the number waiting, agents ready, longest and estimated wait.
    interactions [--all]
        The open interactions; with --all also those that are done. For supervisors and above.
    transcript INTERACTION
        What was said in a conversation, in order.
    user add NAME [--display-name TEXT] [--role ROLE]... [--skill SKILL=LEVEL]...
        Adds a user. Roles are agent (where none is given), supervisor, administrator and auditor.
        For administrators.
    user password NAME
        Sets the password of a user and ends that user's sessions. For administrators.

OPTIONS
    --server URL
        The server, http://127.0.0.1:8765 where none is given. A name without a scheme is reached
        encrypted, except on this very computer.
    --user USER
        Who signs in. Signing in ends another session of the same user: give operators' scripts a
        user of their own.
    --password-file FILE
        A file whose first line is the password of USER.
    --new-password-file FILE
        A file whose first line is the new password, for "user add" and "user password".
    --json
        Prints the server's answer as one line of JSON, with the names of the agent protocol.
    --version, -h, --help

PASSWORDS
    Passwords are never arguments, because other users of a computer can see those. The password
    of USER is taken from --password-file, else from TANDEM_PASSWORD, else it is asked for. A new
    password is taken from --new-password-file, else from TANDEM_NEW_PASSWORD, else it is asked
    for twice. Where standard input is no terminal, each answer is a line of it.

ENVIRONMENT
    TANDEM_USER            USER, where --user is not given
    TANDEM_PASSWORD        the password of USER
    TANDEM_NEW_PASSWORD    the new password

EXIT CODES
    0   done
    1   the server refused; standard error says why
    2   wrong usage
    3   no connection to the server

EXAMPLES
    tandemctl --user ada status
    tandemctl --user sam --json interactions --all
    TANDEM_PASSWORD=... tandemctl --user ada user add dora --role agent --skill german=4
)";

} // namespace tandem::ctl
