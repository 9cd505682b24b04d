// SPDX-License-Identifier: GPL-3.0-or-later
// Marked up messages, emoji, what calls for attention, and the saved conversation, in a real
// browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { findings, focused } from "./support/axe.mjs";
import { Shop } from "./support/shop.mjs";

const rich =
  "Please read *this* and `that`:\n- https://shop.example/a_b_c.\n- **_soon_**\n1. one\n2. two";

async function inConversation(t, options) {
  const shop = await Shop.open(t);
  const customer = await shop.customer(options);
  await options?.before?.(customer);
  await customer.begins();
  return { shop, customer, agent: await shop.agentAccepts() };
}

test("a marked up message is links, emphasis and lists, and is copied as it reads", async (t) => {
  const { shop, customer, agent } = await inConversation(t);
  await agent.says(rich);
  const bubble = customer.page.locator("tandem-transcript .other .bubble");
  const name = "https://shop.example/a_b_c (opens in a new tab)";
  const link = bubble.getByRole("link", { name });
  await link.waitFor();
  assert.equal(await link.getAttribute("href"), "https://shop.example/a_b_c");
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await bubble.getByRole("list").count(), 2);
  assert.equal(await bubble.getByRole("listitem").count(), 4);
  const copied = await bubble.evaluate((element) => {
    const selection = element.getRootNode().getSelection?.() ?? window.getSelection();
    selection.selectAllChildren(element);
    return selection.toString();
  });
  const lines = ["Please read this and that:", "• https://shop.example/a_b_c.", "• soon"];
  const text = [...lines, "1. one", "2. two"].join("\n");
  const isRead = copied.replace(/\n+/g, "\n").replace(new RegExp(`^${shop.agentName}:\\s`), "");
  assert.equal(isRead, text);
  await customer.writes("me, too: http://a.example, *really*");
  await agent.hears("me, too: http://a.example, *really*");
  const own = customer.row("me, too");
  assert.equal(await own.getByRole("link").getAttribute("href"), "http://a.example/");
  assert.equal(await own.locator("strong").textContent(), "really");
  assert.deepEqual(await agent.customerTexts(), ["me, too: http://a.example, *really*"]);
  customer.hasNothingToComplainOf();
});

test("an emoji is put in at the caret, by the keyboard alone", async (t) => {
  const { customer, agent } = await inConversation(t);
  const { keyboard } = customer.page;
  const grid = customer.page.getByRole("grid", { name: "Emoji" });
  await customer.messageField.fill("ab");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Tab");
  assert.equal(await focused(customer), "Insert an emoji");
  await keyboard.press("Enter");
  await grid.waitFor();
  assert.equal(await focused(customer), "😀");
  await keyboard.press("Escape");
  await grid.waitFor({ state: "detached" });
  assert.equal(await focused(customer), "Insert an emoji");
  assert.equal(await customer.panel.isVisible(), true);
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await grid.waitFor({ state: "detached" });
  assert.equal(await focused(customer), "Write a message");
  await keyboard.type("!");
  const text = await customer.messageField.inputValue();
  assert.match(text, /^a\p{Extended_Pictographic}!b$/u);
  await keyboard.press("Enter");
  await agent.hears(text);

  const button = customer.page.getByRole("button", { name: "Insert an emoji" });
  await button.click();
  await grid.getByText("🎉").click();
  await button.click();
  await button.click();
  assert.equal(await grid.count(), 0);
  assert.equal(await customer.messageField.inputValue(), "🎉");
  await button.click();
  await customer.messageField.click();
  await grid.waitFor({ state: "detached" });
  await customer.messageField.press("Enter");
  const size = (row) =>
    row.locator(".bubble").evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const large = await size(customer.row(/You: 🎉/));
  assert.ok(large > 1.5 * (await size(customer.row(text))), `${large}`);
});

