// SPDX-License-Identifier: GPL-3.0-or-later
// R10 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing } from "./checker.mjs";
import { failAgainAndAgain, fillItsDisk } from "./diskfaults.mjs";
import { seedOfTest } from "./seededrandom.mjs";

const seed = seedOfTest();

function keepsItsPromises(t, { found, unhealthyMs, recoveryMs, linesPerSecond }) {
  t.diagnostic(JSON.stringify({ unhealthyMs, recoveryMs, linesPerSecond, seed }));
  assert.deepEqual(found, nothing);
  assert.ok(unhealthyMs <= 1000, `health says so after ${unhealthyMs} ms`);
  assert.ok(recoveryMs <= 5000, `goes on after ${recoveryMs} ms`);
  assert.ok(linesPerSecond <= 10, `${linesPerSecond} lines of log in a second`);
}

test("a failing disk: nothing is acknowledged that is not stored, and all is told", async (t) => {
  keepsItsPromises(t, await failAgainAndAgain(t, { seed }));
});

test("a full disk: nothing is acknowledged that is not stored", async (t) => {
  const result = await fillItsDisk(t, { seed });
  if (!result) {
    t.skip("needs the right to mount");
    return;
  }
  keepsItsPromises(t, { ...result, unhealthyMs: 0 }); // until then there may have been room
});

test("a server that is deaf to its store's refusals is caught", async (t) => {
  const faults = [{ what: "errors 0.3", isTotal: false }];
  const { found } = await failAgainAndAgain(t, { seed, faults, more: ["--deaf"] });
  t.diagnostic(`${found.lost.length} lost by the control`);
  assert.ok(found.lost.length > 0, "the control lost nothing that was noticed");
});
