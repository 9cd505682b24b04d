// SPDX-License-Identifier: GPL-3.0-or-later
// R12 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testProgram } from "../support/programs.mjs";
import { stopAndComeBack } from "./comingback.mjs";
import { standStill } from "./standstill.mjs";

// The criterion is 256 (tests/measure R12); this few clients show a moment's peak as much more.
const kbEachLimit = 512;
const about = { clients: 80, agents: 6, rounds: 1, times: 50, seconds: 3 };

test("clients who stop reading are dropped, and others served", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const { reading, still, sockets } = await standStill(t, { ...about, tell });
  assert.equal(reading[0].dropped, 0, "nobody who reads");
  assert.ok(still[0].dropped >= sockets, `${still[0].dropped} of ${sockets} dropped`);
  assert.ok(still[0].kbEach <= kbEachLimit, `${still[0].kbEach} KB for each`);
  assert.deepEqual([...reading[0].faults, ...still[0].faults], []);
});

test("who comes back has missed nothing that was acknowledged", async (t) => {
  const { agent, customer } = await stopAndComeBack(t);
  t.diagnostic(JSON.stringify({ agent, customer }));
  assert.deepEqual([agent.wrong, customer.wrong], [[], []]);
  assert.ok(agent.said > agent.heardLive && customer.said > customer.heardLive);
  assert.ok(agent.hasSnapshot);
});

test("a server that queues without a limit is caught", async (t) => {
  const options = { program: testProgram("boundless"), arguments: ["--endless-queues"] };
  const { still } = await standStill(t, { ...about, options });
  t.diagnostic(JSON.stringify({ kbEach: still[0].kbEach, dropped: still[0].dropped }));
  assert.ok(still[0].kbEach > kbEachLimit || still[0].dropped === 0);
});
