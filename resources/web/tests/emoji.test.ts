// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { emojiColumns, emojis, isEmojiOnly } from "../src/view/emoji.js";
import { emojiAfter } from "../src/view/emojigrid.js";

test("knows messages of one to three emoji and nothing else", () => {
  const family = "👨‍👩‍👧‍👦";
  const plain = ["👍", " 🎉 ", "😀😀😀", "❤️", "👍🏽 🙏🏿"];
  for (const text of [...plain, "🇩🇪🇪🇸", family, "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "👩🏽‍🚀"]) {
    assert.equal(isEmojiOnly(text), true, text);
  }
  const words = ["", " ", "ok 👍", "👍!", "1", "#", "123"];
  const others = [...words, "👍👍👍👍", "😀\n😀", "🇩", "a", "…"];
  for (const text of [...others, "👍".repeat(8000), "\u200d".repeat(50)]) {
    assert.equal(isEmojiOnly(text), false, text.slice(0, 20));
  }
});

test("the grid is full, each emoji in it once, and each of them one", () => {
  assert.equal(emojis.length % emojiColumns, 0);
  assert.equal(new Set(emojis).size, emojis.length);
  assert.ok(emojis.every(isEmojiOnly));
});

test("arrow keys stay within the grid, and go the other way where text does", () => {
  assert.equal(emojiAfter("ArrowRight", 0), 1);
  assert.equal(emojiAfter("ArrowRight", 1, true), 0);
  assert.equal(emojiAfter("ArrowLeft", 0), 0);
  assert.equal(emojiAfter("ArrowDown", 3), 3 + emojiColumns);
  assert.equal(emojiAfter("ArrowUp", 3), 3);
  assert.equal(emojiAfter("End", 9), 15);
  assert.equal(emojiAfter("Home", 15), 8);
  assert.equal(emojiAfter("ArrowRight", emojis.length - 1), emojis.length - 1);
  assert.equal(emojiAfter("a", 3), null);
});
