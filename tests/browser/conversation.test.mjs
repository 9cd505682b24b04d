// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's whole way through the widget, in a real browser, with a real server and agent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { Shop } from "./support/shop.mjs";

test("a customer and an agent hold a conversation to its end", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins({ email: "maria@shop.example", question: "Where is my order?" });
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);
  assert.equal(agent.interaction.contact.name, "Maria Lopez");

  await agent.says("Good afternoon Maria.");
  await customer.sees("Good afternoon Maria.");
  await customer.says("Hello Alice");
  await agent.says("Which order is it?");
  await customer.says("Number 88213");
  await agent.says("It arrives tomorrow.");
  await customer.sees("It arrives tomorrow.");
  await customer.says("Thank you");

  assert.deepEqual(await customer.bubbles(), [
    "You: Where is my order?",
    `${shop.agentName}: Good afternoon Maria.`,
    "You: Hello Alice",
    `${shop.agentName}: Which order is it?`,
    "You: Number 88213",
    `${shop.agentName}: It arrives tomorrow.`,
    "You: Thank you",
  ]);
  const texts = ["Where is my order?", "Hello Alice", "Number 88213", "Thank you"];
  assert.deepEqual(await agent.customerTexts(), texts);

  await customer.ends();
  await customer.sees("The conversation has ended");
  await agent.hearsOfLeaving();
  await customer.page.locator("tandem-chat .over .primary").click();
  assert.equal(await customer.page.locator("#name").inputValue(), "Maria Lopez");
  assert.equal(await customer.page.locator("#question").inputValue(), "");
  customer.hasNothingToComplainOf();
});

test("each side sees the other type, and stop", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.messageField.pressSequentially("Hel");
  await agent.hearsOfTyping("TypingStarted");
  await agent.hearsOfTyping("TypingStopped");
  await agent.types();
  await customer.seesTyping(`${shop.agentName} is typing …`);
  await agent.types(false);
  await customer.seesNobodyType();
  await agent.types();
  await customer.seesTyping(`${shop.agentName} is typing …`);
  await agent.says("Hello");
  await customer.sees("Hello");
  await customer.seesNobodyType();
});

test("the agent is told where the customer comes from", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer({ timezoneId: "America/Los_Angeles" });
  await customer.page.getByRole("link", { name: /Tern/ }).first().click();
  await customer.page.waitForURL("**/product.html");
  await customer.begins();
  const agent = await shop.agentAccepts();
  const data = await agent.attachedData();
  assert.equal(data._genesys_source, "web");
  assert.equal(data.GCTI_LanguageCode, "en");
  assert.match(data._genesys_pageTitle, /Tern/);
  assert.match(data._genesys_url, /\/demo\/product\.html$/);
  assert.match(data._genesys_referrer, /\/demo\/$/);
  assert.match(data._genesys_browser, /^Chrome \d+$/);
  assert.equal(data._genesys_OS, "Linux");
  assert.ok(["-480", "-420"].includes(data.TimeZone), data.TimeZone);
});

