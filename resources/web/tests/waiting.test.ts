// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedOf } from "../src/link/waitlink.js";
import { Expectation, type Expected } from "../src/model/expectation.js";
import { waitQueue } from "../src/options.js";
import { Catalogue } from "../src/texts/catalogue.js";
import { FakeSurroundings, joined, Scene } from "./fakes.js";

const en = new Catalogue("en");
const de = new Catalogue("de");
const third = { queuePosition: "3", estimatedWaitMs: "240000" };
const left = { ...joined(4, "Agent"), type: "ParticipantLeft" };

test("a customer who waits is told their place and for how long", () => {
  const scene = new Scene();
  scene.opens();
  assert.equal(scene.conversation.waiting, null);
  scene.link.answers({ userData: third });
  assert.equal(en.waiting(scene.conversation.waiting), "You are number 3. About 4 minutes.");
  assert.equal(de.waiting(scene.conversation.waiting), "Sie sind an 3. Stelle. Etwa 4 Minuten.");
});

test("what was told holds until something else is told", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ userData: third });
  scene.link.answers({ messages: [] });
  scene.link.answers({ userData: { other: "1" } });
  assert.equal(scene.conversation.waiting?.position, 3);
  scene.link.answers({ userData: { queuePosition: "2" } });
  assert.deepEqual(scene.conversation.waiting, { position: 2, waitMs: null });
});

test("the answer to the start may tell it already", () => {
  const scene = new Scene();
  scene.begins();
  scene.link.answers({ secureKey: "secret", userData: third });
  assert.equal(scene.conversation.waiting?.position, 3);
});

test("it is gone when an agent is there, and not back when that agent leaves", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ userData: third });
  scene.link.answers({ messages: [joined(3, "Agent")] });
  assert.equal(en.waiting(scene.conversation.waiting), "");
  scene.link.answers({ messages: [left] });
  assert.equal(en.waiting(scene.conversation.waiting), "");
  scene.link.answers({ userData: { queuePosition: "1" } });
  assert.equal(en.waiting(scene.conversation.waiting), "You are number 1.");
});

test("it is gone when the conversation is over", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ userData: third });
  scene.link.answers({ chatEnded: true });
  assert.equal(scene.conversation.waiting, null);
});

test("values that are no numbers are as good as none", () => {
  for (const value of ["", "x", "-1", "0", "1e99", {}, null]) {
    const scene = new Scene();
    scene.opens();
    scene.link.answers({ userData: { queuePosition: value } });
    assert.equal(scene.conversation.waiting?.position ?? null, null, String(value));
    assert.equal(en.waiting(scene.conversation.waiting), "");
  }
});

test("a wait is told in minutes, the longer the rounder", () => {
  const told = (seconds: number) => en.waiting({ position: null, waitMs: seconds * 1000 });
  assert.equal(told(0), "Less than a minute.");
  assert.equal(told(29), "Less than a minute.");
  assert.equal(told(30), "About 1 minute.");
  assert.equal(told(89), "About 1 minute.");
  assert.equal(told(91), "About 2 minutes.");
  assert.equal(told(601), "About 15 minutes.");
  assert.equal(told(3600), "About 60 minutes.");
  assert.equal(told(3601), "More than an hour.");
});

test("before the chat begins: the wait, that it is closed, or nothing", () => {
  assert.equal(en.expected({ isOpen: true, waitMs: 240_000 }), "Waiting time: about 4 minutes.");
  assert.equal(en.expected({ isOpen: false, waitMs: 240_000 }), "We are closed at the moment.");
  assert.equal(de.expected({ isOpen: false, waitMs: null }), "Zurzeit haben wir geschlossen.");
  assert.equal(en.expected({ isOpen: true, waitMs: null }), "");
  assert.equal(en.expected(null), "");
});

test("reads what the server says of the wait", () => {
  assert.deepEqual(expectedOf({ ewt: 12, isOpen: true }), { isOpen: true, waitMs: 12_000 });
  assert.deepEqual(expectedOf({ ewt: -1, isOpen: false }), { isOpen: false, waitMs: null });
  assert.deepEqual(expectedOf({ ewt: 5 }), { isOpen: true, waitMs: 5000 });
  assert.deepEqual(expectedOf({ ewt: "soon" }), { isOpen: true, waitMs: null });
  assert.equal(expectedOf(null), null);
  assert.equal(expectedOf("x"), null);
});

test("the wait is asked for while somebody looks, and not otherwise", async () => {
  const surroundings = new FakeSurroundings();
  let asked = 0;
  let answer: Expected | null = { isOpen: true, waitMs: 1000 };
  const ask = () => {
    asked += 1;
    return Promise.resolve(answer);
  };
  const expectation = new Expectation(ask, surroundings);
  surroundings.passes(60_000);
  assert.equal(asked, 0);
  expectation.watch(true);
  expectation.watch(true);
  await Promise.resolve();
  assert.equal(asked, 1);
  assert.deepEqual(expectation.current, answer);
  answer = null;
  surroundings.passes(30_000);
  await Promise.resolve();
  assert.equal(asked, 2);
  assert.equal(expectation.current, null);
  expectation.watch(false);
  surroundings.passes(120_000);
  assert.equal(asked, 2);
});

test("the page says whether, and for which queue, the wait is asked for", () => {
  assert.equal(waitQueue(undefined, "support"), "");
  assert.equal(waitQueue("false", "support"), "");
  assert.equal(waitQueue("", "support"), "support");
  assert.equal(waitQueue("true", "support"), "support");
  assert.equal(waitQueue("sales", "support"), "sales");
});
