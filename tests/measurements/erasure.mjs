// SPDX-License-Identifier: GPL-3.0-or-later
// What customers wait for while a contact is erased from a store of 512 MiB (by --long of 4 GiB):
// once from one that has to be rewritten, which is how every erasure went before, then as it goes.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Company } from "../support/company.mjs";
import { scoped } from "../support/scope.mjs";
import { run } from "../support/server.mjs";
import { percentile } from "./machine.mjs";

const mebibyte = 1024 * 1024;
const rowBytes = 4000;
const chunkRows = 50_000;
const conversations = 8;
const others = 10;
const limits = { saidP99Ms: 50, saidMaxMs: 250, erasedMs: 1000 };

async function change(company, sql) {
  const done = await run("sqlite3", [join(company.server.options.data, "tandem.sqlite"), sql]);
  assert.equal(done.code, 0, done.errors);
}

/** The store becomes that large, and is from now on one that has to be rewritten. */
async function grow(company, bytes) {
  await company.server.stop();
  await change(company, "CREATE TABLE filler (bytes BLOB); PRAGMA user_version = 0");
  const rows = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${chunkRows})`;
  for (let grown = 0; grown < bytes; grown += chunkRows * rowBytes) {
    await change(company, `${rows} INSERT INTO filler SELECT randomblob(${rowBytes}) FROM n`);
  }
  await company.server.up();
}

async function contactOf(company, alice, emailAddress) {
  for (let i = 0; i < conversations; ++i) {
    const { customer, interactionId } = await company.conversation(alice, { emailAddress });
    await customer.says("My violets are ill");
    await alice.ask("chat.end", { interactionId });
    await alice.ask("interaction.markDone", { interactionId });
  }
}

/** Each says the next thing when the last is acknowledged; gives how long that took, in ms. */
function talks(customers) {
  const times = [];
  let isOver = false;
  const talking = customers.map(async (customer) => {
    while (!isOver) {
      const begun = performance.now();
      await customer.says("and another thing");
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  return async () => {
    isOver = true;
    await Promise.all(talking);
    return times;
  };
}

async function erasedBesides(company, emailAddress) {
  const alice = await company.agent("alice");
  await contactOf(company, alice, emailAddress);
  await alice.drop();
  const customers = [];
  for (let i = 0; i < others; ++i) {
    customers.push(await company.customer().starts());
  }
  const ada = await company.agent("ada", { ready: false });
  const end = talks(customers);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const begun = performance.now();
  const asked = { emailAddress, reason: "asked by letter" };
  // An erasure that is late is heard of all the same.
  const erasedMs = await ada
    .ask("privacy.erase", asked)
    .then(() => performance.now() - begun, () => Infinity);
  const times = await end();
  await ada.drop();
  await Promise.all(customers.map((customer) => customer.leaves()));
  return { erasedMs, p99Ms: percentile(times, 0.99), maxMs: Math.max(...times) };
}

export function measureErasure({ long, tell }) {
  return scoped(async (t) => {
    const company = await Company.open(t);
    const bytes = (long ? 4096 : 512) * mebibyte;
    await grow(company, bytes);
    tell(`a store of ${bytes / mebibyte} MiB that is rewritten`);
    const before = await erasedBesides(company, "wilhelmina@rumpelgasse.example");
    tell("the same store, which is not");
    const now = await erasedBesides(company, "wilhelm@rumpelgasse.example");
    return [
      { name: "rewritten_erased_ms", value: before.erasedMs, limit: null },
      { name: "rewritten_said_max_ms", value: before.maxMs, limit: null },
      { name: "erased_ms", value: now.erasedMs, limit: limits.erasedMs },
      { name: "said_p99_ms", value: now.p99Ms, limit: limits.saidP99Ms },
      { name: "said_max_ms", value: now.maxMs, limit: limits.saidMaxMs },
    ];
  });
}
