// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a chat, and the message that is left where nobody is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, focused } from "./support/axe.mjs";
import { attribute, hearsOfQueue, pageWith, takesMail } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const form = (customer) => customer.page.locator("tandem-start-form form");
const offline = (customer) => customer.page.locator("tandem-offline form");

const fields = [
  { name: "firstName", required: true },
  { name: "lastName", required: true },
  { name: "emailAddress" },
  {
    name: "order",
    label: { en: "Order number", de: "Bestellnummer", ar: "رقم الطلب" },
    required: true,
    pattern: "\\d{5}",
    maxLength: 5,
  },
  { name: "reason", label: "Reason", type: "select", options: ["Delivery", "Returns"] },
  { name: "terms", label: "I agree", type: "checkbox", required: true },
  { name: "text", type: "textarea" },
];

async function queueDemands(shop, requiredFields) {
  const ada = await shop.company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const support = document.queues.find(({ id }) => id === "support");
  await ada.ask("admin.apply", { put: { queues: [{ ...support, requiredFields }] }, remove: [] });
}

test("a page's own fields are asked, checked one by one, and attached", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await pageWith(customer, attribute("data-fields", JSON.stringify(fields)));
  await customer.opensWidget();
  const start = form(customer).getByRole("button", { name: "Start chat" });
  await form(customer).getByLabel("Order number").fill("1234");
  await start.click();
  assert.equal(await focused(customer), "field-firstName");
  await form(customer).getByText("Please tick this box.").waitFor();
  await form(customer).getByText("Please check this field.").waitFor();
  await form(customer).getByLabel("First name").fill("Ana");
  await form(customer).getByLabel("Last name").fill("Silva");
  await start.click();
  assert.equal(await focused(customer), "field-order");
  await form(customer).getByLabel("Order number").fill("88213");
  await form(customer).getByLabel("Reason").selectOption("Returns");
  await form(customer).getByRole("checkbox", { name: "I agree" }).check();
  await form(customer).getByLabel("How can we help?").fill("Hello");
  await start.click();
  const agent = await shop.agentAccepts();
  assert.equal(agent.interaction.contact.name, "Ana Silva");
  const { order, reason, terms, FirstName } = await agent.attachedData();
  assert.deepEqual([order, reason, terms, FirstName], ["88213", "Returns", "true", "Ana"]);
  await agent.hears("Hello");
  customer.hasNothingToComplainOf();
});

test("a page's program may set the fields, too", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await customer.page.evaluate(() => {
    window.tandem.fields = [{ name: "order", label: "Order number" }];
  });
  await customer.opensWidget();
  await form(customer).getByLabel("Order number").fill("7");
  await form(customer).getByRole("button", { name: "Start chat" }).click();
  const agent = await shop.agentAccepts();
  assert.equal(agent.interaction.contact.name, "Customer");
  assert.equal((await agent.attachedData()).order, "7");
});

test("what the queue demands is asked for when the form is opened, not before", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const demanded = ["firstName", "emailAddress", "subject"];
  const asked = await hearsOfQueue(customer, { requiredFields: demanded });
  await pageWith(customer, "");
  assert.equal(asked.length, 0);
  await customer.opensWidget();
  await form(customer).getByLabel("Subject").waitFor();
  assert.equal(asked.length, 1);
  const start = form(customer).getByRole("button", { name: "Start chat" });
  await form(customer).getByLabel("First name").fill("Ana");
  await start.click();
  assert.equal(await focused(customer), "email");
  await form(customer).getByText("Please enter your e-mail address.").waitFor();
  await customer.minimises();
  await customer.opensWidget();
  assert.equal(asked.length, 1);
});

