// SPDX-License-Identifier: GPL-3.0-or-later
// R14 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Server } from "../support/server.mjs";
import { isBounded, mostBacklog, onSlowStore, overloadSlowStore } from "./overload.mjs";

const about = { connections: 4, outstanding: 6000, seconds: 1 };

test("more than the store can take is refused, and the rest goes on", async (t) => {
  const server = await Server.start(t, onSlowStore());
  const result = await overloadSlowStore(server, about);
  const { during, backlog } = result;
  t.diagnostic(JSON.stringify({ counts: during.counts, backlog }));
  assert.ok(isBounded(result), `${during.counts.refused} refused, ${backlog} <= ${mostBacklog}`);
  assert.ok(during.acknowledged_per_s > 500, "work in hand goes on");
});

test("a server that stores up what it cannot do is caught", async (t) => {
  const server = await Server.start(t, onSlowStore("--endless-backlog"));
  const result = await overloadSlowStore(server, about);
  t.diagnostic(JSON.stringify({ counts: result.during.counts, backlog: result.backlog }));
  assert.ok(!isBounded(result));
});
