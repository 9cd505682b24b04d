// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes of the main job, in order.
import assert from "node:assert/strict";
import { until } from "../support/condition.mjs";

const maria = "Maria Lopez";
const turns = [
  ["Hi! My parcel has not come.", "Good afternoon Maria, let me look."],
  ["It is order SO-88213.", "It left the warehouse yesterday."],
  ["When will it be here?", "Tomorrow before noon."],
];

/** One message each way; each side sees the other type first. */
async function turn({ report }, customer, desktop, [asked, answered], agentName) {
  await customer.messageField.pressSequentially(asked.slice(0, 6));
  await desktop.sees(`${maria} is typing`, { starts: true });
  report("the agent sees that the customer is typing");
  await customer.says(asked);
  await desktop.hears(asked);
  report(`the agent reads: ${asked}`);
  await desktop.types(answered);
  await customer.seesTyping(`${agentName} is typing …`);
  report("the customer sees that the agent is typing");
  await desktop.presses("Send");
  await customer.sees(answered);
  report(`the customer reads: ${answered}`);
}

async function agentNameSeenBy(customer) {
  const line = customer.page.locator("tandem-transcript .log > *", { hasText: " joined" });
  return (await line.last().innerText()).replace(/ joined.*/s, "").trim();
}

/** The customer's bubbles in the words of the others: "Maria Lopez: ..." instead of "You: ...". */
async function bubblesOf(customer) {
  return (await customer.bubbles()).map((text) => text.replace(/^You: /, `${maria}: `));
}

/** Everyone has the same messages, each once, in one order. */
async function allAgree(stage, customer, desktop, expected) {
  const { messages } = await stage.storedMessages(maria);
  assert.deepEqual(messages, expected, "what the server has stored");
  assert.deepEqual(await bubblesOf(customer), expected, "what the customer sees");
  const shown = (await desktop.transcript()).filter((item) => expected.includes(item));
  assert.deepEqual(shown, expected, "what the agent sees");
  stage.report(`customer, agent and store agree on ${expected.length} messages`);
}

export async function firstConversation(stage) {
  const alice = await stage.agent("alice");
  const customer = await stage.customer();
  await customer.begins({ name: maria, question: "Where is my order?" });
  await alice.sees("Accept");
  stage.report("alice is offered the chat");
  await alice.presses("Accept");
  await customer.sees(" joined");
  const name = await agentNameSeenBy(customer);
  stage.report(`alice has accepted; the customer sees ${name}`);
  await turn(stage, customer, alice, turns[0], name);
  await turn(stage, customer, alice, turns[1], name);
  const before = await customer.bubbles();
  await customer.page.reload();
  await customer.sees(turns[1][1]);
  assert.deepEqual(await customer.bubbles(), before);
  stage.report("the page was loaded anew; the conversation is still there");
  await turn(stage, customer, alice, turns[2], name);
  const said = turns.flatMap(([asked, answered]) => [`${maria}: ${asked}`, `${name}: ${answered}`]);
  stage.said = [`${maria}: Where is my order?`, ...said];
  await allAgree(stage, customer, alice, stage.said);
  Object.assign(stage, { alice, first: customer });
}

export async function transferred(stage) {
  const { alice, first: customer, report } = stage;
  const bob = await stage.agent("bob");
  await alice.transfersTo("Bob");
  await bob.presses("Accept", { timeout: 20 });
  report("alice has transferred the chat, bob has accepted");
  await bob.hears(turns[0][0]);
  await bob.says("Hello Maria, I am Bob.");
  await customer.sees("Hello Maria, I am Bob.");
  await customer.says("Hello Bob, thank you!");
  await bob.hears("Hello Bob, thank you!");
  const name = await agentNameSeenBy(customer);
  stage.said.push(`${name}: Hello Maria, I am Bob.`, `${maria}: Hello Bob, thank you!`);
  await allAgree(stage, customer, bob, stage.said);
  await bob.choosesDisposition("Solved");
  await until("the disposition to be stored", async () => {
    return (await stage.storedMessages(maria)).interaction.disposition;
  });
  await bob.presses("Mark done");
  await customer.sees("The conversation has ended");
  const { interaction } = await stage.storedMessages(maria);
  assert.equal(interaction.state, "done");
  assert.ok(interaction.disposition, "a disposition is stored");
  report(`bob chose the disposition "${interaction.disposition}" and marked the chat done`);
  await customer.leaves();
  await bob.choosesStatus("Not ready");
}

export async function afterTheCrash(stage) {
  const { alice, server, report } = stage;
  const customer = await stage.customer();
  const ben = "Ben Okafor";
  await customer.begins({ name: ben, question: "Can I pay by invoice?" });
  await alice.presses("Accept", { timeout: 20 });
  await customer.sees(" joined");
  const name = await agentNameSeenBy(customer);
  await alice.says("Yes, you can.");
  await customer.sees("Yes, you can.");
  report("a second conversation is under way");
  await server.kill();
  report("the server is killed (SIGKILL)");
  await customer.writes("Which address goes on it?");
  await alice.tells({ do: "type", name: "Message", text: "Shall I send you the form?" });
  await alice.presses("Send");
  report("both sides write while there is no server");
  await server.up();
  report(`the server is started again at ${server.url}`);
  await customer.sees("Shall I send you the form?");
  await alice.hears("Which address goes on it?", { timeout: 30 });
  await customer.says("Yes please");
  await alice.hears("Yes please");
  await alice.says("It is on its way.");
  await customer.sees("It is on its way.");
  report("both sides go on");
  const { messages } = await until("all messages to be stored", async () => {
    const stored = await stage.storedMessages(ben);
    return stored.messages.length >= 6 && stored;
  });
  assert.deepEqual([...messages].sort(), [
    `${ben}: Can I pay by invoice?`,
    `${name}: Yes, you can.`,
    `${ben}: Which address goes on it?`,
    `${name}: Shall I send you the form?`,
    `${ben}: Yes please`,
    `${name}: It is on its way.`,
  ].sort());
  const seen = (await customer.bubbles()).map((text) => text.replace(/^You: /, `${ben}: `));
  assert.deepEqual([...seen].sort(), [...messages].sort(), "the customer misses nothing");
  const shown = (await alice.transcript()).filter((item) => messages.includes(item));
  assert.deepEqual(shown, messages, "the agent misses nothing");
  report("nothing is missing and nothing is doubled, with customer, agent and store");
}
