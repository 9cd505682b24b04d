// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { agentSays, customerSaid } from "./fakes.js";
import { chat, RestScene, settled } from "./restfakes.js";

const said = { message: "Hello", clientMessageId: "k1" };
const hello = { operation: "sendMessage", ...chat, ...said } as const;

test("is up when the server has answered, not before, and not when a proxy has", async () => {
  const { link, server, ear, time } = new RestScene();
  link.open();
  assert.deepEqual(server.paths, ["/0/refresh"]);
  assert.equal(server.last.options.method, "POST");
  assert.deepEqual(ear.heard, []);
  await server.last.says("<h1>Welcome to our hotel</h1>");
  time.passes(500);
  await server.last.says('{"statusCode":403,"message":"Blocked"}', 403);
  assert.deepEqual(ear.heard, ["failed", "failed"]);
  time.passes(1000);
  await server.last.answers({ statusCode: 2 });
  assert.deepEqual(ear.heard, ["failed", "failed", "up"]);
  assert.deepEqual(ear.answers, []);
});

test("begins with a form as documented and follows the chat that the answer names", async () => {
  const scene = new RestScene();
  await scene.comesUp();
  scene.link.send({
    operation: "requestChat",
    nickname: "Maria & Co",
    text: "One\nTwo",
    userData: { TimeZone: "60" },
    clientMessageId: "start",
  });
  assert.equal(scene.server.last.path, "");
  assert.deepEqual(scene.server.lastFields, {
    nickname: "Maria & Co",
    text: "One\nTwo",
    "userData[TimeZone]": "60",
    clientMessageId: "start",
  });
  await scene.server.last.answers({ ...chat, nextPosition: 3 });
  assert.equal(scene.ear.answers[0]?.clientMessageId, "start");
  scene.time.passes(3000);
  assert.equal(scene.server.last.path, "/0abc/refresh");
  assert.deepEqual(scene.server.lastFields, { secureKey: "secret", transcriptPosition: "3" });
});

test("polls every three seconds, one at a time, from where it is", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.time.passes(2999);
  assert.equal(scene.server.posted.length, 0);
  scene.time.passes(6001);
  assert.equal(scene.server.posted.length, 1);
  await scene.server.last.answers({ nextPosition: 7, messages: [agentSays(6, "Hi")] });
  assert.equal(scene.ear.answers[0]?.messages?.[0]?.text, "Hi");
  scene.time.passes(3000);
  assert.equal(scene.server.posted.length, 2);
  assert.equal(scene.server.last.form.get("transcriptPosition"), "7");
});

test("goes on at once where an answer was full", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.time.passes(3000);
  const text = "€".repeat(16_000);
  const messages = [5, 6, 7].map((index) => agentSays(index, text));
  await scene.server.last.answers({ nextPosition: 8, messages });
  assert.equal(scene.server.posted.length, 2);
  assert.equal(scene.server.last.form.get("transcriptPosition"), "8");
  await scene.server.last.answers({ nextPosition: 9, messages: [agentSays(8, "last")] });
  assert.equal(scene.server.posted.length, 2);
  scene.time.passes(3000);
  await scene.server.last.answers({ nextPosition: 9, messages });
  assert.equal(scene.server.posted.length, 3, "a server that does not move is not pressed");
});

test("the answer to a message carries its key, and what is new", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  assert.equal(scene.server.last.path, "/0abc/send");
  assert.deepEqual(scene.server.lastFields, {
    transcriptPosition: "5",
    secureKey: "secret",
    message: "Hello",
    clientMessageId: "k1",
  });
  const messages = [customerSaid(5, "Hello", "k1")];
  await scene.server.last.answers({ nextPosition: 6, messages });
  const [answer] = scene.ear.answers;
  assert.equal(answer?.clientMessageId, "k1");
  assert.deepEqual(answer?.messages, messages);
  scene.time.passes(3000);
  assert.equal(scene.server.last.form.get("transcriptPosition"), "6");
  assert.equal("clientMessageId" in scene.server.lastFields, false);
});

test("sends one after the other, and a repeat of what is under way not at all", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  scene.link.send({ operation: "startTyping", ...chat });
  scene.link.send({ operation: "startTyping", ...chat, message: "Wh" });
  scene.link.send(hello);
  scene.link.send({ operation: "updateData", ...chat, userData: { page: "x" } });
  assert.deepEqual(scene.server.paths, ["/0abc/send"]);
  await scene.server.last.answers({ nextPosition: 6 });
  assert.equal(scene.server.last.form.get("message"), "Wh");
  await scene.server.last.answers({ nextPosition: 6 });
  assert.equal(scene.server.last.form.get("userData[page]"), "x");
  await scene.server.last.answers({ nextPosition: 6 });
  assert.deepEqual(scene.server.paths, ["/0abc/send", "/0abc/startTyping", "/0abc/updateData"]);
});

