# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts today's figures (UTC) from a store's fact log, by the words of docs/statistics.md:
recount.py STORE. Prints JSON: {"queues": {id: figures}, "agents": {id: figures}}."""
import collections
import json
import sqlite3
import sys
import time

WAITING = ("queued", "routing", "offered")
THRESHOLD_MS = 20_000
DAY_MS = 86_400_000


def facts(file):
    store = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    midnight = int(time.time() * 1000) // DAY_MS * DAY_MS
    rows = store.execute("SELECT payload FROM event WHERE name = 'interaction.moved' "
                         "AND time >= ? ORDER BY id", (midnight,))
    yield from (json.loads(payload) for (payload,) in rows)


def mean(values):
    return sum(values) / len(values) if values else None


def queue_figures(moves, queue):
    entered = [m for m in moves if m["to"] in WAITING and m.get("toQueueId", m["queueId"]) == queue
               and ("from" not in m or m.get("toQueueId", m["queueId"]) != m["queueId"])]
    own = [m for m in moves if m["queueId"] == queue]
    waited = [m for m in own if m.get("from") in WAITING]
    answered = [m for m in waited if m["cause"] in ("accepted", "pulled")]
    abandoned = [m for m in waited if m["cause"] == "customer_left"]
    in_time = [m for m in answered if m["waitMs"] <= THRESHOLD_MS]
    judged = len(answered) + len(abandoned)
    return {
        "queue_entered": len(entered),
        "queue_offered": len([m for m in waited if m["cause"] == "offered"]),
        "queue_accepted": len(answered),
        "queue_abandoned": len(abandoned),
        "queue_service_level": len(in_time) / judged if judged else None,
        "queue_average_wait": mean([m["waitMs"] for m in answered]),
        "queue_average_handle": mean([m["handleMs"] for m in own if "handleMs" in m]),
    }


def agent_figures(moves):
    waited = [m for m in moves if m.get("from") in WAITING]
    return {
        "agent_accepted": len([m for m in moves if m["cause"] in ("accepted", "consulted")
                               or (m["cause"] == "pulled" and m in waited)]),
        "agent_missed": len([m for m in moves if m["cause"] in ("timed_out", "rejected")
                             and m["to"] != "done"]),
        "agent_average_handle": mean([m["handleMs"] for m in moves if "handleMs" in m]),
    }


def main():
    moves = list(facts(sys.argv[1]))
    by_agent = collections.defaultdict(list)
    queues = set()
    for move in moves:
        queues.update((move["queueId"], move.get("toQueueId", move["queueId"])))
        if "agentId" in move:
            by_agent[move["agentId"]].append(move)
    print(json.dumps({
        "facts": len(moves),
        "queues": {queue: queue_figures(moves, queue) for queue in queues},
        "agents": {agent: agent_figures(own) for agent, own in by_agent.items()},
    }))


main()
