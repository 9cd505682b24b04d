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

    transcript export INTERACTION [FILE]
        The transcript of an interaction that is done, with its seal, as JSON. For supervisors,
        administrators and auditors, as are verify and keys. Kept for auditors.
    transcript verify FILE [--key KEYFILE]
        Whether an exported transcript is as it was sealed, without a server; what is wrong and
        with which event. With --key only public keys of that file (PEM) are believed, else those
        in FILE, which whoever changed it could have changed, too. 0 where it is whole, also where
        events were redacted or erased as it was signed; 1 where it is not, or never was sealed.
    transcript verify INTERACTION, transcript verify --all
        The same for what the server holds, by the server.
    transcript redact INTERACTION EVENT [--from CHARACTER] [--length NUMBER] --reason TEXT
        Takes the text of an event out for ever, or NUMBER characters of it from CHARACTER on
        (counted from 0). For supervisors and administrators. Kept for auditors.
    transcript keys
        The public keys that transcripts were signed with, oldest first.
    contact export FILE (--email ADDRESS | --contact-key KEY | INTERACTION...) --reason TEXT
                   [--files FOLDER]
        All that is kept of a contact's interactions, as JSON ("-": standard output). With --files
        the files that were sent in them, too, into FOLDER, which is made, or is empty: the list
        "files" of the JSON names each, and says which are gone. All of it is written, or nothing.
        1 also where a file is damaged; then the rest is written, and the list says which one. For
        administrators. Kept for auditors.
    contact erase (--email ADDRESS | --contact-key KEY | INTERACTION...) --reason TEXT
        Takes the contact out of what is kept: names, texts, data and keys, in the store's files,
        too. Figures stay. Refused while one of the interactions is open. For administrators.
        Backups are not changed.

    user add NAME [--display-name TEXT] [--role ROLE]... [--skill SKILL=LEVEL]...
             [--group GROUP]... [--capacity RULE] [--calendar CALENDAR]
        Adds a user. Roles are agent (where none is given), supervisor, administrator and auditor.
        For administrators, as is all that follows and changes something.
    user set NAME [--display-name TEXT] [--role ROLE]... [--skill SKILL=LEVEL]...
             [--group GROUP]... [--leave-group GROUP]... [--capacity RULE] [--calendar CALENDAR]
        Changes a user. The roles given replace those that were; a level of 0 takes a skill away,
        an empty RULE or CALENDAR ("") the capacity rule or the shift.
    user remove NAME
        Removes a user, also from groups.
    user password NAME
        Sets the password of a user and ends that user's sessions.

    KIND list
        All objects of a kind, in their order. KIND is skill, group, queue, target-list, capacity,
        calendar, reason, disposition, statistic, place, media-type or agent.
    KIND show ID
        One object as JSON.
    KIND put FILE
        Puts an object, or a list of them, from a file of JSON ("-": standard input) in the form of
        "show". Members that are not given stay as they are, in a new object as they are by
        default; null takes one away.
    KIND remove ID
        Removes an object that nothing refers to.
    rules show, rules put FILE
        The rules of the whole site.

    site export [FILE]
        The whole set-up as JSON, without passwords. For supervisors and auditors, too.
    site import FILE
        Makes a file of "site export" the set-up: what it does not name is removed. Users that are
        new cannot sign in until they are given a password.
    site audit [ENTRY] [--limit NUMBER]
        Who changed the set-up, when, from what to what; the newest entries, or one in full. For
        administrators and auditors.
    site undo ENTRY
        Sets what an entry of the audit changed back to what it was.

    Each change is checked as a whole and done as a whole, at once, without a restart. It is shown
    with + (added), - (removed), ~ (changed) and the members that differ.

    strategy list
        Every strategy with its active version, how many sessions run, and the queues that name it.
        For supervisors, administrators and auditors, as are show, sessions and trace.
    strategy show ID [VERSION]
        The document of a version; of the active one where none is named.
    strategy install ID FILE [--note TEXT] [--inactive]
        Checks a document and stores it as a new version, which new sessions run from now on; with
        --inactive it is only stored. Sessions that run finish on their version. A queue names its
        strategy by its member "strategy" ("queue put").
    strategy activate ID VERSION
        New sessions run this version from now on: forward, or back to an older one.
    strategy remove ID
        Removes a strategy that no queue names and no session runs, with all its versions.
    strategy sessions [ID] [--all] [--limit NUMBER]
        The sessions that run, the newest first; with --all also those that have ended.
    strategy trace INTERACTION
        What strategies did with an interaction, step by step: event, states, actions, log.

  Without a server:
    strategy check FILE...
        Reads documents of SCXML, and the files that they name beside them, and says what is wrong
        with them: what is not well formed or not allowed where it stands, expressions and scripts
        that do not compile, states that are never entered, actions that are not known; each with
        file, line and column.
    strategy conformance FOLDER...
        Runs each .scxml of a folder with virtual time, as the W3C's implementation report asks,
        and says which end in the state "pass". Those that others invoke (...subN.scxml) are not
        run by themselves.
    simulate --strategy FILE [--strategy FILE] [--site EXPORT] [--arrivals synthetic|FILE]
             [--agents NUMBER] [--seed NUMBER] ...
        What if: runs a day of customers and agents through the real core in virtual time and
        compares what one or two strategies come to. "tandemctl simulate --help" tells all of it.

    backup FILE [--data DIR] [--database postgresql://...]
        Copies all that a company keeps, as it is at one moment, into a new file; the server may
        run. The file is the same for both kinds of store.
    restore FILE [--data DIR] [--database postgresql://...]
        Copies a backup into a store that holds nothing yet and that no server uses.
    store copy FROM TO
        Copies a store into another one that holds nothing yet: a move from SQLite to PostgreSQL,
        or back. Each is a data folder, a file of SQLite or postgresql://USER@HOST:PORT/NAME. Stop
        the server first: what it stores behind the copy's moment is not in the copy.

OPTIONS
    --data DIR, --database STORE
        The store, for "backup" and "restore", as of tandemd. Passwords of databases are better
        kept in ~/.pgpass.
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
    --dry-run
        Shows what a change of the set-up would change, and whether it would be refused; changes
        nothing.
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
    1   the server refused, standard error says why; or a strategy has findings or fails
    2   wrong usage
    3   no connection to the server

EXAMPLES
    tandemctl --user ada status
    tandemctl --user sam --json interactions --all
    TANDEM_PASSWORD=... tandemctl --user ada user add dora --role agent --skill german=4
    tandemctl --user ada user set dora --skill german=5 --group frontline --dry-run
    tandemctl --user ada queue show support | sed 's/Support/Help/' |
        tandemctl --user ada queue put -
    tandemctl --user ada site export before.json
    tandemctl --user ada site import before.json --dry-run
)";

} // namespace tandem::ctl
