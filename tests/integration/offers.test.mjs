// SPDX-License-Identifier: GPL-3.0-or-later
// Accepting, transferring and finishing: what is allowed when, and what everyone is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RpcError } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";

function refused(...reasons) {
  return (error) => error instanceof RpcError && reasons.includes(error.reason);
}

test("an offer that is gone cannot be accepted", async (t) => {
  const company = await Company.open(t, { config: { routing: { offerTimeoutMs: 400 } } });
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  await alice.hears("interaction.offerRevoked");
  await bob.accepts(customer.chatId);
  const tooLate = alice.ask("interaction.accept", { interactionId: customer.chatId });
  await assert.rejects(tooLate, refused("wrong_state", "not_found"));
  const { interactions } = await alice.ask("interaction.list", { scope: "mine" });
  assert.deepEqual(interactions, []);
});

test("of two accepts at once exactly one agent gets the chat", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  const params = { interactionId: customer.chatId };
  const [own, foreign] = await Promise.allSettled([
    alice.ask("interaction.accept", params),
    bob.ask("interaction.accept", params),
  ]);
  assert.equal(own.status, "fulfilled");
  assert.equal(foreign.status, "rejected");
  assert.ok(refused("wrong_state", "not_found")(foreign.reason), foreign.reason.message);
});

test("accepting twice changes nothing and is answered alike", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await alice.offered(customer.chatId);
  const params = { interactionId: customer.chatId };
  const [first, second] = await Promise.all([
    alice.ask("interaction.accept", params),
    alice.ask("interaction.accept", params),
  ]);
  assert.deepEqual(second.interaction, first.interaction);
  const joined = (await alice.transcript(customer.chatId)).filter(
    (event) => event.type === "ParticipantJoined" && event.from.type === "Agent",
  );
  assert.equal(joined.length, 1);
});

test("a transfer hands the conversation and all that was said to the other agent", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("I want to pay by invoice");
  await alice.hearsText(interactionId, "I want to pay by invoice");
  const bob = await company.agent("bob");
  const target = { agentId: bob.id };
  await alice.ask("interaction.transfer", { interactionId, target, note: "wants an invoice" });
  await alice.says(interactionId, "I pass you on to Bob");
  const interaction = await bob.accepts(interactionId);
  assert.equal(interaction.agentId, bob.id);
  await alice.hears("interaction.removed", (fact) => fact.interactionId === interactionId);
  const known = (await bob.transcript(interactionId)).map((event) => event.text);
  assert.ok(known.includes("I want to pay by invoice"));
  await bob.says(interactionId, "Hello, I am Bob");
  await customer.hears("Hello, I am Bob");
  await customer.says("Hello Bob");
  await bob.hearsText(interactionId, "Hello Bob");
  const stranger = alice.says(interactionId, "still here?");
  await assert.rejects(stranger, refused("not_permitted", "wrong_state", "not_found"));
});

test("a rejected transfer leaves the conversation with the first agent", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const bob = await company.agent("bob");
  await alice.ask("interaction.transfer", { interactionId, target: { agentId: bob.id } });
  await bob.offered(interactionId);
  await bob.ask("interaction.reject", { interactionId });
  await alice.says(interactionId, "Bob is busy, I stay with you");
  await customer.hears("Bob is busy, I stay with you");
  const interaction = await alice.ask("interaction.get", { interactionId });
  assert.equal(interaction.agentId, alice.id);
  assert.equal(interaction.state, "handling");
});

test("a transfer to an agent who is not there is refused and changes nothing", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { agents } = await alice.ask("agent.list");
  const bob = agents.find((agent) => agent.userName === "bob");
  const { customer, interactionId } = await company.conversation(alice);
  for (const agentId of [bob.id, "0000000000000", "nobody"]) {
    const transfer = alice.ask("interaction.transfer", { interactionId, target: { agentId } });
    await assert.rejects(transfer, refused("wrong_state", "not_found", "invalid_params"));
  }
  await alice.says(interactionId, "I stay with you");
  await customer.hears("I stay with you");
});

test("a disposition is one of the company's, and stays with the interaction", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  const unknown = alice.ask("interaction.setDisposition", { interactionId, code: "no such" });
  await assert.rejects(unknown, refused("invalid_params", "not_found"));
  const code = alice.welcome.dispositions.at(-1).code;
  await alice.ask("interaction.setDisposition", { interactionId, code, note: "called back" });
  const done = await alice.ask("interaction.markDone", { interactionId });
  assert.deepEqual([done.state, done.disposition, done.note], ["done", code, "called back"]);
  const again = await alice.ask("interaction.markDone", { interactionId });
  assert.equal(again.doneAt, done.doneAt, "marking done twice is answered alike");
});

test("marking done ends the conversation for the customer", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await alice.ask("interaction.markDone", { interactionId });
  await customer.refresh();
  assert.equal(customer.chatEnded, true);
});

test("after the customer has left the agent may still add a disposition", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.does("disconnect");
  await alice.hears(
    "interaction.changed",
    (fact) => fact.interaction.state === "after_contact_work",
  );
  const code = alice.welcome.dispositions[0].code;
  await alice.ask("interaction.setDisposition", { interactionId, code });
  await alice.ask("interaction.markDone", { interactionId });
});
