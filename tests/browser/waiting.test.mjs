// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is told of the wait, before and after the chat has begun.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Shop } from "./support/shop.mjs";

const place = (customer) => customer.page.locator("tandem-transcript .place");
const expected = (customer) => customer.page.locator("tandem-start-form .expected");

/** A page of the shop that asks for the wait. */
async function pageWithWait(customer, lang = "en") {
  const address = `${customer.home}/demo/wait.html`;
  await customer.page.route(address, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="${lang}"><title>Shop</title>
        <script src="/widget/tandem.js" defer data-service="support" data-ewt></script></html>`,
    }),
  );
  await customer.page.goto(address);
}

test("a customer who waits is told their place, until an agent is there", async (t) => {
  const shop = await Shop.open(t);
  await shop.agent.notReady();
  const first = await shop.customer();
  await first.begins({ name: "First" });
  const second = await shop.customer();
  await second.begins({ name: "Second" });
  await place(first).filter({ hasText: "You are number 1." }).waitFor();
  await place(second).filter({ hasText: "You are number 2." }).waitFor();
  assert.equal(await place(second).getAttribute("role"), "status");
  await first.ends();
  await place(second).filter({ hasText: "You are number 1." }).waitFor();
  await shop.agent.ready();
  await shop.agentAccepts();
  await second.sees(`${shop.agentName} joined`);
  await place(second).filter({ hasText: /^$/ }).waitFor({ state: "attached" });
  second.hasNothingToComplainOf();
});

test("a reload keeps the place in the queue", async (t) => {
  const shop = await Shop.open(t);
  await shop.agent.notReady();
  const customer = await shop.customer();
  await customer.begins();
  await place(customer).filter({ hasText: "You are number 1." }).waitFor();
  await customer.page.reload();
  await place(customer).filter({ hasText: "You are number 1." }).waitFor();
});

test("before the chat begins, a page may tell the wait", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const asked = [];
  customer.page.on("request", (request) => asked.push(request.url()));
  await pageWithWait(customer);
  assert.deepEqual(asked.filter((url) => url.includes("/genesys/")), []);
  const isWait = (answer) => answer.url().includes("/ewt?name=support");
  const answered = customer.page.waitForResponse(isWait);
  await customer.opensWidget();
  const answer = await answered;
  assert.equal(answer.status(), 200);
  const { ewt } = await answer.json();
  await expected(customer)
    .filter({ hasText: ewt < 0 ? /^$/ : /^Waiting time: / })
    .waitFor({ state: "attached" });
});

test("a closed queue says so before the chat begins, in the page's language", async (t) => {
  const shop = await Shop.open(t);
  const ada = await shop.company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const support = document.queues.find(({ id }) => id === "support");
  const never = { id: "never", name: "Never", timeZone: "UTC", hours: [], specialDays: [] };
  await ada.ask("admin.apply", {
    put: { calendars: [never], queues: [{ ...support, calendar: "never" }] },
    remove: [],
  });
  for (const [lang, words] of [
    ["en", "We are closed at the moment."],
    ["de", "Zurzeit haben wir geschlossen."],
  ]) {
    const customer = await shop.customer();
    await pageWithWait(customer, lang);
    await customer.opensWidget();
    await expected(customer).filter({ hasText: words }).waitFor();
  }
});
