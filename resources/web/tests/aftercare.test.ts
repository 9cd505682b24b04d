// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { Aftercare } from "../src/model/aftercare.js";
import type { ChatAnswer, ChatRequest } from "../src/protocol.js";
import { Scene } from "./fakes.js";

const hourMs = 3_600_000;

/** A conversation that has ended, and a server that answers as the test wants. */
function afterwards() {
  const scene = new Scene();
  const asked: ChatRequest[] = [];
  const server: { answer: ChatAnswer | null } = { answer: { statusCode: 0 } };
  const ask = async (request: ChatRequest): Promise<ChatAnswer> => {
    asked.push(request);
    if (!server.answer) {
      throw new Error("no network");
    }
    return server.answer;
  };
  const care = () => new Aftercare(scene.conversation, ask, scene.surroundings);
  scene.begins();
  scene.link.answers({ secureKey: "secret", chatId: "0abc", nextPosition: 2 });
  return { scene, asked, server, care };
}

test("nothing is offered before the end, and nothing an hour after it", () => {
  const { scene, care } = afterwards();
  const aftercare = care();
  assert.equal(aftercare.isOffered, false);
  scene.conversation.end();
  assert.equal(aftercare.isOffered, true);
  scene.surroundings.passes(hourMs - 1);
  assert.equal(aftercare.isOffered, true);
  scene.surroundings.passes(1);
  assert.equal(aftercare.isOffered, false);
});

test("a rating goes with the keys of the conversation, and is remembered", async () => {
  const { scene, asked, care } = afterwards();
  scene.conversation.end();
  await care().rate("5", " Quick ");
  const chat = { chatId: "0abc", secureKey: "secret" };
  assert.deepEqual(asked, [{ operation: "survey", ...chat, score: "5", comment: "Quick" }]);
  scene.reloads();
  assert.equal(care().survey, "done");
});

test("a rating that does not arrive is kept as it was written, over a reload, too", async () => {
  const { scene, server, care } = afterwards();
  scene.conversation.end();
  server.answer = null;
  const aftercare = care();
  await aftercare.rate("2", "Slow");
  assert.equal(aftercare.survey, "failed");
  scene.reloads();
  const { score, comment } = scene.conversation.state.after ?? {};
  assert.deepEqual([score, comment], ["2", "Slow"]);
  server.answer = { statusCode: 2, chatEnded: true, errors: [{ code: 240 }] };
  const again = care();
  await again.rate("2", "Slow");
  assert.equal(again.survey, "late");
  server.answer = { statusCode: 1 };
  await again.rate("2", "Slow");
  assert.equal(again.survey, "failed");
});

test("a skipped survey stays skipped; another conversation asks anew", () => {
  const { scene, care } = afterwards();
  scene.conversation.end();
  const aftercare = care();
  aftercare.skip();
  assert.equal(aftercare.isSkipped, true);
  scene.reloads();
  const next = care();
  assert.equal(next.isSkipped, true);
  scene.conversation.startOver();
  scene.begins();
  scene.link.answers({ secureKey: "other", chatId: "0abd", nextPosition: 2 });
  scene.conversation.end();
  assert.deepEqual([next.isSkipped, next.survey, next.isOffered], [false, "open", true]);
});

test("an address that the server refuses may be mended", async () => {
  const { scene, server, asked, care } = afterwards();
  scene.conversation.end();
  const aftercare = care();
  server.answer = { statusCode: 2, errors: [{ code: 364 }] };
  await aftercare.mailTo("maria@");
  assert.equal(aftercare.mail, "invalid");
  server.answer = { statusCode: 0 };
  await aftercare.mailTo("maria@shop.example");
  assert.equal(aftercare.mail, "done");
  assert.equal(scene.conversation.state.after?.mailedTo, "maria@shop.example");
  assert.deepEqual(asked.map(({ operation }) => operation), ["mailTranscript", "mailTranscript"]);
});

test("an answer that comes when another conversation has begun says nothing of it", async () => {
  const { scene, care } = afterwards();
  scene.conversation.end();
  const aftercare = care();
  const rated = aftercare.rate("1", "");
  scene.conversation.startOver();
  scene.begins();
  await rated;
  assert.equal(aftercare.survey, "open");
});
