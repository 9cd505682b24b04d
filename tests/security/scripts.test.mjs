// SPDX-License-Identifier: GPL-3.0-or-later
// S4: a page cannot run what a customer wrote, and shows it as it was written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Shop } from "../browser/support/shop.mjs";
import { ownPayloads, payloads } from "./scriptwatch.mjs";
import {
  answersThatArePages,
  carelessPage,
  faultsOf,
  fieldsKeptAsWritten,
  formsInTheWidget,
  messagesInCarelessWidget,
  messagesInTheWidget,
} from "./storedscript.mjs";
import { leftMessages, wholeConversations } from "./storedconversation.mjs";
import { makeToldCareless, toldToTheWidget } from "./storedviews.mjs";

const shareOfPublicData = 12;

test("messages of both sides are texts in the widget, live and after a reload", async (t) => {
  const shop = await Shop.open(t);
  const { texts } = await payloads(shareOfPublicData);
  assert.deepEqual(faultsOf(await messagesInTheWidget(shop, texts)), []);
});

test("what is written into the form, or stands in the page's address, stays a text", async (t) => {
  const shop = await Shop.open(t);
  assert.deepEqual(faultsOf(await formsInTheWidget(shop, ownPayloads.slice(0, 2))), []);
});

test("names, files, pages, notices, cards and answers to click are texts", async (t) => {
  const shop = await Shop.open(t);
  const { texts } = await payloads(shareOfPublicData);
  const { places, faults } = await toldToTheWidget(shop, texts);
  assert.deepEqual(faults, []);
  assert.ok(places > 15 * texts.length, `${places} places`);
});

test("control: a widget that puts them in as HTML, and breaks no lines, is caught", async (t) => {
  const shop = await Shop.open(t);
  const { faults } = await toldToTheWidget(shop, ownPayloads, makeToldCareless);
  for (const kind of ["row: ", "ran: ", "fetched: ", "wide: "]) {
    assert.ok(faults.some((fault) => fault.startsWith(kind)), kind);
  }
});

test("a conversation that is hostile all through, and a message left, stay texts", async (t) => {
  const shop = await Shop.open(t);
  const texts = ownPayloads.slice(1, 4);
  const talks = await wholeConversations(shop, texts);
  const left = await leftMessages(await Shop.open(t), texts);
  assert.deepEqual([...talks.faults, ...left.faults], []);
  const isLookedAt = talks.places > 50 * texts.length && left.places > 3 * texts.length;
  assert.ok(isLookedAt, `${talks.places} and ${left.places} places`);
});

test("every field reaches the agent as it was written, and no answer is a page", async (t) => {
  const shop = await Shop.open(t);
  const { texts } = await payloads(shareOfPublicData);
  assert.deepEqual(await fieldsKeptAsWritten(shop, texts), []);
  assert.deepEqual(await answersThatArePages(shop, texts), []);
});

test("control: a page that puts them in as HTML is caught", async (t) => {
  const shop = await Shop.open(t);
  const found = await carelessPage(shop, ownPayloads);
  assert.ok(found.ran.length > 0, "script that ran");
  assert.ok(found.fetched.length > 0, "what was fetched from elsewhere");
  assert.ok(found.strange.length > 0, "elements");
  assert.ok(found.caught >= ownPayloads.length / 2);
  const [{ findings, elements, misshown }] = await messagesInCarelessWidget(shop, ownPayloads);
  assert.ok(findings.ran.length > 0 && findings.fetched.length > 0, "in the widget, too");
  assert.ok(elements.length > 0 && misshown.length > 0);
});
