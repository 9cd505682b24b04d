// SPDX-License-Identifier: GPL-3.0-or-later
// Who is offered what, when, and how long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";

const quickOffers = { routing: { offerTimeoutMs: 700 } };

async function waiting(agent, queueId) {
  const { queues } = await agent.ask("queue.list");
  return queues.find((queue) => queue.id === queueId).waiting;
}

test("the agent who has been idle longest is offered the chat first", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const first = await company.customer().starts();
  await alice.offered(first.chatId);
  assert.equal(await bob.hasHeard("interaction.offered"), false);
  const second = await company.customer().starts();
  await bob.offered(second.chatId);
});

test("an agent with nothing in hand comes before one in conversation", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  await company.conversation(alice);
  const bob = await company.agent("bob");
  for (const agent of [bob, alice]) {
    const customer = await company.customer().starts();
    await agent.accepts(customer.chatId);
  }
});

test("an offer that is not answered in time goes to the agent next in line", async (t) => {
  const company = await Company.open(t, { config: quickOffers });
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const customer = await company.customer().starts();
  const offer = await alice.offered(customer.chatId);
  assert.ok(offer.timeLeftMs > 0 && offer.timeLeftMs <= 700);
  const revoked = await alice.hears("interaction.offerRevoked");
  assert.equal(revoked.reason, "timed_out");
  const interaction = await bob.accepts(customer.chatId);
  assert.equal(interaction.agentId, bob.id);
  assert.equal(interaction.state, "handling");
});

test("a rejected offer goes to another agent", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  await alice.ask("interaction.reject", { interactionId: customer.chatId });
  await bob.accepts(customer.chatId);
});

test("a chat waits while nobody is ready, and is offered as soon as somebody is", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  const customer = await company.customer().starts();
  assert.equal(await alice.hasHeard("interaction.offered"), false);
  assert.equal(await waiting(alice, "support"), 1);
  await alice.ready();
  await alice.accepts(customer.chatId);
  assert.equal(await waiting(alice, "support"), 0);
});

test("an agent who is not ready is offered nothing", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  await alice.notReady(alice.welcome.notReadyReasons[0].code);
  const customer = await company.customer().starts();
  await bob.offered(customer.chatId);
  assert.equal(await alice.hasHeard("interaction.offered"), false);
});

test("an agent gets no more chats at once than the capacity allows", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const capacity = alice.welcome.agent.channels.find((one) => one.mediaType === "chat").capacity;
  assert.ok(capacity >= 1);
  const handled = [];
  for (let count = 0; count < capacity; ++count) {
    const customer = await company.customer().starts();
    handled.push((await alice.accepts(customer.chatId)).id);
  }
  const extra = await company.customer().starts();
  assert.equal(await alice.hasHeard("interaction.offered"), false);
  assert.equal(await waiting(alice, "support"), 1);
  await alice.ask("interaction.markDone", { interactionId: handled[0] });
  await alice.accepts(extra.chatId);
});

test("those who wait longest are offered first", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  const first = await company.customer().starts({ nickname: "Ann" });
  const second = await company.customer().starts({ nickname: "Ben" });
  await alice.ready();
  const one = await alice.offered();
  const two = await alice.offered();
  assert.deepEqual([one.interaction.id, two.interaction.id], [first.chatId, second.chatId]);
});

test("an offer is withdrawn when the customer leaves", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  await customer.does("disconnect");
  const revoked = await alice.hears("interaction.offerRevoked");
  assert.equal(revoked.reason, "customer_left");
  assert.equal(await waiting(alice, "support"), 0);
});

test("an agent whose socket is lost loses the offer but keeps the chats", async (t) => {
  const config = { agents: { socketLostOfferMs: 300, socketLostReturnMs: 60_000 } };
  const company = await Company.open(t, { config });
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const offeredOnly = await company.customer().starts({ nickname: "Ben" });
  await alice.offered(offeredOnly.chatId);
  const bob = await company.agent("bob");
  await alice.drop();
  await bob.accepts(offeredOnly.chatId);
  await customer.says("Are you there?");
  await alice.reconnect();
  await alice.resume();
  await alice.hearsText(interactionId, "Are you there?");
  const mine = await alice.ask("interaction.list", { scope: "mine" });
  assert.deepEqual(mine.interactions.map((one) => one.id), [interactionId]);
});

test("chats of an agent who does not come back return to their queue", async (t) => {
  const config = { agents: { socketLostOfferMs: 100, socketLostReturnMs: 500 } };
  const company = await Company.open(t, { config });
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const bob = await company.agent("bob");
  await alice.drop();
  const interaction = await bob.accepts(interactionId);
  assert.equal(interaction.agentId, bob.id);
  await bob.says(interactionId, "Bob here, I go on");
  await customer.hears("Bob here, I go on");
});

test("every agent's load and every queue's length can be seen by the team", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  await company.conversation(alice);
  const sam = await company.agent("sam", { ready: false });
  const { agents } = await sam.ask("agent.list");
  const seen = agents.find((agent) => agent.id === alice.id);
  assert.equal(seen.state, "ready");
  assert.equal(seen.connected, true);
  assert.equal(seen.channels.find((channel) => channel.mediaType === "chat").active, 1);
  await until("all demo agents in the list", () =>
    ["alice", "bob", "carol"].every((user) => agents.some((agent) => agent.userName === user)),
  );
});
