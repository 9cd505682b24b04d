// SPDX-License-Identifier: GPL-3.0-or-later
// The same key has the same effect once and the same answer, also across a crash.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { RestCustomer } from "../support/rest.mjs";

async function messages(agent, interactionId) {
  const events = await agent.transcript(interactionId);
  return events.filter((event) => event.type === "Message").map((event) => event.text);
}

test("a customer's message sent twice with one key is said once", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const repeated = { message: "Hello", clientMessageId: "key-1", transcriptPosition: 1 };
  const first = await customer.does("send", repeated);
  const second = await customer.does("send", repeated);
  assert.deepEqual(second, first);
  await customer.says("Hello", "key-2");
  assert.deepEqual(await messages(alice, interactionId), ["Hello", "Hello"]);
});

test("an agent's message sent twice with one key is said once", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  const [first, second] = await Promise.all([
    alice.says(interactionId, "Good day", "a-1"),
    alice.says(interactionId, "Good day", "a-1"),
  ]);
  assert.equal(second.index, first.index);
  assert.deepEqual(await messages(alice, interactionId), ["Good day"]);
});

test("keys of the customer and of the agent do not meet", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("from Maria", "same");
  await alice.says(interactionId, "from Alice", "same");
  assert.deepEqual(await messages(alice, interactionId), ["from Maria", "from Alice"]);
});

test("a chat that is started twice with one key is one chat", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  const fields = { nickname: "Maria", subject: "Parcel", clientMessageId: "start-0815-4711" };
  const first = await RestCustomer.post(company.customer().base, fields);
  const second = await RestCustomer.post(company.customer().base, fields);
  assert.equal(second.body.chatId, first.body.chatId);
  assert.equal(second.body.secureKey, first.body.secureKey);
  const { queues } = await alice.ask("queue.list");
  assert.equal(queues.find((queue) => queue.id === "support").waiting, 1);
});

test("a key keeps its effect across a crash of the server", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const first = await customer.says("Hello", "key-1");
  const spoken = await alice.says(interactionId, "Good day", "a-1");
  const fields = { nickname: "Ben", subject: "Bill", clientMessageId: "start-1" };
  const started = await RestCustomer.post(company.customer().base, fields);

  await company.server.crashAndRestart();
  await alice.reconnect();
  await alice.resume();

  const second = await customer.says("Hello", "key-1");
  assert.equal(second.statusCode, first.statusCode);
  assert.equal((await alice.says(interactionId, "Good day", "a-1")).index, spoken.index);
  const again = await RestCustomer.post(company.customer().base, fields);
  assert.equal(again.body.chatId, started.body.chatId);
  assert.deepEqual(await messages(alice, interactionId), ["Hello", "Good day"]);
});