/** Counts the sounds of a page, and lets a test say who looks at it. */
const watchesSound = ({ context }) =>
  context.addInitScript(() => {
    window.sounds = 0;
    const Real = window.OscillatorNode;
    window.OscillatorNode = class extends Real {
      start(when) {
        window.sounds += 1;
        super.start(when);
      }
    };
    let state = "visible";
    Object.defineProperty(document, "visibilityState", { get: () => state });
    window.becomes = (next) => {
      state = next;
      document.dispatchEvent(new Event("visibilitychange"));
    };
  });

test("an unseen message is heard and counted in the title until it is seen", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const { page } = customer;
  await watchesSound(customer);
  await page.reload();
  const title = await page.title();
  const titled = (wanted) =>
    until(`the title ${wanted}`, async () => (await page.title()) === wanted);
  const sounds = () => page.evaluate(() => window.sounds);
  await customer.begins();
  const agent = await shop.agentAccepts();
  await agent.says("seen");
  await customer.sees("seen");
  assert.deepEqual([await page.title(), await sounds()], [title, 0]);

  await page.evaluate(() => window.becomes("hidden"));
  await agent.says("one");
  await titled(`(1) ${title}`);
  await until("two notes", async () => (await sounds()) === 2);
  await page.evaluate(() => window.becomes("visible"));
  await titled(title);

  await page.getByRole("button", { name: "Turn sound off" }).click();
  await customer.minimises();
  await agent.says("two");
  await titled(`(1) ${title}`);
  await page.reload();
  await titled(`(1) ${title}`);
  await agent.says("three");
  await titled(`(2) ${title}`);
  await customer.opensWidget();
  await titled(title);
  assert.equal(await sounds(), 0, "neither muted nor before a gesture");
  assert.equal((await agent.attachedData())._genesys_pageTitle, title);
  await page.getByRole("button", { name: "Turn sound on" }).click();
  const kept = () => page.evaluate(() => Object.keys({ ...localStorage }));
  assert.deepEqual(await kept(), ["tandem.support"]);
  await customer.minimises();
  await agent.says("four");
  await until("two notes", async () => (await sounds()) === 2);
  customer.hasNothingToComplainOf();
});

test("a conversation that has ended can be saved as a text", async (t) => {
  const { shop, customer, agent } = await inConversation(t, { acceptDownloads: true });
  await customer.writes("Grüße, *Maria*");
  await agent.hears("Grüße, *Maria*");
  await agent.says("Good day\n- one");
  await customer.sees("one");
  assert.equal(await customer.page.getByRole("button", { name: "Save conversation" }).count(), 0);
  await customer.ends();
  const buttons = customer.page.getByRole("button", { name: "Save conversation" });
  await buttons.first().waitFor();
  assert.equal(await buttons.count(), 2);
  for (const button of await buttons.all()) {
    const downloaded = customer.page.waitForEvent("download");
    await button.click();
    const download = await downloaded;
    assert.match(download.suggestedFilename(), /^chat-\d{4}-\d\d-\d\d\.txt$/);
    const text = await readFile(await download.path(), "utf8");
    assert.match(text, /^\d\d:\d\d {2}Maria Lopez: Grüße, \*Maria\*$/m);
    assert.ok(text.includes(`${shop.agentName}: Good day\n       - one\n`), text);
  }
  customer.hasNothingToComplainOf();
});

