// SPDX-License-Identifier: GPL-3.0-or-later
// Getting in: wrong passwords, guessing, foreign pages, and what comes before the login.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WebSocket } from "ws";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { within } from "../support/condition.mjs";
import {
  distinction,
  isStrong,
  refusal,
  refusalTimes,
  storedHashes,
  triesTaken,
} from "../support/logins.mjs";

test("a wrong password and an unknown user get one and the same answer", async (t) => {
  const company = await Company.open(t);
  const wrong = await refusal(company.server.url, "alice", "wrong");
  assert.equal(wrong.reason, "bad_credentials");
  assert.deepEqual(await refusal(company.server.url, "nobody", "wrong"), wrong);
  assert.deepEqual(await refusal(company.server.url, "", ""), wrong);
  assert.equal(await refusal(company.server.url, "alice", "demo"), null);
});

test("a wrong password takes as long as an unknown user", async (t) => {
  const company = await Company.open(t);
  const { known, unknown } = await refusalTimes(company.server.url, 3);
  const { value, limit } = distinction(known, unknown);
  assert.ok(value <= limit, `known and unknown users can be told apart: ${value} > ${limit}`);
  const early = distinction(known, unknown.map((time) => time / 10));
  assert.ok(early.value > early.limit, "control: an answer that comes early is noticed");
});

test("after ten wrong passwords even the right one must wait, for that user only", async (t) => {
  const company = await Company.open(t);
  for (const user of ["alice", "nobody"]) {
    const reasons = [];
    for (let round = 0; round < 11; ++round) {
      reasons.push((await refusal(company.server.url, user, `guess ${round}`)).reason);
    }
    assert.deepEqual(new Set(reasons.slice(0, 10)), new Set(["bad_credentials"]), user);
    assert.equal(reasons[10], "rate_limited", user);
  }
  assert.equal((await refusal(company.server.url, "alice", "demo")).reason, "rate_limited");
  assert.equal(await refusal(company.server.url, "bob", "demo"), null);
});

test("a page of a foreign origin is refused, a program without one is not", async (t) => {
  const company = await Company.open(t);
  for (const origin of ["https://evil.example", "null", "http://127.0.0.1.evil.example"]) {
    const socket = new WebSocket(`${company.server.url.replace("http", "ws")}/agent`, {
      headers: { Origin: origin },
    });
    const status = new Promise((resolve, reject) => {
      socket.once("unexpected-response", (_, answer) => resolve(answer.statusCode));
      socket.once("open", () => reject(new Error(`${origin} was let in`)));
      socket.once("error", () => resolve(0));
    });
    assert.equal(await within(5000, "the refusal", status), 403, origin);
    socket.terminate();
  }
  assert.equal(await refusal(company.server.url, "alice", "demo"), null);
});

test("before the login nothing else is answered", async (t) => {
  const company = await Company.open(t);
  for (const method of ["server.status", "agent.list", "admin.addUser", "no.such"]) {
    const agent = await AgentClient.connect(company.server.url);
    t.after(() => agent.drop());
    const asked = agent.ask(method).then(
      () => assert.fail(`${method} was answered`),
      (error) => error,
    );
    await within(5000, `${method} to be refused`, Promise.race([asked, agent.closed]));
  }
});

test("fifty wrong passwords from one address are looked at, for whomever", async (t) => {
  const { server } = await Company.open(t);
  const users = Array.from({ length: 60 }, (_, number) => `user${number}`);
  assert.equal(await triesTaken(server.url, users, 60, "127.0.0.2"), 50);
  assert.equal(await refusal(server.url, "alice", "demo", "127.0.0.3"), null);
});

test("another spelling of a user is nobody", async (t) => {
  const { server } = await Company.open(t);
  for (const user of ["ALICE", " alice", "alice ", "\uff41lice", "al\u00adice"]) {
    assert.equal((await refusal(server.url, user, "demo")).reason, "bad_credentials", user);
  }
});

test("passwords are kept by Argon2id, each with a salt of its own", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const before = (await storedHashes(company.server.options.data)).length;
  for (const user of ["one", "two", "three"]) {
    const fields = { user, displayName: user, password: "one and the same", roles: [], skills: [] };
    await ada.ask("admin.addUser", fields);
  }
  const hashes = await storedHashes(company.server.options.data);
  assert.equal(hashes.length, before + 3);
  assert.equal(new Set(hashes.map(({ salt }) => salt)).size, hashes.length);
  assert.deepEqual(hashes.filter((hash) => !isStrong(hash)), []);
});
