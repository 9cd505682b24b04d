// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a customer sends, and those that are in the conversation. What the server says of
// them is put in its place, so that each state can be held; the whole way: wholeway.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { findings } from "./support/axe.mjs";
import { FileServer } from "./support/fileserver.mjs";
import { pageWith } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const file = (name, bytes = 1200) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.alloc(bytes, 7),
});
const uploads = (customer) => customer.page.locator("tandem-uploads li");
const attach = (customer) => customer.page.getByRole("button", { name: "Attach files" });

async function talking(t, { limits, lang = "en", attributes = "", ...options } = {}) {
  const shop = await Shop.open(t);
  const customer = await shop.customer({ acceptDownloads: true, ...options });
  const server = await FileServer.inFrontOf(customer, limits);
  await pageWith(customer, attributes, lang);
  await customer.begins();
  const agent = await shop.agentAccepts();
  await customer.page.locator("tandem-composer .attach").waitFor();
  const input = customer.page.locator("tandem-composer [type=file]");
  const chooses = (...files) => input.setInputFiles(files);
  return { shop, customer, agent, server, chooses };
}

test("files go with a progress, can be cancelled, and are sent again with their key", async (t) => {
  const { customer, server, chooses } = await talking(t);
  server.holdsUploads();
  await chooses(file("one.pdf"), file("two.pdf"), file("three.pdf"));
  await until("two at once", () => server.uploads.length === 2);
  const bars = customer.page.getByRole("progressbar");
  await until("three bars", async () => (await bars.count()) === 3);
  await customer.page.getByRole("progressbar", { name: "Sending one.pdf" }).waitFor();
  await customer.page.getByRole("button", { name: "Remove two.pdf" }).click();
  await until("the third", () => server.uploads.length === 3);
  server.answersUploads({ status: 503, statusCode: 1 });
  await customer.page.getByText("That did not work").first().waitFor();
  assert.equal(await uploads(customer).count(), 2);
  server.answersUploads({});
  await customer.page.getByRole("button", { name: "Send one.pdf again" }).click();
  await until("one left", async () => (await uploads(customer).count()) === 1);
  const keys = server.uploads.filter(({ name }) => name === "one.pdf").map(({ key }) => key);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  assert.match(keys[0], /^[0-9a-f]{32}$/);
  customer.hasNothingToComplainOf();
});

test("what the server would not take is told before it goes, what it refuses after", async (t) => {
  const limits = { "upload-max-files": "3", "upload-max-file-size": "2000" };
  const { customer, server, chooses } = await talking(t, { limits });
  await chooses(file("run.exe"), file("large.pdf", 3000));
  await uploads(customer).getByText("Files of this kind are not accepted.").waitFor();
  await uploads(customer).getByText("Too large: 2 kB at most.").waitFor();
  assert.equal(server.uploads.length, 0);
  for (const [code, words] of [
    [201, "No more files can be sent"],
    [202, "Together with the others"],
    [203, "Files of this kind"],
    [100, "This file was not accepted."],
  ]) {
    server.answersUploads({ status: 400, code });
    await chooses(file(`code${code}.pdf`));
    const line = uploads(customer).filter({ hasText: `code${code}.pdf` });
    await line.getByText(words).waitFor();
    await line.getByRole("button", { name: "Remove" }).click();
  }
});

test("files are dropped onto the panel and pasted into the message", async (t) => {
  const { customer, server } = await talking(t);
  const transfer = await customer.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["dropped"], "dropped.txt"));
    return data;
  });
  const panel = customer.page.locator("tandem-chat .panel");
  await panel.dispatchEvent("dragover", { dataTransfer: transfer });
  await customer.page.getByText("Drop the files here").waitFor();
  await panel.dispatchEvent("drop", { dataTransfer: transfer });
  await until("the dropped one", () => server.uploads.some(({ name }) => name === "dropped.txt"));
  assert.equal(await customer.page.getByText("Drop the files here").count(), 0);
  await customer.messageField.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["pasted"], "image.png"));
    const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
    field.dispatchEvent(new ClipboardEvent("paste", init));
  });
  await until("the pasted one", () => server.uploads.some(({ name }) => name === "image.png"));
});

test("a file is a card that is saved, never opened, and says when it is deleted", async (t) => {
  const { shop, customer, server } = await talking(t);
  await server.tellsOf(customer, 100, "Agent", shop.agentName, {
    "file-id": "f1",
    "file-name": "invoice.html",
    "file-size": "52300",
    "file-preview": "true",
  });
  const card = customer.page.locator("tandem-file");
  await card.getByText("52 kB").waitFor();
  await card.locator("canvas:not([hidden])").waitFor();
  const downloaded = customer.page.waitForEvent("download");
  await card.getByRole("button", { name: "Download invoice.html" }).click();
  const download = await downloaded;
  assert.equal(download.suggestedFilename(), "invoice.html");
  assert.equal(await readFile(await download.path(), "utf8"), "<script>alert(1)</script>");
  assert.equal(await card.getByRole("button", { name: "Delete" }).count(), 0);
  assert.equal(customer.context.pages().length, 1);

  const own = { "file-id": "f2", "file-name": "mine.pdf", "file-size": "10" };
  await server.tellsOf(customer, 101, "Client", "Maria", own);
  const mine = customer.page.locator("tandem-file", { hasText: "mine.pdf" });
  await mine.getByRole("button", { name: "Delete mine.pdf" }).click();
  await until("the deletion", () => server.deleted.includes("f2"));
  await server.tellsOf(customer, 102, "Client", "Maria", own, "FileDeleted");
  await mine.getByText("Deleted").waitFor();
  assert.equal(await mine.getByRole("button").count(), 0);
  customer.hasNothingToComplainOf();
});

test("where the server takes no files, or knows nothing of them, there is no button", async (t) => {
  const shop = await Shop.open(t);
  for (const limits of [{ "upload-max-files": "0" }, null]) {
    const customer = await shop.customer();
    const server = await FileServer.inFrontOf(customer, limits);
    await customer.begins();
    await until("the question", () => server.limitsAsked > 0);
    await customer.says("Hello");
    assert.equal(await attach(customer).count(), 0);
    await customer.leaves();
  }
});

for (const [colorScheme, lang] of [["light", "de"], ["dark", "ar"]]) {
  test(`nothing to find for axe in files, ${colorScheme}, ${lang}`, async (t) => {
    const attributes = 'data-theme="auto"';
    const scene = await talking(t, { colorScheme, lang, attributes });
    const { customer, server, chooses } = scene;
    server.holdsUploads();
    await chooses(file("one.pdf"), file("run.exe"));
    await until("two lines", async () => (await uploads(customer).count()) === 2);
    const sent = { "file-id": "f2", "file-name": "mine.pdf", "file-size": "1200300" };
    await server.tellsOf(customer, 101, "Client", "Maria", sent);
    await customer.page.locator("tandem-file").waitFor();
    assert.deepEqual(await findings(customer), []);
  });
}
