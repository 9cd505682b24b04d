// SPDX-License-Identifier: GPL-3.0-or-later
// S8: secrets are long, new each time, and written down nowhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Server } from "../support/server.mjs";
import { findSecrets, bitsOf, missedWhenPlanted } from "../support/secrets.mjs";
import { manySecrets, oneTimePassword, personalDataLogged, wholeDay } from "./secretivetalk.mjs";

const wantedBits = 128;

test("no secret of a whole day is in a log, the store, an error or a figure", async (t) => {
  const day = await wholeDay(t);
  assert.ok(day.secrets.length >= 10);
  assert.ok(day.errors.length >= 9);
  assert.ok(day.texts["the store"].length > 100_000);
  assert.deepEqual(findSecrets(day.secrets, day.texts), []);
  assert.equal(day.shown, 1, "the one-time password is shown once");
  assert.deepEqual(personalDataLogged(day), []);
  assert.deepEqual(missedWhenPlanted(day.secrets, day.texts), [], "control");
});

test("tokens and keys are long and new, and a login ends the session before", async (t) => {
  const { tokens, keys, isOldOver } = await manySecrets(t, 20);
  for (const list of [tokens, keys]) {
    assert.equal(new Set(list).size, list.length);
    assert.ok(bitsOf(list) >= wantedBits, `${bitsOf(list)} bits`);
  }
  assert.ok(isOldOver);
  const common = keys.map((key) => keys[0].slice(0, 12) + key.slice(12));
  assert.ok(bitsOf(common) < wantedBits, "control: what hardly changes is noticed");
});

test("the first administrator's password is as long", async (t) => {
  const server = await Server.start(t, { demo: false });
  const once = oneTimePassword(server);
  assert.ok(once.length * 6 >= wantedBits, `${once.length * 6} bits`);
});
