// SPDX-License-Identifier: GPL-3.0-or-later
// R2 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing } from "./checker.mjs";
import { onFaultyDisk } from "./faultydisk.mjs";
import { killAgainAndAgain } from "./killing.mjs";
import { seedOfTest } from "./seededrandom.mjs";

const seed = seedOfTest();

test("8 power cuts lose, double and reorder nothing that was acknowledged", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const server = onFaultyDisk(seed);
  const result = await killAgainAndAgain(t, { kills: 8, rate: 200, seed, server, tell });
  tell(`${result.acknowledged} acknowledged, ${result.repeated} said again`);
  assert.deepEqual(result.found, nothing);
  assert.ok(result.repeated > 3, "power was cut while messages were under way");
});

test("a server that does not wait for the disk is caught losing", async (t) => {
  const result = await killAgainAndAgain(t, {
    kills: 4,
    rate: 200,
    seed,
    lifeMs: [300, 700],
    server: onFaultyDisk(seed),
    again: onFaultyDisk(seed, "--hasty"),
  });
  t.diagnostic(`${result.acknowledged} acknowledged, ${result.found.lost.length} lost`);
  assert.ok(result.found.lost.length > 0, "the control lost nothing that was noticed");
});
