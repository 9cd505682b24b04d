// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of agents: they survive a lost socket and a crash, and there is one for each user.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";

test("a session resumes with every fact that was missed, and no gap", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await alice.drop();
  for (let number = 1; number <= 5; ++number) {
    await customer.says(`while you were away ${number}`);
  }
  await alice.reconnect();
  const reply = await alice.resume();
  assert.ok(reply.replayed >= 5, JSON.stringify(reply));
  assert.equal(reply.snapshot, undefined);
  await alice.hearsText(interactionId, "while you were away 5");
  await customer.says("and now");
  await alice.hearsText(interactionId, "and now");
  const texts = alice.events.get(interactionId).filter((event) => event.type === "Message");
  assert.equal(texts.length, 6);
});

test("after a crash a session resumes with a snapshot and goes on counting", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("before the crash");
  await alice.hearsText(interactionId, "before the crash");
  const before = alice.lastSeq;

  await company.server.crashAndRestart();
  await alice.reconnect();
  const reply = await alice.resume();
  assert.ok(reply.seq > before, `${reply.seq} is not greater than ${before}`);
  const [own] = reply.snapshot.interactions;
  assert.equal(own.interaction.id, interactionId);
  assert.equal(own.interaction.state, "handling");
  assert.ok(own.events.some((event) => event.text === "before the crash"));
  assert.equal(reply.snapshot.agent.state, "ready");

  const last = customer.seen.at(-1)?.index ?? 0;
  await customer.says("after the crash");
  await alice.hearsText(interactionId, "after the crash");
  await alice.says(interactionId, "I am still here");
  await customer.hears("I am still here");
  assert.ok(customer.seen.at(-1).index >= 1000 + last, "the customer's counter goes on higher");
});

test("an offer under way at a crash goes on when the agent resumes in time", async (t) => {
  const config = { restart: { resumeOfferMs: 8000 } };
  const company = await Company.open(t, { config });
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  await company.server.crashAndRestart();
  await alice.reconnect();
  const { snapshot } = await alice.resume();
  const offer = snapshot.offers.find((one) => one.interaction.id === customer.chatId);
  assert.ok(offer, "the offer is in the snapshot");
  assert.ok(offer.timeLeftMs > 0 && offer.timeLeftMs <= 30_000);
  await alice.ask("interaction.accept", { interactionId: customer.chatId });
});

test("an offer whose agent does not resume after a crash goes to another agent", async (t) => {
  const config = { restart: { resumeOfferMs: 500 } };
  const company = await Company.open(t, { config });
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  await company.server.crashAndRestart();
  const bob = await company.agent("bob");
  await bob.accepts(customer.chatId);
});

test("a second login of the same user displaces the first", async (t) => {
  const company = await Company.open(t);
  const first = await company.agent("alice");
  const token = first.token;
  const second = await company.agent("alice");
  await first.hears("session.replaced");
  await first.closed;
  assert.notEqual(second.token, token);
  await first.reconnect();
  await assert.rejects(first.resume(token, 0), (error) => error.reason === "session_expired");
  await second.ask("queue.list");
});

test("after logging out the session cannot be resumed", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  await alice.ask("session.logout");
  await alice.drop();
  await alice.reconnect();
  await assert.rejects(alice.resume(), (error) => error.reason === "session_expired");
});

test("a session that never was is answered like one that is over", async (t) => {
  const company = await Company.open(t);
  const nobody = await AgentClient.connect(company.server.url);
  t.after(() => nobody.drop());
  await assert.rejects(
    nobody.resume("bm8gc3VjaCB0b2tlbiBldmVy", 0),
    (error) => error.reason === "session_expired",
  );
});

test("who comes back to a conversation after a crash is told nothing twice", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("one");
  await alice.says(interactionId, "two");
  await customer.hears("two");
  await company.server.crashAndRestart();
  await alice.reconnect();
  await alice.resume();
  await customer.says("three");
  await alice.says(interactionId, "four");
  await customer.hears("four");
  assert.deepEqual(customer.texts(), ["one", "two", "three", "four"]);
});
