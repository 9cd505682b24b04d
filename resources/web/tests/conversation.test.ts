// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { agentSays, customerSaid, joined, Scene } from "./fakes.js";

const texts = (scene: Scene) =>
  scene.conversation.entries.filter((entry) => entry.kind === "message").map(({ text }) => text);
const outgoing = (scene: Scene) => scene.conversation.outgoing.map(({ state }) => state);

test("keeps nothing and connects nowhere before the customer begins", () => {
  const scene = new Scene();
  scene.conversation.resume();
  scene.conversation.show(true);
  assert.equal(scene.store.text, null);
  assert.equal(scene.link.isOpen, false);
});

test("begins with one key, however often the request has to go", () => {
  const scene = new Scene();
  scene.begins("Where is my order?");
  scene.surroundings.passes(9000);
  scene.link.goesDown();
  scene.link.comesUp();
  const keys = scene.link.requests.map((request) =>
    request.operation === "requestChat" ? request.clientMessageId : "other",
  );
  assert.deepEqual(keys, ["key1", "key1", "key1"]);
});

test("goes on beginning after a reload with the same key", () => {
  const scene = new Scene();
  scene.begins();
  scene.reloads();
  scene.link.comesUp();
  const [request] = scene.link.requests;
  assert.equal(request?.operation === "requestChat" && request.clientMessageId, "key1");
});

test("gives the form back with its words when the start is refused", () => {
  const scene = new Scene();
  scene.begins("Hello");
  scene.link.answers({ statusCode: 2, errors: [{ code: 240 }] });
  assert.equal(scene.conversation.phase, "form");
  assert.equal(scene.conversation.startError, "unavailable");
  assert.equal(scene.conversation.state.form.question, "Hello");
  assert.equal(scene.link.isOpen, false);
});

test("a transient answer to the start is only waited out", () => {
  const scene = new Scene();
  scene.begins();
  scene.link.answers({ statusCode: 1 });
  assert.equal(scene.conversation.phase, "starting");
  scene.link.answers({ secureKey: "secret" });
  assert.equal(scene.conversation.phase, "open");
});

test("a message is sending, then sent, then part of the transcript once", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  assert.deepEqual(outgoing(scene), ["sending"]);
  scene.link.answers({ clientMessageId: "key2" });
  assert.deepEqual(outgoing(scene), ["sent"]);
  scene.link.answers({ messages: [customerSaid(2, "Hello", "key2")] });
  scene.link.answers({ messages: [customerSaid(2, "Hello", "key2")] });
  assert.deepEqual(outgoing(scene), []);
  assert.deepEqual(texts(scene), ["Hello"]);
});

test("settles an own message of a server that tells no keys back", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  scene.link.answers({ messages: [customerSaid(2, "Hello")] });
  assert.deepEqual(outgoing(scene), []);
  assert.deepEqual(texts(scene), ["Hello"]);
});

test("sends one message at a time and in order", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("one");
  scene.conversation.say("two");
  assert.deepEqual(scene.link.sentTexts(), ["one"]);
  scene.surroundings.passes(8000);
  assert.deepEqual(scene.link.sentTexts(), ["one", "one"]);
  scene.link.answers({ messages: [customerSaid(2, "one", "key2")] });
  assert.deepEqual(scene.link.sentTexts(), ["one", "one", "two"]);
});

test("what is written without a connection waits and goes with its key", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.goesDown();
  scene.conversation.say("later");
  assert.deepEqual(scene.link.operations(), []);
  scene.link.comesUp();
  assert.deepEqual(scene.link.operations(), ["requestNotifications"]);
  scene.link.answers({ secureKey: "secret", nextPosition: 2 });
  assert.deepEqual(scene.link.sentTexts(), ["later"]);
});

test("a message whose answer was lost is not repeated when the transcript has it", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  scene.link.goesDown();
  scene.link.comesUp();
  scene.link.answers({ secureKey: "secret", messages: [customerSaid(2, "Hello", "key2")] });
  assert.deepEqual(scene.link.sentTexts(), ["Hello"]);
  assert.deepEqual(outgoing(scene), []);
});

test("a refused message is given back and goes again when the customer wishes", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  scene.link.answers({ statusCode: 2, clientMessageId: "key2", errors: [{ code: 204 }] });
  assert.deepEqual(outgoing(scene), ["failed"]);
  assert.equal(scene.conversation.phase, "open");
  scene.conversation.sayAgain("key2");
  assert.deepEqual(scene.link.sentTexts(), ["Hello", "Hello"]);
});

test("a transient answer to a message repeats it after a pause", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  scene.link.answers({ statusCode: 1, clientMessageId: "key2" });
  assert.deepEqual(scene.link.sentTexts(), ["Hello"]);
  scene.surroundings.passes(2000);
  assert.deepEqual(scene.link.sentTexts(), ["Hello", "Hello"]);
});

test("a reload keeps the conversation, unsent messages and the position", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [agentSays(2, "Good day")], nextPosition: 3 });
  scene.conversation.say("unsent");
  scene.reloads();
  assert.deepEqual(texts(scene), ["Good day"]);
  scene.link.comesUp();
  assert.deepEqual(scene.link.requests, [
    { operation: "requestNotifications", secureKey: "secret", transcriptPosition: 3 },
  ]);
  scene.link.answers({ secureKey: "secret", messages: [agentSays(3, "Still there?")] });
  assert.deepEqual(texts(scene), ["Good day", "Still there?"]);
  assert.deepEqual(scene.link.sentTexts(), ["unsent"]);
});

