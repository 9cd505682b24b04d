// SPDX-License-Identifier: GPL-3.0-or-later
// What the customer has written arrives once, whatever becomes of the connection or the server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Gate } from "./support/gate.mjs";
import { scene } from "./support/scene.mjs";
import { missingProgram } from "./support/server.mjs";

const skip = await missingProgram();
const stage = skip ? null : scene();

async function gate(options) {
  const built = await Gate.before(stage.server.url, options);
  stage.whenTestEnds(() => built.close());
  return built;
}

test("a message written while the server restarts goes once", { skip }, async () => {
  const customer = await stage.customer();
  await customer.begins({ question: "before" });
  const agent = await stage.agentAccepts();
  await customer.sees("Alice joined");

  await stage.server.stop("SIGKILL");
  await customer.page.getByText("Reconnecting …").waitFor();
  await customer.writes("meanwhile one");
  await customer.writes("meanwhile two");
  await customer.page.locator(".below", { hasText: "Waits for the connection" }).waitFor();
  await stage.server.startAgain();
  await stage.agent.resume(stage.server.url);

  await agent.hears("meanwhile two");
  await customer.page.locator(".row.sent", { hasText: "meanwhile two" }).waitFor();
  await customer.page.getByText("Reconnecting …").waitFor({ state: "detached" });
  await agent.says("I have both");
  await customer.sees("I have both");
  const expected = ["before", "meanwhile one", "meanwhile two"];
  assert.deepEqual(await agent.customerTexts(), expected);
  const bubbles = [...expected.map((text) => `You: ${text}`), "Alice: I have both"];
  assert.deepEqual(await customer.bubbles(), bubbles);
});

test("a message survives a reload of the page while the server is away", { skip }, async () => {
  const line = await gate();
  const customer = await stage.customer({ url: line.url });
  await customer.begins();
  const agent = await stage.agentAccepts();
  await customer.sees("Alice joined");
  line.cut();
  await customer.writes("kept");
  line.mend();
  await customer.page.reload();
  await agent.hears("kept");
  await customer.page.locator(".row.sent", { hasText: "kept" }).waitFor();
  assert.deepEqual(await agent.customerTexts(), ["kept"]);
  assert.deepEqual(await customer.bubbles(), ["You: kept"]);
});

test("what was said during a lost connection is caught up with, in order", { skip }, async () => {
  const line = await gate();
  const customer = await stage.customer({ url: line.url });
  await customer.begins();
  const agent = await stage.agentAccepts();
  await customer.says("one");
  line.cut();
  await customer.page.getByText("Reconnecting …").waitFor();
  await agent.says("two");
  await agent.says("three");
  await customer.writes("four");
  line.mend();
  await agent.hears("four");
  await customer.page.locator(".row.sent", { hasText: "four" }).waitFor();
  const expected = ["You: one", "Alice: two", "Alice: three", "You: four"];
  assert.deepEqual(await customer.bubbles(), expected);
});

test("a conversation that is begun without a connection begins once", { skip }, async () => {
  const line = await gate();
  const customer = await stage.customer({ url: line.url });
  await customer.opensWidget();
  line.cut();
  await customer.fillsForm({ question: "Anybody there?" });
  await customer.page.getByText("We cannot reach the chat at the moment").waitFor();
  line.mend();
  const agent = await stage.agentAccepts();
  await agent.hears("Anybody there?");
  await customer.sees("Alice joined");
  assert.deepEqual(await customer.bubbles(), ["You: Anybody there?"]);
  const { facts } = stage.agent;
  const offers = facts.filter(
    ({ method, params }) =>
      method === "interaction.offered" && params.interaction.subject === "Anybody there?",
  );
  assert.equal(new Set(offers.map(({ params }) => params.interaction.id)).size, 1);
});

test("talks by long polling where WebSockets are refused", { skip }, async () => {
  const line = await gate({ allowsWebSocket: false });
  const customer = await stage.customer({ url: line.url });
  await customer.begins({ question: "Hello" });
  const agent = await stage.agentAccepts();
  await agent.types();
  await customer.seesTyping("Alice is typing …");
  await agent.says("Good day");
  await customer.sees("Good day");
  await customer.says("Thanks");
  await customer.page.reload();
  await agent.says("Anything else?");
  await customer.sees("Anything else?");
  await customer.ends();
  const expected = ["You: Hello", "Alice: Good day", "You: Thanks", "Alice: Anything else?"];
  assert.deepEqual(await customer.bubbles(), expected);
  assert.ok(line.upgrades > 0 && line.polls > 4, `${line.upgrades} ${line.polls}`);
});
