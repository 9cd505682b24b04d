// SPDX-License-Identifier: GPL-3.0-or-later
// The checker finds each kind of fault, and none where there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, nothing } from "./checker.mjs";
import { Recorder } from "./recorder.mjs";

const said = ["one", "two", "three"];

/** A customer said all of `said` and it was acknowledged; the agent received `received`. */
function recorded(received = said, index = null) {
  const recorder = new Recorder();
  said.forEach((text, at) => {
    const record = recorder.sends("c", "customer", text);
    recorder.attempts(record);
    recorder.acknowledges(record, index === null ? null : index + at);
  });
  received.forEach((text) => recorder.receives("c", "agent", text));
  return recorder;
}

function stored(texts) {
  return texts.map((text, at) => ({ index: at + 1, type: "Message", text }));
}

test("a conversation that is whole has no findings", () => {
  assert.deepEqual(findings(recorded(said, 1), "c", stored(said)), nothing);
});

test("a message that was never acknowledged may be there or not", () => {
  const recorder = recorded();
  recorder.sends("c", "customer", "four");
  assert.deepEqual(findings(recorder, "c", stored(said)), nothing);
  assert.deepEqual(findings(recorder, "c", stored([...said, "four"])), nothing);
});

test("an acknowledged message that is not stored is lost", () => {
  assert.deepEqual(findings(recorded(["one"]), "c", stored(["one", "three"])).lost, ["two"]);
});

test("a chat of which nothing is stored is lost itself", () => {
  assert.ok(findings(recorded(), "c", []).lost.includes("chat c"));
});

test("a message that was said again and again in vain is given up", () => {
  const recorder = recorded();
  recorder.givesUp("c", "four", new Error("refused"));
  assert.deepEqual(findings(recorder, "c", stored(said)).givenUp, ["four"]);
});

test("a message that was shown and is not stored is lost", () => {
  const recorder = recorded();
  recorder.receives("c", "agent", "ghost");
  assert.deepEqual(findings(recorder, "c", stored(said)).lost, ["ghost"]);
});

test("a message that is stored or received twice is doubled", () => {
  assert.deepEqual(findings(recorded(), "c", stored([...said, "one"])).doubled, ["one"]);
  assert.deepEqual(findings(recorded([...said, "two"]), "c", stored(said)).doubled, ["two"]);
});

test("messages that are stored or received in another order are reordered", () => {
  const order = ["two", "one", "three"];
  assert.deepEqual(findings(recorded(), "c", stored(order)).reordered, ["two"]);
  assert.deepEqual(findings(recorded(order), "c", stored(said)).reordered, ["two"]);
});

test("a stored message that the other side never received is unheard", () => {
  assert.deepEqual(findings(recorded(["one", "three"]), "c", stored(said)).unheard, ["two"]);
});

test("a message at another index than was acknowledged is misplaced", () => {
  assert.deepEqual(findings(recorded(said, 2), "c", stored(said)).misplaced, said);
  const gap = stored(said).map((event) => ({ ...event, index: event.index + 1 }));
  assert.equal(findings(recorded(), "c", gap).misplaced.length, 1);
});