test("keeps a draft over a reload, until it is sent", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.wrote("half a sen");
  scene.reloads();
  assert.equal(scene.conversation.state.draft, "half a sen");
  scene.conversation.say("half a sentence");
  scene.reloads();
  assert.equal(scene.conversation.state.draft, "");
});

test("a page that is shown again takes up what other pages have done meanwhile", () => {
  const scene = new Scene();
  scene.opens();
  const earlier = scene.conversation;
  scene.reloads();
  scene.conversation.end();
  earlier.returned();
  assert.equal(earlier.phase, "ended");
});

test("tells the agents when the conversation goes on at another page", () => {
  const scene = new Scene();
  scene.opens();
  scene.surroundings.page = "https://shop.example/tern";
  scene.reloads();
  scene.link.comesUp();
  scene.link.answers({ secureKey: "secret" });
  assert.deepEqual(scene.link.operations(), ["requestNotifications", "updateData"]);
});

test("ends when the server does not know the conversation any more", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.say("Hello");
  scene.link.goesDown();
  scene.link.comesUp();
  scene.link.answers({ statusCode: 2 });
  assert.equal(scene.conversation.phase, "ended");
  assert.deepEqual(outgoing(scene), ["failed"]);
  assert.equal(scene.link.isOpen, false);
});

test("asks again for its events while nobody answers", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.goesDown();
  scene.link.comesUp();
  scene.surroundings.passes(8000);
  assert.deepEqual(scene.link.operations(), ["requestNotifications", "requestNotifications"]);
});

test("orders events by index, each once, across gaps", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [agentSays(1007, "third")] });
  scene.link.answers({ messages: [agentSays(5, "second"), agentSays(3, "first")] });
  scene.link.answers({ messages: [agentSays(5, "second")] });
  assert.deepEqual(texts(scene), ["first", "second", "third"]);
});

test("counts unread messages only while it is not shown", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.show(true);
  scene.link.answers({ messages: [agentSays(2, "seen")] });
  scene.conversation.show(false);
  scene.link.answers({ messages: [agentSays(3, "unseen")] });
  assert.equal(scene.conversation.state.unread, 1);
  scene.conversation.show(true);
  assert.equal(scene.conversation.state.unread, 0);
});

test("shows the agent who came last, and none after all have left", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [joined(2, "Agent", "Alice"), joined(3, "Agent", "Bob")] });
  assert.deepEqual(scene.conversation.agents.map(({ name }) => name), ["Alice", "Bob"]);
  const left = { ...joined(4, "Agent", "Alice"), type: "ParticipantLeft" };
  scene.link.answers({ messages: [left] });
  assert.deepEqual(scene.conversation.agents.map(({ name }) => name), ["Bob"]);
});

test("tells typing once, its pause once, and nothing after a message", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.wrote("H");
  scene.conversation.wrote("He");
  scene.surroundings.passes(2000);
  scene.conversation.wrote("Hey");
  scene.conversation.say("Hey");
  scene.surroundings.passes(2000);
  const expected = ["startTyping", "stopTyping", "startTyping", "sendMessage"];
  assert.deepEqual(scene.link.operations().slice(0, 4), expected);
  assert.equal(scene.link.operations().includes("stopTyping", 4), false);
});

test("shows who types, not oneself, until a message or silence", () => {
  const scene = new Scene();
  scene.opens();
  const typing = { ...agentSays(2, ""), type: "TypingStarted" };
  scene.link.answers({ messages: [typing, { ...customerSaid(3, ""), type: "TypingStarted" }] });
  assert.deepEqual(scene.conversation.typing, ["Alice"]);
  scene.link.answers({ messages: [agentSays(4, "Hello")] });
  assert.deepEqual(scene.conversation.typing, []);
  scene.link.answers({ messages: [{ ...typing, index: 5 }] });
  scene.surroundings.passes(20_000);
  assert.deepEqual(scene.conversation.typing, []);
});

test("mentions a lost connection only when it lasts", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.goesDown();
  scene.surroundings.passes(500);
  assert.equal(scene.conversation.isInterrupted, false);
  scene.surroundings.passes(500);
  assert.equal(scene.conversation.isInterrupted, true);
  scene.link.comesUp();
  scene.link.answers({ secureKey: "secret" });
  assert.equal(scene.conversation.isInterrupted, false);
});

test("ends on the customer's word, and starts a new one with name kept", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.end();
  assert.deepEqual(scene.link.operations(), ["disconnect"]);
  assert.equal(scene.conversation.phase, "ended");
  scene.conversation.startOver();
  assert.equal(scene.conversation.phase, "form");
  assert.equal(scene.conversation.state.form.name, "Maria");
  assert.equal(scene.store.text, null);
});

test("keeps an ended conversation readable over a reload without connecting", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [agentSays(2, "Good bye")], chatEnded: true });
  scene.reloads();
  assert.equal(scene.conversation.phase, "ended");
  assert.deepEqual(texts(scene), ["Good bye"]);
  assert.equal(scene.link.isOpen, false);
  assert.equal(scene.conversation.state.secureKey, "");
});
