// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/options.h"

namespace tandem::load {

const char *const manual = R"(NAME
    tandem-load - customers and agents for a server under load

SYNOPSIS
    tandem-load chat [--times NUMBER] [--seconds NUMBER] [OPTIONS]
    tandem-load saturate [--connections NUMBER] [--seconds NUMBER] [OPTIONS]
    tandem-load chat|saturate --compare COMMAND --compare COMMAND [--rounds NUMBER] [OPTIONS]

DESCRIPTION
    chat plays a day's chats: customers over CometD (WebSocket) and REST polling, agents over the
    agent protocol. Each chat takes its turns at times drawn beforehand (exponential distributions),
    however slow the server is, and each time is taken from when a thing should have happened: a
    server that stands still is not forgiven by a generator that waits for it. Every message has a
    number; what was acknowledged must be shown to the other side, once and in order.

    saturate finds out how many messages a second the server makes durable: each customer says the
    next thing as soon as the last was acknowledged. Without --agents the chats stay in the queue.

    Agents "load-agent-1", "load-agent-2" ... are added to the server's company by an administrator.
    Use it on servers that are there to be tested.

OPTIONS
    --server URL          http://127.0.0.1:8765 where it is not said
    --user USER           the administrator (ada)
    --password-file FILE  the administrator's password; else TANDEM_PASSWORD, else "demo"
    --service NAME        the customers' service (support)
    --times NUMBER        so many times the load of T8 (1): 609 open chats, 15.5 messages/s,
                          1.7 starts/s, a poll each 3 s of those who poll
    --open NUMBER, --messages NUMBER, --starts NUMBER
                          open chats, messages a second, starts a second, instead of those of T8
    --sockets SHARE       of the customers, 0 to 1, on a WebSocket (0.8); the others poll
    --poll SECONDS        from poll to poll (3)
    --typing SHARE        of the messages, those whose writer is seen to type (0.5)
    --agents NUMBER       as many as the chats need (chat), none (saturate)
    --capacity NUMBER     chats of an agent at once (6)
    --drop-every SECONDS, --reload-every SECONDS
                          mean time after which a customer's connection breaks, or the page is
                          loaded anew (never)
    --drop-all-at SECONDS all customers' connections break then, at once
    --connections NUMBER, --outstanding NUMBER
                          customers of saturate (50), and how many messages each has under way (1)
    --seconds NUMBER      how long to look (60); --warm-up NUMBER of saturate before it (3)
    --dialogues FILE      what is said: JSON lines, {"turns":[["customer",TEXT],["agent",TEXT]]}
    --compare COMMAND     twice: command lines of two servers, for example "tandemd" and
                          "tandemd --database postgresql://...". Each is started with a new data
                          folder, --demo and a free port, in turn, --rounds times (3)
    --seed NUMBER         the same choices for the same number (1)
    --json FILE           the figures for programs, too
    --version, -h, --help

REPORT
    Times in milliseconds, kept within 1.6 %. "the generator's own lateness" is how late it came to
    its own turns: where that is large, the other times are its fault. Cores and memory of the
    server are those of its /metrics, which it shows to programs of its own machine.

EXIT CODES
    0 all that was acknowledged was shown, once and in order
    1 something was lost, doubled or out of order, or never answered
    2 wrong usage
    3 it could not be run: no server, no administrator
)";

} // namespace tandem::load
