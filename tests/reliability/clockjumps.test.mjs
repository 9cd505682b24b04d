// SPDX-License-Identifier: GPL-3.0-or-later
// R11 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { jumpClocks, jumpMonotonicClock } from "./clockjumps.mjs";

test("a wall clock that jumps makes nothing expire early, late or twice", async (t) => {
  const { wrong } = await jumpClocks(t, { tell: (line) => t.diagnostic(line) });
  assert.deepEqual(wrong, []);
});

test("a monotonic clock that jumps is noticed", async (t) => {
  const { wrong } = await jumpMonotonicClock(t);
  t.diagnostic(wrong.join("; "));
  assert.ok(wrong.length > 0, "the control expired nothing that was noticed");
});
