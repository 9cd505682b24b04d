// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOf, type Entry } from "../src/model/transcript.js";
import type { ChatEvent } from "../src/protocol.js";
import { Catalogue } from "../src/texts/catalogue.js";
import { isWorthSaving, transcriptName, transcriptText } from "../src/view/transcriptfile.js";
import { agentSays, customerSaid, joined } from "./fakes.js";

const morning = new Date(2026, 10, 28, 9, 5).getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

function entriesOf(...events: (readonly [ChatEvent, number])[]): Entry[] {
  return events
    .map(([event, time]) => entryOf({ ...event, utcTime: time }))
    .filter((entry): entry is Entry => entry !== null);
}

const talk = entriesOf(
  [customerSaid(1, "Where is my order?"), morning],
  [joined(2, "Agent"), morning + minute],
  [agentSays(3, "Two things:\n- *one*\n- two"), morning + 2 * minute],
  [{ ...agentSays(4, "https://shop.example/x"), type: "PushUrl" }, morning + 3 * minute],
  [agentSays(5, "It arrived."), morning + day],
);

test("saves who said what and when, as it was written, in the customer's language", () => {
  assert.equal(
    transcriptText(talk, new Catalogue("en"), "Chat with us"),
    [
      "Chat with us",
      "Saturday, November 28, 2026",
      "",
      "09:05  Maria: Where is my order?",
      "09:06  Alice joined",
      "09:07  Alice: Two things:",
      "       - *one*",
      "       - two",
      "09:08  Alice sent you a page: https://shop.example/x",
      "",
      "Sunday, November 29, 2026",
      "",
      "09:05  Alice: It arrived.",
      "",
    ].join("\n"),
  );
  const german = transcriptText(talk, new Catalogue("de"), "Chat");
  assert.match(german, /^Chat\nSamstag, 28\. November 2026\n\n09:05 {2}Maria: /);
  assert.match(german, /Alice ist jetzt im Gespräch/);
});

test("entries without a time or a name have a place, too", () => {
  const entries = entriesOf([agentSays(1, "Hello"), 0]).map((entry) => ({ ...entry, who: "" }));
  assert.equal(transcriptText(entries, new Catalogue("en"), "T"), "T\nOur agent: Hello\n");
  assert.equal(transcriptName(entries, morning), "chat-2026-11-28.txt");
});

test("is named by the day the conversation began, and worth a file once something was said", () => {
  assert.equal(transcriptName(talk, morning + 7 * day), "chat-2026-11-28.txt");
  assert.equal(isWorthSaving(talk), true);
  assert.equal(isWorthSaving(entriesOf([joined(1, "Agent"), morning])), false);
  assert.equal(isWorthSaving([]), false);
});
