// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/manual.h"

namespace tandem::ctl {

const std::string_view simulateManual = R"(NAME
    tandemctl simulate - what if: a day with one strategy, or with another

SYNOPSIS
    tandemctl simulate --strategy FILE [--strategy FILE] [--site EXPORT]
              [--arrivals synthetic|FILE.csv] [--agents NUMBER] [--seed NUMBER] [OPTIONS]

DESCRIPTION
    Simulated customers and agents spend a day with the real core: the same routing, statistics and
    strategies as in the server decide, in virtual time, and nothing is stored. Both strategies are
    given the same customers with the same patience. The same arguments give the same day, down to
    every fact and row: "trace" is a hash over all of them in order.

    A customer comes, waits until the patience ends, answers the agent once, and takes a callback
    or not where a strategy offers one (which needs a media type "callback" in the site). An agent
    accepts an offer after a moment, has it for the handling time, ends the conversation, does the
    after contact work, and goes home behind the shift. All times are drawn from exponential
    distributions with the means that are given. Nothing outside is asked: the action "http" fails.
    Whether a session's data can be stored is looked at in every 64th session, and in all of them
    once one has failed.

OPTIONS
    --strategy FILE
        An SCXML document, or the id of one that comes with Tandem (basic_chat, business_hours,
        estimated_wait, last_agent_first, mail_triage, skill_then_widen, vip), or "none": the
        queues' own rules. Twice: two that are compared.
    --queue ID
        A queue that runs the strategy and is given the synthetic customers; may be repeated. All
        queues where none is named.
    --site EXPORT
        A file of "tandemctl site export"; the demo company where none is given.
    --agents NUMBER
        That many generated agents, up to 9,000, with skills, groups and capacity as the site's
        agents have them. They begin between 6:00 and 14:00. Without it the site's own agents work:
        as their calendars say, or the whole day.
    --shift HOURS
        Of a generated agent, 8; 24 is the whole day.
    --date DATE
        Of the day, for calendars: 2026-03-03 (a Tuesday). Days are of the site's time zone.
    --arrivals synthetic
        A weekday with the most customers before noon and in the afternoon, spread evenly over the
        queues. All have an address, one in five comes again; half have the attached value "skill"
        (one of the site's); "segment" is vip for 5 of 100, and gold for 15.
    --chats NUMBER
        Of synthetic arrivals, 2,000.
    --arrivals FILE.csv
        Recorded arrivals, a line each, in any order; lines that begin with # and a first line that
        begins with "time" are passed over:
            TIME,QUEUE[,HANDLING[,PATIENCE[,NAME=VALUE]...]]
        TIME is seconds since midnight, or ISO 8601 (2026-03-03T09:15:00; without an offset in the
        site's time zone), all of one day. HANDLING and PATIENCE are seconds, drawn where they are
        empty. NAME=VALUE is attached data; "EmailAddress=..." is how customers are known again.
    --handling, --after-work, --accept, --reply, --patience SECONDS
        Means: of the conversation (300), of the after contact work (15), until an agent accepts
        (4, at most 20), until a customer answers (20), until a customer leaves (180; 0: never).
    --callbacks PERCENT
        Of the customers take a callback that is offered: 30.
    --seed NUMBER
        Of all chance, 1.
    --csv FILE, --svg FILE
        Writes the half hours of the day as CSV; waits and abandons over the day as a chart.
    --json
        Prints a line of JSON instead of the table: a list with an object for each strategy.

FIGURES
    service level       answered within the queue's threshold (20 s where it has none), of those
                        answered or abandoned
    abandoned           customers who left while waiting
    closed or other     ended by a strategy or the closed queue before anybody answered, refused,
                        or still waiting 12 hours after the day
    waits               from the start of the chat to its acceptance by an agent; "longest" also of
                        those who left
    occupancy           time of agents with something in hand, of the time ready or with it
    average handling    from acceptance to done, after contact work included
    Half hours count customers by when they came.

EXIT CODES
    0   done
    1   a strategy has findings, standard error says which
    2   wrong usage, or a file that cannot be used; nothing was simulated

EXAMPLES
    tandemctl simulate --strategy none --strategy basic_chat --svg day.svg
    tandemctl simulate --strategy now.scxml --strategy next.scxml --site before.json \
        --arrivals monday.csv --csv day.csv
    tandemctl simulate --strategy vip --agents 1000 --chats 60000
)";

} // namespace tandem::ctl
