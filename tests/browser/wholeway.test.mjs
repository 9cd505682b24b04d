// SPDX-License-Identifier: GPL-3.0-or-later
// Files, surveys, forms, cards and left messages the whole way: from the widget in a real browser
// through the real server to whom they are for, and back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { pageWith } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const pngOfOnePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg" +
    "gg==",
  "base64",
);

async function talking(t, attributes = "") {
  const shop = await Shop.open(t);
  const customer = await shop.customer({ acceptDownloads: true });
  await pageWith(customer, attributes);
  await customer.begins({ email: "maria@shop.example" });
  const agent = await shop.agentAccepts();
  return { shop, customer, agent };
}

async function changes(shop, put) {
  const ada = await shop.company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  await ada.ask("admin.apply", { put: put(document), remove: [] });
}

test("a file goes to the agent and one comes back, each as it was", async (t) => {
  const { customer, agent } = await talking(t);
  const input = customer.page.locator("tandem-composer [type=file]");
  await customer.page.locator("tandem-composer .attach").waitFor();
  await input.setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: pngOfOnePixel });
  const isFile = ({ event }) => event.type === "FileUploaded";
  const { event } = await agent.agent.hears("chat.event", isFile);
  assert.equal(event.userData["file-name"], "dot.png");
  const fileId = event.userData["file-id"];
  const asked = { fileId, interactionId: agent.id, offset: 0 };
  const read = await agent.agent.ask("file.read", asked);
  assert.deepEqual(Buffer.from(read.bytes, "base64"), pngOfOnePixel);
  const own = customer.page.locator("tandem-file", { hasText: "dot.png" });
  await own.waitFor();

  await input.setInputFiles({
    name: "page.png",
    mimeType: "image/png",
    buffer: Buffer.from("<html><script>alert(1)</script></html>"),
  });
  await customer.page.locator("tandem-uploads").getByText("Files of this kind").waitFor();

  const text = "Your invoice, as you asked for";
  const begun = { interactionId: agent.id, name: "invoice.txt", size: text.length };
  const { uploadId } = await agent.agent.ask("file.begin", begun);
  const bytes = Buffer.from(text).toString("base64");
  await agent.agent.ask("file.append", { uploadId, offset: 0, bytes });
  await agent.agent.ask("file.finish", { uploadId });
  const card = customer.page.locator("tandem-file", { hasText: "invoice.txt" });
  const downloaded = customer.page.waitForEvent("download");
  await card.getByRole("button", { name: "Download invoice.txt" }).click();
  const download = await downloaded;
  assert.equal(download.suggestedFilename(), "invoice.txt");
  assert.equal(await readFile(await download.path(), "utf8"), text);

  await own.getByRole("button", { name: "Delete dot.png" }).click();
  await own.getByText("Deleted").waitFor();
  await agent.agent.hears("chat.event", ({ event: { type } }) => type === "FileDeleted");
  customer.hasNothingToComplainOf();
});

test("what a customer thought of it is with the interaction", async (t) => {
  const { shop, customer, agent } = await talking(t, 'data-mail="on"');
  await agent.ends();
  const survey = customer.page.locator("tandem-aftercare form.survey");
  await survey.getByRole("radio", { name: "5, Very good" }).check();
  await survey.locator("textarea").fill("Quick, and kind");
  await survey.getByRole("button", { name: "Send" }).click();
  await customer.page.getByText("Thank you for your answer.").waitFor();
  const sam = await shop.company.agent("sam", { ready: false });
  const { survey: said } = await sam.ask("interaction.get", { interactionId: agent.id });
  assert.deepEqual(said, { score: 5, comment: "Quick, and kind" });
});

test("what the queue demands is asked for, by what the server says of it", async (t) => {
  const shop = await Shop.open(t);
  await changes(shop, ({ queues }) => {
    const support = queues.find(({ id }) => id === "support");
    return { queues: [{ ...support, requiredFields: ["firstName", "lastName", "emailAddress"] }] };
  });
  const customer = await shop.customer();
  await pageWith(customer, "");
  await customer.opensWidget();
  const form = customer.page.locator("tandem-start-form");
  await form.getByLabel("First name").fill("Ana");
  await form.getByLabel("Last name").fill("Silva");
  await form.getByLabel("E-mail").fill("ana@shop.example");
  await form.locator("button[type=submit]").click();
  await customer.messageField.waitFor();
  const agent = await shop.agentAccepts();
  assert.equal(agent.interaction.contact.name, "Ana Silva");
});

test("a message that is left while the queue is closed reaches an agent", async (t) => {
  const shop = await Shop.open(t);
  await changes(shop, ({ queues }) => {
    const support = queues.find(({ id }) => id === "support");
    const never = { id: "never", name: "Never", timeZone: "UTC", hours: [], specialDays: [] };
    return { calendars: [never], queues: [{ ...support, calendar: "never" }] };
  });
  const customer = await shop.customer();
  await pageWith(customer, 'data-offline="on"');
  await customer.opensWidget();
  const form = customer.page.locator("tandem-offline");
  await form.getByLabel("First name").fill("Ana");
  await form.getByLabel("Last name").fill("Silva");
  await form.getByLabel("E-mail").fill("ana@shop.example");
  await form.getByLabel("Subject").fill("Shoes");
  await form.getByLabel("Your message").fill("Where are they?");
  await form.getByRole("button", { name: "Send" }).click();
  await customer.page.getByText("Your message has been sent").waitFor();
  const sam = await shop.company.agent("sam", { ready: false });
  const mail = await until("the mail", async () => {
    const { interactions } = await sam.ask("interaction.list", { scope: "all", open: true });
    return interactions.find(({ mediaType }) => mediaType === "mail");
  });
  assert.equal(mail.contact.name, "Ana Silva");
  assert.equal(mail.attachedData.Text, "Where are they?");
});

test("a card of a strategy is shown as one piece, with answers to click", async (t) => {
  const shop = await Shop.open(t);
  const ada = await shop.company.agent("ada", { ready: false });
  const document = `<scxml xmlns="http://www.w3.org/2005/07/scxml"
    xmlns:t="urn:tandem:strategy" version="1.0" datamodel="ecmascript" initial="show">
    <datamodel><data id="interaction"/></datamodel>
    <state id="show"><onentry><t:chat.card title="Return label" text="*Print* it."
      link="https://shop.example/label" linkText="Print" choices="Done"/></onentry>
      <transition event="chat.message" target="queue"/></state>
    <state id="queue"><onentry><t:queue.submit/></onentry>
      <transition event="queue.submit.done" target="over"/></state>
    <final id="over"/></scxml>`;
  await ada.ask("strategy.install", { strategyId: "card", document });
  const { document: site } = await ada.ask("admin.site");
  const support = site.queues.find(({ id }) => id === "support");
  await ada.ask("admin.apply", { put: { queues: [{ ...support, strategy: "card" }] }, remove: [] });
  const customer = await shop.customer();
  await customer.begins();
  const card = customer.page.locator("tandem-transcript .shown");
  await card.getByText("Return label").waitFor();
  assert.equal(await card.locator("em, strong").allTextContents().then((all) => all.length), 2);
  const link = card.getByRole("link", { name: /Print/ });
  assert.equal(await link.getAttribute("href"), "https://shop.example/label");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  await customer.page.getByRole("button", { name: "Done" }).click();
  const agent = await shop.agentAccepts();
  assert.deepEqual(await agent.customerTexts(), ["Done"]);
  customer.hasNothingToComplainOf();
});
