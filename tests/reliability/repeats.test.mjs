// SPDX-License-Identifier: GPL-3.0-or-later
// R4 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { repeatConditionalRequests } from "./conditionalrequests.mjs";
import { repeatKeyedRequests } from "./keyedrequests.mjs";
import { seedOfTest } from "./seededrandom.mjs";

const seed = seedOfTest();

function isRight(t, { asked, crashes, differing, doubled, missing }) {
  t.diagnostic(`${asked} asked, ${crashes} crashes, seed ${seed}`);
  assert.deepEqual({ differing, doubled, missing }, { differing: [], doubled: [], missing: [] });
  assert.ok(crashes > 0, "the server crashed between");
}

test("requests with keys, 1 to 20 times in any order, across crashes: one effect", async (t) => {
  isRight(t, await repeatKeyedRequests(t, { seed, each: 12 }));
});

test("requests of an interaction's life, 1 to 20 times, across crashes: one effect", async (t) => {
  isRight(t, await repeatConditionalRequests(t, { seed, count: 8 }));
});

test("without keys the doubles are noticed", async (t) => {
  const { doubled } = await repeatKeyedRequests(t, { seed, each: 2, isKeyed: false });
  assert.ok(doubled.length > 0, "the control doubled nothing that was noticed");
});