test("a minimised widget counts what the customer has not seen", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} joined`);
  await customer.minimises();
  await agent.says("one");
  await agent.says("two");
  const named = customer.page.getByRole("button", { name: "Open chat, 2 unread messages" });
  await named.waitFor();
  assert.equal(await customer.page.locator("tandem-chat .badge").textContent(), "2");
  await customer.page.reload();
  await named.waitFor();
  await customer.opensWidget();
  await customer.sees("two");
  await customer.minimises();
  assert.equal(await customer.launcher.getAttribute("aria-label"), "Open chat");
});

test("the conversation goes on over a reload and on another page", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins({ question: "Hello" });
  const agent = await shop.agentAccepts();
  await agent.says("Good day");
  await customer.sees("Good day");
  await customer.page.reload();
  await customer.sees("Good day");
  await customer.says("I am back");
  await customer.page.goto(`${shop.server.url}/demo/delivery.html`);
  await agent.says("Welcome back");
  await customer.sees("Welcome back");
  const name = shop.agentName;
  const answers = [`${name}: Good day`, `${name}: Welcome back`];
  const expected = ["You: Hello", answers[0], "You: I am back", answers[1]];
  assert.deepEqual(await customer.bubbles(), expected);
  assert.deepEqual(await agent.customerTexts(), ["Hello", "I am back"]);
  await until("the new page", async () =>
    (await agent.attachedData())._genesys_url.endsWith("/demo/delivery.html"),
  );
});

test("before the customer begins, nothing is kept, and little is asked", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const asked = [];
  customer.page.on("request", (request) => asked.push(request.url()));
  customer.page.on("websocket", (socket) => asked.push(socket.url()));
  await customer.page.reload();
  const ofServer = () => asked.filter((url) => url.includes("genesys"));
  assert.deepEqual(ofServer(), []);
  await customer.opensWidget();
  await customer.page.locator("#name").fill("Maria");
  await customer.page.keyboard.press("Escape");
  assert.deepEqual(ofServer().map((url) => new URL(url).pathname), ["/genesys/1/statistic/ewt"]);
  assert.equal(await customer.page.evaluate(() => localStorage.length), 0);
  assert.equal(await customer.page.evaluate(() => sessionStorage.length), 0);
});

test("a draft is there after minimising and on the next page", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.opensWidget();
  await customer.page.locator("#question").fill("My shoes");
  await customer.minimises();
  await customer.opensWidget();
  assert.equal(await customer.page.locator("#question").inputValue(), "My shoes");
  await customer.fillsForm();
  await customer.messageField.fill("half a sen");
  await customer.minimises();
  await customer.opensWidget();
  assert.equal(await customer.messageField.inputValue(), "half a sen");
  await customer.page.goto(`${shop.server.url}/demo/product.html`);
  assert.equal(await customer.messageField.inputValue(), "half a sen");
  await customer.messageField.press("Enter");
  await customer.page.locator("tandem-transcript .row.sent", { hasText: "half" }).waitFor();
  assert.equal(await customer.messageField.inputValue(), "");
});

test("an agent ends the conversation, and a new one can be started", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await agent.says("Good bye");
  await agent.ends();
  await customer.sees("The conversation has ended");
  await customer.page.reload();
  await customer.sees("Good bye");
  await customer.page.locator("tandem-chat .over .primary").click();
  await customer.fillsForm({ question: "One more thing" });
  const second = await shop.agentAccepts();
  assert.notEqual(second.id, agent.id);
  await second.hears("One more thing");
});

test("the form says what is missing or wrong, and where", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.opensWidget();
  await customer.fillsForm({ name: "  " });
  const name = customer.page.getByRole("textbox", { name: "Your name" });
  assert.equal(await name.getAttribute("aria-invalid"), "true");
  await customer.page.getByText("Please enter your name.").waitFor();
  await customer.fillsForm({ name: "Maria", email: "maria@" });
  await customer.page.getByText("Please enter a valid e-mail address").waitFor();
  assert.equal(await name.getAttribute("aria-invalid"), "false");
});

test("a message that is too long is not sent, and says by how much", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.writes("x".repeat(4003));
  await customer.page.getByText("Too long by 3 characters").waitFor();
  await customer.messageField.fill("ü".repeat(4000));
  await customer.messageField.press("Enter");
  await agent.hears("ü".repeat(4000));
  assert.equal((await agent.customerTexts()).length, 1);
});

test("speaks German on a German page", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer({ path: "/demo/de.html" });
  const { page } = customer;
  await page.getByRole("button", { name: "Chat öffnen" }).click();
  await page.getByRole("textbox", { name: "Ihr Name" }).fill("Jürgen Weiß");
  await page.getByRole("textbox", { name: /Wie können wir helfen/ }).fill("Grüße");
  await page.getByRole("button", { name: "Chat beginnen" }).click();
  const agent = await shop.agentAccepts();
  await customer.sees(`${shop.agentName} ist jetzt im Gespräch`);
  await agent.types();
  await customer.seesTyping(`${shop.agentName} schreibt …`);
  assert.equal((await agent.attachedData()).GCTI_LanguageCode, "de");
  await agent.hears("Grüße");
  await page.getByRole("button", { name: "Gespräch beenden" }).click();
  await page.locator(".confirm").getByRole("button", { name: "Gespräch beenden" }).click();
  await customer.sees("Das Gespräch ist beendet");
  await page.getByRole("button", { name: "Neues Gespräch beginnen" }).waitFor();
});

test("what people write is shown as it is written, and runs nowhere", async (t) => {
  const shop = await Shop.open(t);
  const payloads = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "<svg/onload=alert(3)>",
    "<a href=\"javascript:alert(4)\">press</a>",
    "${alert(5)} {{alert(6)}} <!--?lit$1$-->",
  ];
  const customer = await shop.customer();
  assert.match(customer.policy ?? "", /script-src[^;]*'self'/);
  assert.doesNotMatch(customer.policy ?? "", /unsafe-(inline|eval)/);
  await customer.begins({ name: payloads[0], question: payloads[1] });
  const agent = await shop.agentAccepts();
  const expected = [`You: ${payloads[1]}`];
  for (const payload of payloads) {
    await agent.says(payload);
    await customer.says(`me ${payload}`);
    expected.push(`${shop.agentName}: ${payload}`, `You: me ${payload}`);
  }
  assert.deepEqual(await customer.bubbles(), expected);
  const foreign = customer.page.locator("tandem-transcript .bubble :not(.unseen)");
  assert.equal(await foreign.count(), 0);
  customer.hasNothingToComplainOf();
});
