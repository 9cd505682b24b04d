# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what requests have left in a store: effects.py STORE. Prints JSON: how often each text was
said, chats by their customer's name, pieces of work by externalId, for each interaction how often
it moved by which cause, timers that strategies' sessions heard, durations below zero, and events of
chats whose order is not that of their numbers."""
import collections
import json
import sqlite3
import sys


def counted(rows):
    return dict(collections.Counter(value for (value,) in rows))


def negative_durations(store):
    names = ("waitMs", "handleMs", "previousMs")
    payloads = store.execute("SELECT payload FROM event")
    return sum(json.loads(payload).get(name, 0) < 0 for (payload,) in payloads for name in names)


def disordered(store):
    last = collections.defaultdict(int)
    wrong = 0
    for chat, index in store.execute("SELECT chat_id, event_index FROM chat_event ORDER BY id"):
        wrong += index <= last[chat]
        last[chat] = index
    return wrong


def main():
    store = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    moves = collections.defaultdict(collections.Counter)
    for (payload,) in store.execute("SELECT payload FROM event WHERE name = 'interaction.moved'"):
        move = json.loads(payload)
        moves[move["interactionId"]][move["cause"]] += 1
    print(json.dumps({
        "texts": counted(store.execute("SELECT text FROM chat_event WHERE type = 'Message'")),
        "names": counted(store.execute("SELECT contact_name FROM interaction")),
        "externalIds": counted(store.execute("SELECT external_id FROM interaction "
                                             "WHERE external_id IS NOT NULL")),
        "moves": moves,
        "timers": counted(store.execute("SELECT session_id FROM strategy_step "
                                        "WHERE event = 'timer'")),
        "negative": negative_durations(store),
        "disordered": disordered(store),
    }))


main()
