// SPDX-License-Identifier: GPL-3.0-or-later
// R12 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testProgram } from "../support/programs.mjs";
import { stopAndComeBack } from "./comingback.mjs";
import { standStill } from "./standstill.mjs";

const kbEachLimit = 256;
const about = { clients: 80, agents: 6, rounds: 2, times: 50, seconds: 3 };

// With this few clients a moment's peak looks like much for each; what is kept is there each time.
function leastEach(rounds) {
  return Math.min(...rounds.map(({ kbEach }) => kbEach));
}

test("clients who stop reading are dropped, and others served", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const { reading, still, sockets } = await standStill(t, { ...about, tell });
  assert.equal(reading[0].dropped, 0, "nobody who reads");
  assert.ok(still[0].dropped >= sockets, `${still[0].dropped} of ${sockets} dropped`);
  assert.ok(leastEach(still) <= kbEachLimit, `${leastEach(still)} KB for each`);
  assert.deepEqual([...reading, ...still].flatMap(({ faults }) => faults), []);
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
  t.diagnostic(JSON.stringify({ kbEach: leastEach(still), dropped: still[0].dropped }));
  assert.ok(leastEach(still) > kbEachLimit || still[0].dropped === 0);
});
