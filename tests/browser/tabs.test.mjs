// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation in all tabs of the shop, over one connection.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { Shop } from "./support/shop.mjs";
import { Customer } from "./support/customer.mjs";

/** Another tab of the same browser. */
async function anotherTab(customer, path = "/demo/product.html") {
  const tab = new Customer();
  tab.context = customer.context;
  tab.home = customer.home;
  tab.page = await customer.context.newPage();
  tab.sockets = 0;
  tab.page.on("websocket", () => {
    tab.sockets += 1;
  });
  tab.page.on("pageerror", (error) => tab.complaints.push(String(error)));
  await tab.page.goto(customer.home + path);
  return tab;
}

const badge = (customer) => customer.page.locator("tandem-chat .badge");

test("a conversation that is begun in one tab is in all, over one connection", async (t) => {
  const shop = await Shop.open(t);
  const first = await shop.customer();
  const second = await anotherTab(first);
  await first.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  await second.opensWidget();
  await second.sees(`${shop.agentName} joined`);
  const third = await anotherTab(first, "/demo/delivery.html");
  await third.opensWidget();
  await third.sees("Hello");
  await second.messageField.fill("half a sen");
  await third.says("From the third");
  await first.sees("From the third");
  await agent.says("Good day");
  for (const tab of [first, second, third]) {
    await tab.sees("Good day");
  }
  await second.says("From the second");
  await third.sees("From the second");
  assert.equal(await third.messageField.inputValue(), "");
  assert.deepEqual(await agent.customerTexts(), ["Hello", "From the third", "From the second"]);
  assert.deepEqual(await third.bubbles(), await first.bubbles());
  assert.deepEqual([second.sockets, third.sockets], [0, 0]);

  await agent.types();
  await second.seesTyping(shop.agentName);
  await second.ends();
  await agent.hearsOfLeaving();
  for (const tab of [first, second, third]) {
    await tab.sees("The conversation has ended");
    assert.deepEqual(tab.complaints, []);
  }
});

test("what is seen in one tab is unread in none", async (t) => {
  const shop = await Shop.open(t);
  const first = await shop.customer();
  await first.begins();
  const agent = await shop.agentAccepts();
  const second = await anotherTab(first);
  await first.minimises();
  await agent.says("one");
  await badge(first).filter({ hasText: "1" }).waitFor();
  await badge(second).filter({ hasText: "1" }).waitFor();
  await second.opensWidget();
  await badge(first).waitFor({ state: "detached" });
  const { index } = await agent.says("two");
  await second.sees("two");
  const isRead = (read) => read.participantId === 1 && read.index === index;
  await agent.agent.hears("chat.read", isRead);
  await second.minimises();
  await agent.says("three");
  await badge(first).filter({ hasText: "1" }).waitFor();
  await badge(second).filter({ hasText: "1" }).waitFor();
});

test("when the tab with the connection is closed, another goes on without loss", async (t) => {
  const shop = await Shop.open(t);
  const first = await shop.customer();
  await first.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  const second = await anotherTab(first);
  await second.opensWidget();
  await second.sees("Hello");
  await second.says("one");
  await first.page.close();
  await agent.says("two");
  await second.writes("three");
  await second.sees("two");
  await second.page.locator("tandem-transcript .row.sent", { hasText: "three" }).waitFor();
  assert.deepEqual(await agent.customerTexts(), ["Hello", "one", "three"]);
  assert.equal(second.sockets, 1);
  await second.page.reload();
  await agent.says("four");
  await second.sees("four");
  const said = (await second.bubbles()).map((text) => text.replace(/^.*?: /, ""));
  assert.deepEqual([...said].sort(), ["Hello", "four", "one", "three", "two"]);
});

test("when the tab with the connection is frozen, another goes on within seconds", async (t) => {
  const shop = await Shop.open(t);
  const first = await shop.customer();
  await first.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  const second = await anotherTab(first);
  await second.opensWidget();
  await second.sees("Hello");
  const debug = await first.context.newCDPSession(first.page);
  await debug.send("Debugger.enable");
  await debug.send("Debugger.pause");
  void first.page.evaluate(() => 0).catch(() => undefined);
  await second.writes("Is anybody there?");
  await agent.hears("Is anybody there?");
  await agent.says("Yes");
  await second.sees("Yes");
  await debug.send("Debugger.resume");
  await first.sees("Yes");
  await first.says("Back again");
  await second.sees("Back again");
  assert.deepEqual(await agent.customerTexts(), ["Hello", "Is anybody there?", "Back again"]);
  assert.deepEqual(await first.bubbles(), await second.bubbles());
});

test("without locks of the browser the tabs agree by themselves", async (t) => {
  const shop = await Shop.open(t);
  const first = await shop.customer();
  await first.context.addInitScript(() => {
    Object.defineProperty(navigator, "locks", { value: undefined });
  });
  await first.page.reload();
  const second = await anotherTab(first);
  await first.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  await second.opensWidget();
  await second.says("From the second");
  assert.equal(second.sockets, 0);
  await first.page.reload();
  await first.sees("From the second");
  await first.page.close();
  await second.says("Still there");
  assert.deepEqual(await agent.customerTexts(), ["Hello", "From the second", "Still there"]);
});

test("what all tabs know of a conversation goes with it", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const kept = () => customer.page.evaluate(() => Object.keys({ ...localStorage }));
  await customer.begins();
  await shop.agentAccepts();
  assert.deepEqual(await kept(), ["tandem.support"]);
  await customer.ends();
  await customer.page.goto(`${customer.home}/health`);
  assert.deepEqual(await kept(), ["tandem.support"]);
  await customer.page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem("tandem.support"));
    stored.record.after.endedAt -= 3_600_000;
    localStorage.setItem("tandem.support", JSON.stringify(stored));
  });
  await customer.page.goto(`${customer.home}/demo/`);
  await customer.launcher.waitFor();
  await until("nothing to be kept", async () => (await kept()).length === 0);
});
