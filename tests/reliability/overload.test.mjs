// SPDX-License-Identifier: GPL-3.0-or-later
// R14 at the size of the suite, and its control: a tenth of the limit, so that the slowest machine
// reads more than that from its customers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Server } from "../support/server.mjs";
import { isBounded, onSlowStore, overloadSlowStore } from "./overload.mjs";

const limit = 2000;
const mostBacklog = limit + 1000;
const about = { connections: 4, outstanding: 6000, seconds: 1 };

test("more than the store can take is refused, and the rest goes on", async (t) => {
  const server = await Server.start(t, onSlowStore("--backlog", String(limit)));
  const result = await overloadSlowStore(server, about);
  const { during, backlog } = result;
  t.diagnostic(JSON.stringify({ counts: during.counts, backlog }));
  const what = `${during.counts.refused} refused, ${backlog} <= ${mostBacklog}`;
  assert.ok(isBounded(result, mostBacklog), what);
  assert.ok(during.acknowledged_per_s > 500, "work in hand goes on");
});

test("a server that stores up what it cannot do is caught", async (t) => {
  const server = await Server.start(t, onSlowStore("--endless-backlog"));
  const result = await overloadSlowStore(server, about);
  t.diagnostic(JSON.stringify({ counts: result.during.counts, backlog: result.backlog }));
  assert.ok(!isBounded(result, mostBacklog));
});
