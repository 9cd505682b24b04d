// SPDX-License-Identifier: GPL-3.0-or-later
// Getting in: wrong passwords, guessing, foreign pages, and what comes before the login.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { WebSocket } from "ws";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { within } from "../support/condition.mjs";

async function refusal(url, user, password) {
  const agent = await AgentClient.connect(url);
  try {
    await agent.login(user, password);
    return null;
  } catch (error) {
    return { code: error.code, reason: error.reason, message: error.message };
  } finally {
    await agent.drop();
  }
}

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
  const times = { alice: [], nobody: [] };
  for (let round = 0; round < 4; ++round) {
    for (const user of ["alice", "nobody"]) {
      const began = performance.now();
      await refusal(company.server.url, user, `wrong ${round}`);
      times[user].push(performance.now() - began);
    }
  }
  const least = (list) => Math.min(...list);
  const ratio = least(times.alice) / least(times.nobody);
  assert.ok(ratio > 0.4 && ratio < 2.5, `known/unknown: ${ratio}`);
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

test("no password and no session's token is in the logs or the data folder", async (t) => {
  const company = await Company.open(t, { arguments: ["--log-level", "debug"] });
  const ada = await company.agent("ada", { ready: false });
  const secret = "Pa55-for-the-log-search";
  const fields = { user: "dora", displayName: "D", password: secret, roles: [], skills: [] };
  await ada.ask("admin.addUser", fields);
  const dora = await AgentClient.signedIn(company.server.url, "dora", secret);
  await refusal(company.server.url, "dora", `${secret}x`);
  const customer = await company.customer().starts();
  await company.server.stop();
  const { data } = company.server.options;
  const texts = [company.server.log];
  for (const entry of await readdir(data, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      texts.push(await readFile(join(entry.parentPath ?? entry.path, entry.name), "latin1"));
    }
  }
  assert.ok(texts.length >= 2);
  const issued = { secret, token: dora.token, own: ada.token, key: customer.secureKey };
  for (const [name, value] of Object.entries(issued)) {
    assert.ok(value.length >= 16, name);
    assert.equal(texts.some((text) => text.includes(value)), false, `${name} is written down`);
  }
  assert.equal(texts.slice(0, 1).some((text) => text.includes("Maria")), false, "names in the log");
});
