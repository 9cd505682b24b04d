// SPDX-License-Identifier: GPL-3.0-or-later
// R1 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testProgram } from "../support/programs.mjs";
import { nothing } from "./checker.mjs";
import { killAgainAndAgain } from "./killing.mjs";
import { seedOfTest } from "./seededrandom.mjs";

const seed = seedOfTest();

test("50 crashes lose, double and reorder nothing that was acknowledged", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const result = await killAgainAndAgain(t, { kills: 50, rate: 200, seed, tell });
  const { acknowledged, perSecond, repeated } = result;
  tell(`${acknowledged} acknowledged, ${perSecond.toFixed(0)}/s, ${repeated} said again`);
  assert.deepEqual(result.found, nothing);
  assert.ok(perSecond > 150, `only ${perSecond.toFixed(0)} messages/s`);
  assert.ok(repeated > 20, "crashes came while messages were under way");
});

test("a server that acknowledges before it commits is caught losing", async (t) => {
  const [server, insistMs] = [{ program: testProgram("earlyack") }, 10_000];
  const result = await killAgainAndAgain(t, { kills: 8, rate: 200, seed, server, insistMs });
  t.diagnostic(`${result.acknowledged} acknowledged, ${result.found.lost.length} lost`);
  assert.ok(result.found.lost.length > 0, "the control lost nothing that was noticed");
});