test("what the server misses is asked for and marked, though it did not say so", async (t) => {
  const shop = await Shop.open(t);
  await queueDemands(shop, ["lastName", "emailAddress"]);
  const customer = await shop.customer();
  await hearsOfQueue(customer, {});
  await pageWith(customer, "");
  await customer.opensWidget();
  await customer.fillsForm({ name: "Ana" });
  const last = form(customer).getByLabel("Last name");
  await last.waitFor();
  await form(customer).getByText("Please fill in this field.").first().waitFor();
  assert.equal(await last.getAttribute("aria-invalid"), "true");
  assert.equal(await focused(customer), "field-lastName");
  await last.fill("Silva");
  await form(customer).getByLabel("First name").fill("Ana");
  await form(customer).getByRole("button", { name: "Start chat" }).click();
  await form(customer).getByText("Please enter your e-mail address.").waitFor();
  assert.equal(await last.inputValue(), "Silva");
  await form(customer).getByLabel("E-mail").fill("ana@shop.example");
  await form(customer).getByRole("button", { name: "Start chat" }).click();
  const agent = await shop.agentAccepts();
  assert.equal(agent.interaction.contact.name, "Ana Silva");
});

test("a message is left where nobody is there, and stays where it cannot be sent", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await hearsOfQueue(customer, { isOpen: false });
  const taken = await takesMail(customer, [{ statusCode: 1 }, { code: 181 }, {}]);
  await pageWith(customer, 'data-offline="on"');
  await customer.opensWidget();
  await offline(customer).getByText("Leave us a message").waitFor();
  assert.equal(await focused(customer), "field-firstName");
  const send = offline(customer).getByRole("button", { name: "Send" });
  await offline(customer).getByLabel("First name").fill("Ana");
  await offline(customer).getByLabel("Last name").fill("Silva");
  await offline(customer).getByLabel("E-mail").fill("ana@");
  await offline(customer).getByLabel("Subject").fill("Shoes");
  await offline(customer).getByLabel("Your message").fill("Where are they?");
  await send.click();
  assert.equal(await focused(customer), "field-fromAddress");
  await offline(customer).getByLabel("E-mail").fill("ana@shop.example");
  await send.click();
  await customer.page.getByRole("alert").filter({ hasText: "Nothing is lost" }).waitFor();
  const message = offline(customer).getByLabel("Your message");
  assert.equal(await message.inputValue(), "Where are they?");
  await send.click();
  await offline(customer).getByText("Please enter a valid e-mail address.").waitFor();
  await send.click();
  await customer.page.getByText("Your message has been sent").waitFor();
  const sent = new URLSearchParams(taken.at(-1));
  assert.equal(taken.length, 3);
  assert.equal(sent.get("fromAddress"), "ana@shop.example");
  assert.ok(sent.getAll("userData").includes("_genesys_source=web"));
  await customer.page.getByRole("button", { name: "Write another message" }).click();
  assert.equal(await offline(customer).getByLabel("First name").inputValue(), "Ana");
  assert.equal(await message.inputValue(), "");
  customer.hasNothingToComplainOf();
});

test("a message is left where the server cannot be reached, and only there", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  await pageWith(customer, 'data-offline="on"');
  await customer.opensWidget();
  await customer.page.locator("#name").waitFor();
  await customer.minimises();
  await customer.page.reload();
  await customer.context.route("**/statistic/ewt*", (route) => route.abort());
  await customer.opensWidget();
  await offline(customer).waitFor();
});

for (const [colorScheme, lang] of [["light", "de"], ["dark", "ar"]]) {
  test(`nothing to find for axe in the forms, ${colorScheme}, ${lang}`, async (t) => {
    const shop = await Shop.open(t);
    const customer = await shop.customer({ colorScheme });
    const own = attribute("data-fields", JSON.stringify(fields));
    await pageWith(customer, `${own} data-theme="auto"`, lang);
    await customer.opensWidget();
    await form(customer).locator("[type=submit]").click();
    assert.deepEqual(await findings(customer), [], "own fields");
    await hearsOfQueue(customer, { isOpen: false });
    await takesMail(customer);
    await pageWith(customer, 'data-offline="on" data-theme="auto"', lang);
    await customer.opensWidget();
    await offline(customer).locator("[type=submit]").click();
    assert.deepEqual(await findings(customer), [], "offline");
  });
}
