// SPDX-License-Identifier: GPL-3.0-or-later
// Links, receipts, previews and idle chats in the widget, in a real browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { Shop } from "./support/shop.mjs";

const asksFirst = `<scxml xmlns="http://www.w3.org/2005/07/scxml"
  xmlns:t="urn:tandem:strategy" version="1.0" datamodel="ecmascript" name="Ask" initial="ask">
<datamodel><data id="interaction"/></datamodel>
<state id="ask"><onentry>
  <t:chat.say text="What is it about?" choices="Delivery|Returns|Something else"/></onentry>
  <transition event="chat.message" target="queue"/></state>
<state id="queue"><onentry><t:queue.submit/></onentry>
  <transition event="queue.submit.done" target="over"/></state>
<final id="over"/></scxml>`;

async function hasRules(shop, rules) {
  const ada = await shop.company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const put = { rules: { ...document.rules, ...rules } };
  await ada.ask("admin.apply", { put, remove: [] });
}

test("a link is a card that opens when the customer clicks it, and only then", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  const url = `${customer.home}/demo/delivery.html`;
  await agent.agent.ask("chat.pushUrl", { interactionId: agent.id, url });
  const card = customer.page.locator("tandem-transcript a.card");
  await card.waitFor();
  assert.equal(customer.context.pages().length, 1);
  assert.match(await card.textContent(), /127\.0\.0\.1/);
  assert.equal(await card.getAttribute("rel"), "noopener noreferrer");
  const opened = customer.context.waitForEvent("page");
  await card.click();
  const page = await opened;
  await page.waitForURL("**/demo/delivery.html");
  assert.equal(await page.evaluate(() => window.opener), null);
  customer.hasNothingToComplainOf();
});

test("each side learns when the other has read what it said", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.says("Where is my order?");
  const state = () => customer.row("Where is my order?").locator(".below").textContent();
  assert.match(await state(), /Sent/);
  const isOfCustomer = ({ event }) => event.type === "Message";
  const { event } = await agent.agent.hears("chat.event", isOfCustomer);
  await agent.agent.ask("chat.readReceipt", { interactionId: agent.id, index: event.index });
  await until("the widget to say so", async () => /Read/.test(await state()));

  await customer.minimises();
  const { index } = await agent.says("It arrives tomorrow.");
  await until("the badge", () => customer.page.locator("tandem-chat .badge").isVisible());
  const ofCustomer = ({ participantId }) => participantId === 1;
  assert.equal(await agent.agent.hasHeard("chat.read", ofCustomer), false, "nobody saw it yet");
  await customer.opensWidget();
  assert.equal((await agent.agent.hears("chat.read", ofCustomer)).index, index);
});

test("a customer whose typing is seen is told so before they type", async (t) => {
  const shop = await Shop.open(t);
  await hasRules(shop, { typingPreview: "shown" });
  const customer = await shop.customer();
  await customer.begins();
  await customer.sees("What you type can be read before you send it.");
  const agent = await shop.agentAccepts();
  await customer.messageField.pressSequentially("Where is my", { delay: 150 });
  const isWhole = ({ event }) => event.text === "Where is my";
  await agent.agent.hears("chat.event", isWhole);
  assert.deepEqual(await agent.customerTexts(), []);
});

test("a chat in which nobody writes is closed, and the customer is told twice", async (t) => {
  const shop = await Shop.open(t);
  await hasRules(shop, { chatIdleAlertMs: 1500, chatIdleCloseMs: 1500 });
  const customer = await shop.customer();
  await customer.begins();
  await shop.agentAccepts();
  await customer.sees("Are you still there?");
  await customer.sees("The chat was closed because nobody was writing.");
  await customer.sees("The conversation has ended");
});

test("answers that a strategy offers are clicked instead of written", async (t) => {
  const shop = await Shop.open(t);
  const ada = await shop.company.agent("ada", { ready: false });
  await ada.ask("strategy.install", { strategyId: "ask", document: asksFirst });
  const { document } = await ada.ask("admin.site");
  const support = document.queues.find(({ id }) => id === "support");
  await ada.ask("admin.apply", { put: { queues: [{ ...support, strategy: "ask" }] } });
  const customer = await shop.customer();
  await customer.begins();
  await customer.sees("What is it about?");
  const group = customer.page.getByRole("group", { name: "Suggested answers" });
  assert.deepEqual(await group.getByRole("button").allTextContents(), [
    "Delivery",
    "Returns",
    "Something else",
  ]);
  await group.getByRole("button", { name: "Returns" }).click();
  const agent = await shop.agentAccepts();
  assert.deepEqual(await agent.customerTexts(), ["Returns"]);
  assert.equal(await group.count(), 0);
});
