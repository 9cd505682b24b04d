// SPDX-License-Identifier: GPL-3.0-or-later
// R6 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testProgram } from "../support/programs.mjs";
import { nothing } from "./checker.mjs";
import { failInSilence, failItsDatabase } from "./databasefaults.mjs";
import { seedOfTest } from "./seededrandom.mjs";

const seed = seedOfTest();
const few = { seed, agents: 2, chats: 12 };

test("a failing database: refused at once, nothing false, on again by itself", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const result = await failItsDatabase(t, { ...few, lastsMs: 1200, tell });
  const { found, acknowledged, repeated, ...figures } = result;
  tell(JSON.stringify(figures));
  assert.deepEqual(found, nothing);
  assert.equal(result.falselyAcknowledged, 0);
  assert.ok(result.refused > 10 && result.refusedOtherwise === 0, "refused with 503");
  assert.ok(result.refusedMs < 2000, `refused after ${result.refusedMs} ms`);
  assert.ok(result.unhealthyMs < 3000, `health says so after ${result.unhealthyMs} ms`);
  assert.ok(result.recoveryMs < 8000, `goes on after ${result.recoveryMs} ms`);
  assert.ok(result.lostAnswers > 0 && repeated > 10, "faults came while messages were under way");
});

test("a database that dies while nothing is written is noticed", async (t) => {
  const faults = ["killed", "stopped"];
  const tell = (line) => t.diagnostic(line);
  const { silentMs, againMs, saidHealthy } = await failInSilence(t, { faults, tell });
  assert.equal(saidHealthy, 0);
  assert.ok(silentMs < 6000, `health says so after ${silentMs} ms`);
  assert.ok(againMs < 8000, `goes on after ${againMs} ms`);
});

test("a server that acknowledges before it commits is caught losing", async (t) => {
  // A chat that it lost takes no message any more, however often it is said.
  const program = testProgram("earlyack");
  const options = { ...few, faults: ["killed"], program, insistMs: 5000, isLossy: true };
  const { found } = await failItsDatabase(t, options);
  t.diagnostic(`${found.lost.length} lost by the control`);
  assert.ok(found.lost.length > 0, "the control lost nothing that was noticed");
});
