// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf } from "../src/model/card.js";
import { entryOf } from "../src/model/transcript.js";
import type { ChatEvent, ParticipantType } from "../src/protocol.js";

const shows = (card: string, type: ParticipantType = "External"): ChatEvent => ({
  index: 3,
  type: "Message",
  text: "Return label",
  from: { nickname: "Support", participantId: 2, type },
  userData: { card },
});

test("a card has the parts that it came with, and texts only", () => {
  const event = shows('{"title":"Return label","link":"https://shop.example/","image":7}');
  const card = {
    title: "Return label",
    text: "",
    image: "",
    link: "https://shop.example/",
    linkText: "",
  };
  assert.deepEqual(cardOf(event), { card });
  assert.deepEqual(entryOf(event)?.card, card);
});

test("what is no card, or not the company's, is the message that it is", () => {
  for (const text of ["", "null", "[]", "7", "{", '{"title":""}', '{"title":{}}']) {
    assert.deepEqual(cardOf(shows(text)), {}, text);
    assert.equal(entryOf(shows(text))?.text, "Return label");
  }
  for (const type of ["Client", "Agent"] as const) {
    assert.deepEqual(cardOf(shows('{"title":"Return label"}', type)), {});
  }
});