test("a page steers the widget and hears of what happens in it", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const { page } = customer;
  const listens = () =>
    page.evaluate(() => {
      window.heard = [];
      const names = ["opened", "minimised", "started", "message", "notice", "ended", "unread"];
      for (const name of names) {
        document.addEventListener(`tandem-${name}`, ({ type, detail, composed }) => {
          window.heard.push([type, detail, composed]);
        });
      }
      window.tandem.on("message", ({ detail }) => (window.last = detail.text));
    });
  const heard = () => page.evaluate(() => window.heard.map(([type]) => type.slice(7)));
  await listens();
  const refused = await page.evaluate(() => [tandem.begin({ name: " " }), tandem.say("early")]);
  assert.deepEqual(refused, [false, false]);
  await page.evaluate(() => {
    const widget = document.querySelector("tandem-chat");
    widget.open();
    widget.begin({ name: "Maria", email: "", question: "From the page" });
  });
  const agent = await shop.agentAccepts();
  await customer.messageField.waitFor();
  await customer.messageField.fill("half a sen");
  assert.equal(await page.evaluate(() => tandem.say("And more")), true);
  await agent.hears("And more");
  assert.equal(await customer.messageField.inputValue(), "half a sen");
  const messages = async () => (await heard()).filter((name) => name === "message").length;
  await until("the page to hear of it, too", async () => (await messages()) === 2);
  await page.evaluate(() => tandem.minimise());
  await agent.agent.ask("chat.customNotice", { interactionId: agent.id, text: "show: map" });
  await agent.says("Look at the map");
  await until("the badge", () => page.locator("tandem-chat .badge").isVisible());
  assert.equal(await page.evaluate(() => window.last), "Look at the map");
  const before = ["opened", "started", "message", "message", "minimised", "notice", "message"];
  assert.deepEqual((await heard()).filter((name) => name !== "unread"), before);
  const events = await page.evaluate(() => window.heard);
  assert.deepEqual(events[1], ["tandem-started", null, true]);
  assert.deepEqual(events[2][1], { from: "customer", text: "From the page" });
  assert.deepEqual(events.find(([type]) => type === "tandem-notice")[1], { text: "show: map" });
  assert.deepEqual(events.at(-1), ["tandem-unread", { count: 1 }, true]);

  await page.reload();
  await listens();
  await page.getByRole("button", { name: "Open chat, 1 unread message" }).waitFor();
  await agent.says("Found it?");
  await page.getByRole("button", { name: "Open chat, 2 unread messages" }).waitFor();
  await page.evaluate(() => tandem.end());
  await agent.hearsOfLeaving();
  const after = (await heard()).filter((name) => name !== "unread");
  assert.deepEqual(after, ["message", "ended"], "nothing of before is told again");
  customer.hasNothingToComplainOf();
});

for (const colorScheme of ["light", "dark"]) {
  test(`nothing to find for axe in rich messages and emoji, ${colorScheme}`, async (t) => {
    const { customer, agent } = await inConversation(t, { colorScheme });
    await customer.page
      .locator("tandem-chat")
      .evaluate((widget) => widget.setAttribute("theme", "auto"));
    await agent.says(rich);
    await customer.writes("see http://a.example, `code` and *bold*");
    await agent.hears("see http://a.example, `code` and *bold*");
    await agent.says("👍");
    await customer.page.getByRole("button", { name: "Insert an emoji" }).click();
    await customer.page.getByRole("grid").waitFor();
    assert.deepEqual(await findings(customer), [], "conversation");
    await customer.page.keyboard.press("Escape");
    await customer.ends();
    await customer.sees("The conversation has ended");
    assert.deepEqual(await findings(customer), [], "ended");
  });
}

test("a page that wants no sounds has none, and no button for them", async (t) => {
  const shop = await Shop.open(t);
  const customer = await shop.customer();
  const { page } = customer;
  await watchesSound(customer);
  const script = '<script src="/widget/tandem.js" defer data-service="support" data-sound="off">';
  const body = `<!doctype html><html lang="en"><title>Quiet</title>${script}</script></html>`;
  await page.route("**/quiet", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${customer.home}/quiet`);
  await customer.begins();
  const agent = await shop.agentAccepts();
  assert.equal(await page.locator("tandem-chat button.sound").count(), 0);
  await customer.minimises();
  await agent.says("quietly");
  await until("the title", async () => (await page.title()) === "(1) Quiet");
  assert.equal(await page.evaluate(() => window.sounds), 0);
});
