// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of agents: set by themselves, taken away by administrators, shown to customers where the
// company's rules say so.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { png } from "../support/files.mjs";

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
const portrait = (text) => png(96, 96, Buffer.from(text));
const sets = (agent, bytes, userName) =>
  agent.ask("agent.setPicture", { bytes: bytes?.toString("base64"), userName });
const refused = (reason, field) => (error) => error.reason === reason && error.data.field === field;

async function pictureOf(agent, user) {
  const { agents } = await agent.ask("agent.list");
  return agents.find(({ userName }) => userName === user).picture;
}

async function fetched(company, hash) {
  const answer = await fetch(`${company.server.url}/tandem/pictures/${hash}`);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const joinedOf = (messages) =>
  messages.find(({ from, type }) => type === "ParticipantJoined" && from.type === "Agent");

test("colleagues and customers see an agent's picture, also after a restart", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const bytes = portrait("alice");
  await sets(alice, bytes);
  assert.equal(await pictureOf(bob, "alice"), hashOf(bytes));
  const told = await bob.ask("agent.picture", { hash: hashOf(bytes) });
  assert.deepEqual(Buffer.from(told.bytes, "base64"), bytes);
  await bob.ask("agent.setState", { state: "not_ready" });

  const { customer } = await company.conversation(alice);
  const { messages } = await customer.refresh();
  assert.deepEqual(joinedOf(messages).userData, { picture: hashOf(bytes) });
  await company.server.crashAndRestart();
  const { answer, bytes: served } = await fetched(company, hashOf(bytes));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/png");
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  assert.deepEqual(served, bytes);
});

test("another picture takes the place of the one before, and none is possible", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  await sets(alice, portrait("one"));
  await sets(alice, portrait("two"));
  assert.equal((await fetched(company, hashOf(portrait("one")))).answer.status, 404);
  assert.equal((await fetched(company, hashOf(portrait("two")))).answer.status, 200);
  await sets(alice, undefined);
  assert.equal((await fetched(company, hashOf(portrait("two")))).answer.status, 404);
  assert.equal(await pictureOf(alice, "alice"), undefined);
  const { customer } = await company.conversation(alice);
  assert.equal(joinedOf((await customer.refresh()).messages).userData, undefined);
});

test("what is no small PNG is refused, and nothing changes", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  await sets(alice, portrait("kept"));
  const wrong = [
    Buffer.from("<svg onload='alert(1)'/>"),
    Buffer.alloc(0),
    portrait("cut").subarray(0, 20),
    png(15, 96),
    png(96, 513),
    png(96, 96, Buffer.alloc(65 * 1024)),
  ];
  for (const bytes of wrong) {
    await assert.rejects(sets(alice, bytes), refused("invalid_params", "bytes"));
  }
  await assert.rejects(
    alice.ask("agent.setPicture", { bytes: "not base64!" }),
    refused("invalid_params", "bytes"),
  );
  assert.equal(await pictureOf(alice, "alice"), hashOf(portrait("kept")));
});

test("administrators take away the pictures of others, and that is audited", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  const bob = await company.agent("bob", { ready: false });
  const ada = await company.agent("ada", { ready: false });
  await sets(alice, portrait("alice"));
  await assert.rejects(sets(bob, undefined, "alice"), refused("not_permitted", "userName"));
  await assert.rejects(sets(ada, undefined, "nobody"), refused("not_found", "userName"));
  await sets(ada, undefined, "alice");
  assert.equal(await pictureOf(alice, "alice"), undefined);
  const { entries } = await ada.ask("admin.audit");
  assert.deepEqual(
    [entries[0].userName, entries[0].action, entries[0].detail],
    ["ada", "picture", "alice"],
  );
});

test("customers see no pictures where the rules say so", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const ada = await company.agent("ada", { ready: false });
  await sets(alice, portrait("alice"));
  const { document } = await ada.ask("admin.site");
  await ada.ask("admin.apply", { put: { rules: { ...document.rules, picturesShown: false } } });
  const { customer } = await company.conversation(alice);
  assert.equal(joinedOf((await customer.refresh()).messages).userData, undefined);
  assert.equal((await fetched(company, hashOf(portrait("alice")))).answer.status, 404);
  assert.ok((await alice.ask("agent.picture", { hash: hashOf(portrait("alice")) })).bytes);
});

test("an agent who is removed leaves no picture behind", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const password = "correct horse battery";
  await ada.ask("admin.addUser", { user: "zoe", displayName: "Zoe", password });
  const zoe = await AgentClient.signedIn(company.server.url, "zoe", password);
  t.after(() => zoe.drop());
  await sets(zoe, portrait("zoe"));
  await ada.ask("admin.apply", { put: {}, remove: [{ kind: "agent", id: "zoe" }] });
  assert.equal((await fetched(company, hashOf(portrait("zoe")))).answer.status, 404);
});

test("addresses of pictures that are not there are answered alike", async (t) => {
  const company = await Company.open(t);
  for (const path of ["", "x", "..%2Fx", "a/b", "%00", "0".repeat(64)]) {
    const { answer } = await fetched(company, path);
    assert.equal(answer.status, 404, path);
  }
});
