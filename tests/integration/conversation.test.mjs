// SPDX-License-Identifier: GPL-3.0-or-later
// Whole conversations between a customer and an agent, over each way that customers have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";

const turns = [
  ["Hi! My parcel has not come.", "Good afternoon Maria, let me look."],
  ["It is order 4471 — \u{1F4E6} für Köln", "It left the warehouse yesterday."],
  ["Thank you!", "You are welcome."],
];

/** Three messages each way with typing, and all that was said is with both and in the store. */
async function talk(alice, customer, interactionId, saysAsCustomer, typesAsCustomer) {
  for (const [asked, answered] of turns) {
    await typesAsCustomer();
    const typing = await alice.hears(
      "chat.event",
      (fact) => fact.event.type === "TypingStarted" && fact.event.from.type === "Client",
    );
    assert.equal(typing.event.index, undefined, "typing is a signal and has no index");
    await saysAsCustomer(asked);
    await alice.hearsText(interactionId, asked);
    await alice.ask("chat.typing", { interactionId, typing: true });
    await customer.sees("typing", (event) => event.type === "TypingStarted");
    await alice.says(interactionId, answered);
    await customer.hears(answered);
  }
  const said = turns.flat();
  assert.deepEqual(customer.texts(), said);
  const stored = await alice.transcript(interactionId);
  assert.deepEqual(
    stored.filter((event) => event.type === "Message").map((event) => event.text),
    said,
  );
  assert.deepEqual(
    stored.map((event) => event.index),
    stored.map((_, at) => at + 1),
    "indexes count from 1 without gaps",
  );
  assert.deepEqual(
    alice.events.get(interactionId).map((event) => [event.index, event.text]),
    stored.map((event) => [event.index, event.text]),
    "the agent heard what is stored",
  );
  const indexes = customer.seen.map((event) => event.index);
  assert.deepEqual(indexes, [...new Set(indexes)].sort((a, b) => a - b), "each event seen once");
}

async function closes(alice, interactionId) {
  const code = alice.welcome.dispositions[0].code;
  const set = await alice.ask("interaction.setDisposition", { interactionId, code });
  assert.equal(set.disposition, code);
  const done = await alice.ask("interaction.markDone", { interactionId });
  assert.equal(done.state, "done");
  await alice.hears("interaction.removed", (fact) => fact.interactionId === interactionId);
}

test("a customer over REST and an agent hold a whole conversation", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice, {
    userData: { _genesys_pageTitle: "Checkout", order: "4471" },
  });
  const interaction = await alice.ask("interaction.get", { interactionId });
  assert.equal(interaction.contact.name, "Maria");
  assert.equal(interaction.subject, "Where is my parcel?");
  assert.equal(interaction.attachedData.order, "4471");
  await talk(
    alice,
    customer,
    interactionId,
    (text) => customer.says(text),
    () => customer.does("startTyping", { message: "" }),
  );
  await customer.does("updateData", { userData: { order: "4472" } });
  await alice.hears(
    "interaction.changed",
    (fact) => fact.interaction.attachedData.order === "4472",
  );
  await customer.does("disconnect");
  assert.equal(customer.chatEnded, true);
  await closes(alice, interactionId);
});

for (const transport of ["websocket", "long-polling"]) {
  test(`over CometD (${transport}) customer and agent hold a conversation`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const customer = await company.cometdCustomer({ transport });
    assert.equal(customer.currentTransport, transport);
    await customer.starts({ userData: { order: "4471" } });
    const interaction = await alice.accepts();
    assert.equal(interaction.attachedData.order, "4471");
    await talk(
      alice,
      customer,
      interaction.id,
      (text) => customer.says(text),
      () => customer.does("startTyping"),
    );
    await customer.does("disconnect");
    await alice.hears(
      "chat.event",
      (fact) => fact.event.type === "ParticipantLeft" && fact.event.from.type === "Client",
    );
    await closes(alice, interaction.id);
  });
}

test("what agents say among themselves leaves no trace with the customer", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const whisper = { interactionId, text: "She is a difficult one", audience: "agents" };
  await alice.ask("chat.send", whisper);
  await alice.says(interactionId, "One moment please");
  await customer.hears("One moment please");
  assert.deepEqual(customer.texts(), ["One moment please"]);
  const fresh = await customer.does("refresh", { transcriptPosition: 1 });
  assert.equal(JSON.stringify(fresh).includes("difficult"), false);
  const indexes = customer.seen.map((event) => event.index);
  assert.deepEqual(indexes, indexes.map((_, at) => indexes[0] + at), "no gap tells of it");
});

test("an agent ends the conversation and the customer is told", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await alice.ask("chat.end", { interactionId });
  await customer.refresh();
  assert.equal(customer.chatEnded, true);
  const late = await customer.tries("send", { message: "Hello?" });
  assert.equal(late.body.statusCode, 2, "after the end nothing more can be said");
  assert.equal(late.body.chatEnded, true);
});
