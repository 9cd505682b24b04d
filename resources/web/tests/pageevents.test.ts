// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { startFormOf } from "../src/view/pageapi.js";
import { PageEvents } from "../src/view/pageevents.js";
import { agentSays, customerSaid, joined, Scene } from "./fakes.js";

function listened(scene: Scene): string[] {
  const heard: string[] = [];
  new PageEvents(scene.conversation, (name, detail) => {
    heard.push(detail ? `${name} ${JSON.stringify(detail)}` : name);
  });
  return heard;
}

const notice = (index: number, text: string, type: "Agent" | "Client" = "Agent") => {
  return { ...joined(index, type), type: "CustomNotice", text };
};

test("a page hears a conversation from its opening to its end, each thing once", () => {
  const scene = new Scene();
  const heard = listened(scene);
  scene.conversation.show(true);
  scene.begins("Where is it?");
  const question = customerSaid(2, "Where is it?");
  scene.link.answers({ secureKey: "s", messages: [joined(1, "Client"), question] });
  const company = { ...agentSays(3, "All agents are busy."), from: { type: "External" } as const };
  scene.link.answers({ messages: [question, company, agentSays(4, "Hello")] });
  scene.conversation.show(false);
  scene.link.answers({ messages: [agentSays(5, "Still there?")] });
  scene.conversation.show(true);
  scene.link.answers({ messages: [agentSays(6, "Bye")], chatEnded: true });
  assert.deepEqual(heard, [
    "opened",
    "started",
    'message {"from":"customer","text":"Where is it?"}',
    'message {"from":"company","text":"All agents are busy."}',
    'message {"from":"agent","text":"Hello"}',
    "minimised",
    'message {"from":"agent","text":"Still there?"}',
    'unread {"count":1}',
    'unread {"count":0}',
    "opened",
    'message {"from":"agent","text":"Bye"}',
    "ended",
  ]);
});

test("what was there when the page was loaded is not told again", () => {
  const scene = new Scene();
  scene.opens();
  const before = [agentSays(2, "Hello"), notice(3, "show: map")];
  scene.link.answers({ messages: before, nextPosition: 4 });
  scene.reloads();
  const heard = listened(scene);
  scene.link.comesUp();
  scene.link.answers({ messages: [...before, agentSays(4, "Welcome back")] });
  assert.deepEqual(heard, [
    'message {"from":"agent","text":"Welcome back"}',
    'unread {"count":2}',
  ]);
});

test("a page that is shown again as it was left does not hear what others heard", () => {
  const scene = new Scene();
  const heard = listened(scene);
  const other = new Scene();
  other.opens();
  other.link.answers({ messages: [agentSays(2, "Hello")] });
  scene.store.text = other.store.text;
  scene.conversation.returned();
  assert.deepEqual(heard, []);
});

test("a notice of an agent is an event and no line; the customer's own is nothing", () => {
  const scene = new Scene();
  scene.opens();
  const heard = listened(scene);
  const notices = [notice(2, '{"show":"map"}'), notice(3, "own", "Client")];
  scene.link.answers({ messages: notices });
  scene.link.answers({ messages: notices });
  assert.deepEqual(heard, ['notice {"text":"{\\"show\\":\\"map\\"}"}']);
  assert.deepEqual(scene.conversation.entries, []);
});

test("a handler may answer, and hears its answer after what it answers", () => {
  const scene = new Scene();
  scene.opens();
  const heard: string[] = [];
  new PageEvents(scene.conversation, (name) => {
    heard.push(name);
    if (name === "message") {
      scene.conversation.end();
    }
  });
  scene.link.answers({ messages: [agentSays(2, "Bye"), agentSays(3, "!")] });
  assert.deepEqual(heard, ["message", "message", "unread", "ended"]);
});

test("what a page says beside a draft leaves the draft as it is", () => {
  const scene = new Scene();
  scene.opens();
  scene.conversation.wrote("half a sen");
  scene.conversation.say("from the page", "half a sen");
  assert.equal(scene.conversation.state.draft, "half a sen");
});

test("takes from a page's form what is text, and nothing else", () => {
  const form = { name: " Maria ", email: 5, question: null } as unknown as { name: string };
  assert.deepEqual(startFormOf(form), { name: "Maria", email: "", question: "" });
  assert.deepEqual(startFormOf(undefined), { name: "", email: "", question: "" });
});