test("a receipt names what is read, not where the conversation is", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send({ operation: "readReceipt", ...chat, transcriptPosition: 3 });
  assert.equal(scene.server.last.path, "/0abc/readReceipt");
  assert.equal(scene.server.last.form.get("transcriptPosition"), "3");
  await scene.server.last.answers({});
  scene.time.passes(3000);
  assert.equal(scene.server.last.form.get("transcriptPosition"), "5");
});

test("a busy server has answered: it is passed on, and the link stays up", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  await scene.server.last.answers({ statusCode: 1, errors: [{ code: 240 }] }, 503);
  assert.equal(scene.ear.answers[0]?.statusCode, 1);
  assert.equal(scene.ear.answers[0]?.clientMessageId, "k1");
  scene.time.passes(3000);
  await scene.server.last.says("slow down", 429);
  assert.equal(scene.ear.answers[1]?.statusCode, 1);
  scene.time.passes(3000);
  assert.equal(scene.server.last.path, "/0abc/refresh");
  assert.deepEqual(scene.ear.heard, ["up"]);
});

test("a poll that fails takes the link down; it comes up again, ever more slowly", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.time.passes(3000);
  await scene.server.last.breaks();
  assert.deepEqual(scene.ear.heard, ["up", "down"]);
  scene.time.passes(500);
  await scene.server.last.says("Bad gateway", 502);
  scene.time.passes(999);
  assert.deepEqual(scene.server.paths, ["/0abc/refresh", "/0/refresh"]);
  scene.time.passes(1);
  await scene.server.last.answers({ statusCode: 2 });
  assert.deepEqual(scene.ear.heard, ["up", "down", "failed", "up"]);
});

test("a request without an answer counts as failed, and what waited is the caller's", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  scene.link.send({ operation: "updateData", ...chat, userData: {} });
  scene.time.passes(10_000);
  await settled();
  assert.deepEqual(scene.ear.heard, ["up", "down"]);
  scene.time.passes(500);
  await scene.server.last.answers({ statusCode: 2 });
  assert.deepEqual(scene.server.paths, ["/0abc/send", "/0/refresh"]);
});

test("an end goes out behind the message before it, though nobody listens any more", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  scene.link.send({ operation: "updateData", ...chat, userData: {} });
  scene.link.send({ operation: "disconnect", ...chat });
  scene.link.close();
  await scene.server.last.answers({ nextPosition: 6 });
  await scene.server.last.answers({ nextPosition: 6 });
  const expected = ["/0abc/send", "/0abc/updateData", "/0abc/disconnect"];
  assert.deepEqual(scene.server.paths, expected);
  assert.equal(scene.server.last.options.keepalive, true);
  await scene.server.last.answers({ chatEnded: true });
  scene.time.passes(60_000);
  assert.equal(scene.server.posted.length, 3);
  assert.deepEqual(scene.ear.answers, []);
});

test("a closed link drops what waits and polls no more; so after the chat's end", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.send(hello);
  scene.link.send({ operation: "startTyping", ...chat });
  scene.link.close();
  await scene.server.last.answers({ nextPosition: 6 });
  scene.time.passes(60_000);
  assert.deepEqual(scene.server.paths, ["/0abc/send"]);
  const other = new RestScene();
  await other.resumes();
  other.time.passes(3000);
  other.ear.whenAnswered = () => other.link.close();
  await other.server.last.answers({ nextPosition: 6, chatEnded: true });
  other.time.passes(60_000);
  assert.equal(other.server.posted.length, 1);
});

test("polls and tries again at once when the page is looked at again", async () => {
  const scene = new RestScene();
  await scene.resumes();
  scene.link.wake();
  scene.link.wake();
  assert.deepEqual(scene.server.paths, ["/0abc/refresh"]);
  await scene.server.last.breaks();
  scene.link.wake();
  await scene.server.last.answers({ statusCode: 2 });
  assert.deepEqual(scene.ear.heard, ["up", "down", "up"]);
});

test("a conversation whose chat is not known is not asked for, nor lost", async () => {
  const scene = new RestScene();
  await scene.comesUp();
  const { secureKey } = chat;
  const operation = "requestNotifications";
  scene.link.send({ operation, secureKey, transcriptPosition: 5 });
  assert.deepEqual(scene.server.paths, ["/0/refresh"]);
});
