// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of agents in the widget, and their initials where there is none to be had.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { hashOf, png } from "../support/files.mjs";
import { findings } from "./support/axe.mjs";
import { pageWith } from "./support/pages.mjs";
import { Shop } from "./support/shop.mjs";

const first = png(96, 128, Buffer.from("first"));
const second = png(64, 64, Buffer.from("second"));

const has = (shop, picture) =>
  shop.agent.ask("agent.setPicture", { bytes: picture.toString("base64") });

/** Counts what is asked for; with it no cache answers. */
async function asksFor(customer) {
  const asked = [];
  await customer.context.route("**/tandem/pictures/*", (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  return asked;
}

const avatars = (customer) => ({
  header: customer.page.locator("tandem-chat .head .avatar"),
  transcript: customer.page.locator("tandem-transcript .below .avatar"),
});

async function showsPicture(customer, picture) {
  for (const [place, avatar] of Object.entries(avatars(customer))) {
    const image = avatar.locator("img");
    await image.waitFor();
    const shown = await image.evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { objectFit } = getComputedStyle(element);
      const isThere = element.complete && element.naturalWidth > 0;
      const { src: address, alt } = element;
      return { address, alt, isThere, objectFit, isSquare: width === height };
    });
    const address = `${customer.home}/tandem/pictures/${hashOf(picture)}`;
    const wanted = { address, alt: "", isThere: true, objectFit: "cover", isSquare: true };
    assert.deepEqual(shown, wanted, place);
  }
}

async function showsInitials(customer) {
  for (const [place, avatar] of Object.entries(avatars(customer))) {
    await avatar.waitFor();
    assert.equal(await avatar.locator("img").count(), 0, place);
    assert.match(await avatar.textContent(), /^\p{Lu}{2}$/u, place);
  }
}

async function talks(shop, customer) {
  await customer.begins();
  const agent = await shop.agentAccepts();
  await agent.says("Good day");
  await customer.sees("Good day");
  return agent;
}

const sizes = (customer) =>
  Promise.all(Object.values(avatars(customer)).map((avatar) => avatar.boundingBox()));

test("an agent's picture is beside the name, on the next page and in another tab", async (t) => {
  const shop = await Shop.open(t);
  await has(shop, first);
  const customer = await shop.customer();
  const asked = await asksFor(customer);
  const agent = await talks(shop, customer);
  await showsPicture(customer, first);
  await agent.says("How can I help you?");
  await customer.sees("How can I help you?");
  assert.equal(asked.length, 1);
  await customer.page.reload();
  await showsPicture(customer, first);
  const tab = await customer.context.newPage();
  await tab.goto(customer.page.url());
  await tab.locator("tandem-chat .launcher").click();
  await tab.locator("tandem-chat .head .avatar img").waitFor();
  await tab.locator("tandem-transcript .below .avatar img").waitFor();
  customer.hasNothingToComplainOf();
});

test("initials are there until the picture is, and nothing moves", async (t) => {
  const shop = await Shop.open(t);
  await has(shop, first);
  const customer = await shop.customer();
  let arrives;
  const held = new Promise((resolve) => (arrives = resolve));
  await customer.context.route("**/tandem/pictures/*", async (route) => {
    await held;
    await route.continue();
  });
  await talks(shop, customer);
  await showsInitials(customer);
  const before = await sizes(customer);
  arrives();
  await showsPicture(customer, first);
  assert.deepEqual(await sizes(customer), before);
});

test("a picture that is no more becomes initials, and is asked for once", async (t) => {
  const shop = await Shop.open(t);
  await has(shop, first);
  const customer = await shop.customer();
  const agent = await talks(shop, customer);
  await showsPicture(customer, first);
  await has(shop, second);
  const asked = await asksFor(customer);
  await customer.page.reload();
  await until("it to be asked for", () => asked.length === 1);
  await agent.says("Are you there?");
  await customer.sees("Are you there?");
  await showsInitials(customer);
  assert.deepEqual(asked, [`${customer.home}/tandem/pictures/${hashOf(first)}`]);
  customer.hasNothingToComplainOf();
});

test("where the page's policy allows no pictures there are initials", async (t) => {
  const shop = await Shop.open(t);
  await has(shop, first);
  const customer = await shop.customer();
  const policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">";
  await pageWith(customer, "", "en", policy);
  await talks(shop, customer);
  const complaint = await until("the browser to refuse it", () => customer.complaints[0]);
  assert.match(complaint, /tandem\/pictures/);
  await showsInitials(customer);
  assert.equal(customer.complaints.length, 1);
});

test("where the company shows no pictures none is asked for", async (t) => {
  const shop = await Shop.open(t);
  await has(shop, first);
  const ada = await shop.company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const rules = { ...document.rules, picturesShown: false };
  await ada.ask("admin.apply", { put: { rules }, remove: [] });
  const customer = await shop.customer();
  const asked = await asksFor(customer);
  await talks(shop, customer);
  await showsInitials(customer);
  assert.equal(asked.length, 0);
  const answer = await fetch(`${shop.server.url}/tandem/pictures/${hashOf(first)}`);
  assert.equal(answer.status, 404);
  customer.hasNothingToComplainOf();
});

for (const theme of ["light", "dark"]) {
  test(`nothing to find for axe beside pictures and initials, ${theme}`, async (t) => {
    const shop = await Shop.open(t);
    const customer = await shop.customer();
    await pageWith(customer, `data-theme="${theme}"`);
    await talks(shop, customer);
    await showsInitials(customer);
    assert.deepEqual(await findings(customer), [], "initials");
    await customer.ends();
    await customer.page.locator("tandem-chat .over .primary").click();
    await shop.agent.ask("agent.setPicture", { bytes: first.toString("base64") });
    await customer.fillsForm();
    await (await shop.agentAccepts()).says("Good day again");
    await customer.sees("Good day again");
    await showsPicture(customer, first);
    assert.deepEqual(await findings(customer), [], "picture");
  });
}
