// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOf, everybodyOf } from "../src/model/transcript.js";
import type { ChatEvent } from "../src/protocol.js";
import { Pictures } from "../src/view/pictures.js";
import { agentSays, joined, Scene } from "./fakes.js";

const hash = "0123456789abcdef".repeat(4);
const other = "f".repeat(64);

const joins = (index: number, picture: unknown, nickname = "Alice"): ChatEvent => ({
  ...joined(index, "Agent", nickname),
  userData: { picture },
});

test("an agent has the picture that they joined with, on the next page, too", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [joins(2, hash), joins(3, other, "Bob")] });
  const both = [
    { participant: "Alice", name: "Alice", picture: hash },
    { participant: "Bob", name: "Bob", picture: other },
  ];
  assert.deepEqual(scene.conversation.agents, both);
  scene.reloads();
  assert.deepEqual(scene.conversation.agents, both);
});

test("who joins again has the picture of that time, and keeps it after leaving", () => {
  const scene = new Scene();
  scene.opens();
  const left = { ...joined(3, "Agent"), type: "ParticipantLeft" };
  scene.link.answers({ messages: [joins(2, hash), left, joins(4, other)] });
  assert.deepEqual(scene.conversation.agents.map(({ picture }) => picture), [other]);
  scene.link.answers({ messages: [{ ...left, index: 5 }] });
  assert.deepEqual(scene.conversation.agents, []);
  assert.equal(everybodyOf(scene.conversation.entries).get("Alice")?.picture, other);
});

test("anything but a hash is no picture", () => {
  const hostile = [
    "", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://evil.example/x.png",
    `../${hash}`, `${hash}/..`, `//evil.example/${hash}`, `${hash}\n`, `\n${hash}`, hash.slice(1),
    `${hash}0`, hash.toUpperCase(), `${"0".repeat(63)}\u0660`, `"><b>${hash}`, "__proto__",
    7, true, null, [hash], { toString: () => hash },
  ];
  for (const picture of hostile) {
    const entry = entryOf(joins(2, picture));
    assert.equal(entry?.kind, "joined");
    assert.ok(!("picture" in entry), String(picture));
  }
  const said = entryOf({ ...agentSays(3, "hi"), userData: { picture: hash } });
  assert.ok(said && !("picture" in said), "only who joins brings one");
});

/** Pictures whose arrival a test decides. */
class Arrivals {
  readonly asked: string[] = [];
  changes = 0;
  readonly pictures = new Pictures(
    "https://chat.example/tandem/pictures/",
    () => (this.changes += 1),
    (address) => {
      this.asked.push(address);
      return new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    },
  );
  resolve!: () => void;
  reject!: (error: Error) => void;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a picture is shown once it has come, and asked for once", async () => {
  const arrivals = new Arrivals();
  const { pictures, asked } = arrivals;
  assert.deepEqual([pictures.shown(undefined), asked], ["", []]);
  assert.deepEqual([pictures.shown(hash), pictures.shown(hash)], ["", ""]);
  arrivals.resolve();
  await turn();
  assert.equal(arrivals.changes, 1);
  assert.equal(pictures.shown(hash), `https://chat.example/tandem/pictures/${hash}`);
  assert.deepEqual(asked, [`https://chat.example/tandem/pictures/${hash}`]);
});

test("a picture that does not come is not asked for again", async () => {
  const arrivals = new Arrivals();
  arrivals.pictures.shown(hash);
  arrivals.reject(new Error("gone"));
  await turn();
  assert.deepEqual([arrivals.pictures.shown(hash), arrivals.pictures.shown(hash)], ["", ""]);
  assert.deepEqual([arrivals.asked.length, arrivals.changes], [1, 0]);
  arrivals.pictures.shown(other);
  assert.equal(arrivals.asked.length, 2);
});
