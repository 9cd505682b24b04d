// SPDX-License-Identifier: GPL-3.0-or-later
// What the customer has written arrives once, whatever becomes of the connection or the server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { Shop } from "./support/shop.mjs";

test("a message written while the server restarts goes once", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins({ question: "before" });
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);

  await shop.server.kill();
  await customer.page.getByText("Reconnecting …").waitFor();
  await customer.writes("meanwhile one");
  await customer.writes("meanwhile two");
  await customer.page.locator(".below", { hasText: "Waits for the connection" }).waitFor();
  await shop.server.up();
  await shop.agent.reconnect();
  await shop.agent.resume();

  await agent.hears("meanwhile two");
  await customer.page.locator(".row.sent", { hasText: "meanwhile two" }).waitFor();
  await customer.page.getByText("Reconnecting …").waitFor({ state: "detached" });
  await agent.says("I have both");
  await customer.sees("I have both");
  const expected = ["before", "meanwhile one", "meanwhile two"];
  assert.deepEqual(await agent.customerTexts(), expected);
  const bubbles = [...expected.map((text) => `You: ${text}`), `${shop.agentName}: I have both`];
  assert.deepEqual(await customer.bubbles(), bubbles);
});

test("a message whose answer is lost is sent again and counts once", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate();
  const customer = await shop.customer({ url: line.url });
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);
  line.loseAnswers();
  await customer.writes("only once");
  await agent.hears("only once");
  const repeats = () => customer.framesSent.filter((frame) => frame.includes("only once"));
  await until("the message to be repeated", () => repeats().length > 1, 20_000);
  await customer.writes("and then this");
  line.cut();
  line.mend();
  await agent.hears("and then this");
  await customer.page.locator(".row.sent", { hasText: "and then this" }).waitFor();
  assert.deepEqual(await agent.customerTexts(), ["only once", "and then this"]);
  assert.deepEqual(await customer.bubbles(), ["You: only once", "You: and then this"]);
});

test("a message survives a reload of the page while the server is away", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate();
  const customer = await shop.customer({ url: line.url });
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);
  line.cut();
  await customer.writes("kept");
  line.mend();
  await customer.page.reload();
  await agent.hears("kept");
  await customer.page.locator(".row.sent", { hasText: "kept" }).waitFor();
  assert.deepEqual(await agent.customerTexts(), ["kept"]);
  assert.deepEqual(await customer.bubbles(), ["You: kept"]);
});

test("what was said during a lost connection is caught up with, in order", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate();
  const customer = await shop.customer({ url: line.url });
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.says("one");
  line.cut();
  await customer.page.getByText("Reconnecting …").waitFor();
  await agent.says("two");
  await agent.says("three");
  await customer.writes("four");
  line.mend();
  await agent.hears("four");
  await customer.page.locator(".row.sent", { hasText: "four" }).waitFor();
  const expected = ["You: one", `${shop.agentName}: two`, `${shop.agentName}: three`, "You: four"];
  assert.deepEqual(await customer.bubbles(), expected);
});

test("a conversation that is begun without a connection begins once", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate();
  const customer = await shop.customer({ url: line.url });
  await customer.opensWidget();
  line.cut();
  await customer.fillsForm({ question: "Anybody there?" });
  await customer.page.getByText("We cannot reach the chat at the moment").waitFor();
  line.mend();
  const agent = await shop.agentAccepts();
  await agent.hears("Anybody there?");
  await customer.sees(`${shop.agentName} joined`);
  assert.deepEqual(await customer.bubbles(), ["You: Anybody there?"]);
  assert.equal(await shop.agent.hasHeard("interaction.offered"), false, "began twice");
});

test("talks by long polling where WebSockets are refused", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate({ allowsWebSocket: false });
  const customer = await shop.customer({ url: line.url });
  await customer.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  await agent.types();
  await customer.seesTyping(`${shop.agentName} is typing …`);
  await agent.says("Good day");
  await customer.sees("Good day");
  await customer.says("Thanks");
  await customer.page.reload();
  await agent.says("Anything else?");
  await customer.sees("Anything else?");
  await customer.ends();
  await agent.hearsOfLeaving();
  const name = shop.agentName;
  const answers = [`${name}: Good day`, `${name}: Anything else?`];
  const expected = ["You: Hello", answers[0], "You: Thanks", answers[1]];
  assert.deepEqual(await customer.bubbles(), expected);
  assert.ok(line.upgrades > 0 && line.polls > 4, `${line.upgrades} ${line.polls}`);
});

test("what was read and ended while the line was down is told when it is back", async (t) => {
  const shop = await Shop.open(t);
  const line = await shop.gate();
  const customer = await shop.customer({ url: line.url });
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.minimises();
  const { index } = await agent.says("It arrives tomorrow.");
  await customer.page.locator("tandem-chat .badge").waitFor();
  line.cut();
  await customer.opensWidget();
  await customer.page.getByText("Reconnecting …").waitFor();
  line.mend();
  const isRead = (read) => read.participantId === 1 && read.index === index;
  await agent.agent.hears("chat.read", isRead);
  await customer.says("Thanks");

  line.cut();
  await customer.page.getByText("Reconnecting …").waitFor();
  await customer.ends();
  await customer.sees("The conversation has ended");
  line.mend();
  await customer.page.reload();
  await agent.hearsOfLeaving();
  await customer.page.locator("tandem-aftercare legend").waitFor();
});
