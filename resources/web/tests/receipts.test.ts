// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../src/view/lines.js";
import { openChoices } from "../src/model/transcript.js";
import { agentSays, customerSaid, joined, Scene } from "./fakes.js";

const receipts = (scene: Scene) =>
  scene.link.requests.flatMap((request) =>
    request.operation === "readReceipt" ? [request.transcriptPosition] : [],
  );
const previews = (scene: Scene) =>
  scene.link.requests.flatMap((request) =>
    request.operation === "startTyping" ? [request.message] : [],
  );

test("what the customer sees is told as read, once, and only when they can see it", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [joined(2, "Agent"), agentSays(3, "Hello")] });
  assert.deepEqual(receipts(scene), []);
  scene.surroundings.isLookedAt = false;
  scene.conversation.show(true);
  assert.deepEqual(receipts(scene), []);
  scene.surroundings.isLookedAt = true;
  scene.conversation.seen();
  scene.conversation.seen();
  assert.deepEqual(receipts(scene), [3]);
  scene.link.answers({ messages: [agentSays(4, "Are you there?")] });
  assert.deepEqual(receipts(scene), [3, 4]);
});

test("an own message that an agent has read says so, also after a reload", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.answers({ messages: [customerSaid(2, "One"), customerSaid(3, "Two")] });
  scene.link.answers({ userData: { readPosition: "2" } });
  const read = () =>
    linesOf(scene.conversation.entries, [], scene.conversation.state.readByAgent).map(
      (line) => line.kind === "bubble" && line.isRead,
    );
  assert.deepEqual(read(), [true, false]);
  scene.reloads();
  assert.deepEqual(read(), [true, false]);
});

test("what is typed goes to the agents only where the customer was told so", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.wrote("My card");
  assert.deepEqual(previews(scene), [undefined]);
  scene.conversation.wrote("");
  const notice = { ...joined(2, "Client"), type: "Notice", messageType: "typing_preview" };
  scene.link.answers({ messages: [{ ...notice, from: { type: "External" }, text: "Told" }] });
  assert.equal(scene.conversation.entries[0]?.kind, "previewNotice");
  scene.link.requests = [];
  scene.conversation.wrote("W");
  scene.conversation.wrote("Wh");
  scene.conversation.wrote("Where");
  assert.deepEqual(previews(scene), ["W"]);
  scene.surroundings.passes(1000);
  assert.deepEqual(previews(scene), ["W", "Where"]);
  scene.conversation.say("Where is it?");
  scene.surroundings.passes(5000);
  assert.deepEqual(previews(scene), ["W", "Where"]);
});

test("an idle chat is told in the widget's own words; notices for clients are no lines", () => {
  const scene = new Scene();
  scene.opens();
  const company = { type: "External", nickname: "Support" } as const;
  scene.link.answers({
    messages: [
      { index: 2, type: "IdleAlert", text: "soon", from: company },
      { index: 3, type: "CustomNotice", text: "{}", from: company },
      { index: 4, type: "IdleClose", text: "closed", from: company },
    ],
  });
  const kinds = scene.conversation.entries.map(({ kind }) => kind);
  assert.deepEqual(kinds, ["idleAlert", "idleClosed"]);
});

test("answers to choose from are there until something is said", () => {
  const scene = new Scene();
  scene.opens();
  const company = { type: "External", nickname: "Support" } as const;
  const asks = (index: number, choices: string) => {
    const event = { index, type: "Message", text: "What is it?", from: company };
    return { messages: [{ ...event, userData: { choices } }] };
  };
  scene.link.answers(asks(2, "nonsense"));
  assert.deepEqual(openChoices(scene.conversation.entries), []);
  scene.link.answers(asks(3, '["Delivery","Returns"]'));
  assert.deepEqual(openChoices(scene.conversation.entries), ["Delivery", "Returns"]);
  scene.link.answers({ messages: [customerSaid(4, "Returns")] });
  assert.deepEqual(openChoices(scene.conversation.entries), []);
});

test("a receipt that was lost with its connection goes again on the next one, once", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.show(true);
  scene.link.answers({ messages: [joined(2, "Agent"), agentSays(3, "Hello")] });
  scene.surroundings.isLookedAt = false;
  scene.link.goesDown();
  scene.link.comesUp();
  scene.link.answers({ secureKey: "secret", nextPosition: 4 });
  scene.link.answers({ userData: { readPosition: "0" } });
  assert.deepEqual(receipts(scene), [3, 3]);
  scene.reloads();
  scene.link.comesUp();
  scene.link.answers({ secureKey: "secret", nextPosition: 4 });
  assert.deepEqual(receipts(scene), [3]);
});

const goodByes = (scene: Scene) =>
  scene.link.requests.filter(({ operation }) => operation === "disconnect").length;

test("an end while the line is down is told when it is back, after a reload, too", () => {
  for (const reloads of [false, true]) {
    const scene = new Scene();
    scene.opens();
    scene.link.goesDown();
    scene.conversation.end();
    assert.deepEqual([scene.conversation.phase, goodByes(scene)], ["ended", 0]);
    scene.surroundings.passes(50_000);
    if (reloads) {
      scene.reloads();
    }
    assert.equal(scene.link.isOpen, true);
    scene.link.comesUp();
    const last = scene.link.requests.at(-1);
    assert.deepEqual(last, { operation: "disconnect", secureKey: "secret" });
    scene.link.answers({ secureKey: "secret", chatEnded: true });
    assert.equal(scene.link.isOpen, false);
    scene.reloads();
    assert.equal(scene.link.isOpen, false);
  }
});

test("an end that is a minute old is not told any more; another conversation may begin", () => {
  const scene = new Scene();
  scene.opens();
  scene.link.goesDown();
  scene.conversation.end();
  scene.surroundings.passes(60_000);
  assert.equal(scene.link.isOpen, false);
  scene.reloads();
  assert.equal(scene.link.isOpen, false);
  scene.begins();
  assert.deepEqual(scene.link.operations(), ["requestChat"]);
});
