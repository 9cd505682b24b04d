// SPDX-License-Identifier: GPL-3.0-or-later
// What customers may not do, and how it is answered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";

const limitBytes = 16 * 1024;

function facesOf(answer) {
  const { body, status, headers } = answer;
  return { body, status, type: headers.get("content-type") };
}

test("an unknown chat and a wrong secure key get one and the same answer", async (t) => {
  const company = await Company.open(t);
  const maria = await company.customer().starts();
  const other = await company.customer().starts({ nickname: "Ben" });
  const typing = ["startTyping", "stopTyping"];
  const others = ["updateData", "customNotice", "pushUrl", "updateNickname", "readReceipt"];
  const pushUrl = "https://shop.example/";
  const fields = { message: "hi", pushUrl, nickname: "Ann", transcriptPosition: 1 };
  for (const operation of ["refresh", "send", ...typing, "disconnect", ...others]) {
    const wrongKey = await maria.tries(operation, { secureKey: other.secureKey, ...fields });
    const noKey = await maria.tries(operation, { secureKey: "", ...fields });
    const stranger = company.customer();
    Object.assign(stranger, { chatId: "0000000000000", alias: maria.alias, userId: maria.userId });
    stranger.secureKey = maria.secureKey;
    const unknown = await stranger.tries(operation, fields);
    stranger.chatId = "../../etc";
    const nonsense = await stranger.tries(operation, fields);
    assert.notEqual(unknown.body.statusCode, 0, operation);
    assert.deepEqual(facesOf(wrongKey), facesOf(unknown), operation);
    assert.deepEqual(facesOf(noKey), facesOf(unknown), operation);
    assert.notEqual(nonsense.body.statusCode, 0, operation);
  }
  await maria.says("still mine");
});

test("a message may be as long as the limit and no longer", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const longest = "ä".repeat(limitBytes / 2);
  await customer.says(longest);
  await alice.hearsText(interactionId, longest);
  const tooLong = await customer.tries("send", { message: `${longest}x` });
  assert.equal(tooLong.body.statusCode, 2);
  assert.equal(tooLong.body.errors[0].code, 204);
  const agentsOwn = alice.says(interactionId, "x".repeat(limitBytes + 1));
  await assert.rejects(agentsOwn, (error) => error.reason === "invalid_params");
  assert.deepEqual(
    (await alice.transcript(interactionId)).filter((event) => event.type === "Message").length,
    1,
  );
});

test("an empty message is refused", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  for (const fields of [{ message: "" }, {}]) {
    const answer = await customer.tries("send", fields);
    assert.notEqual(answer.body.statusCode, 0, JSON.stringify(answer.body));
  }
  await assert.rejects(alice.says(interactionId, ""), (error) => error.reason === "invalid_params");
  assert.equal(await alice.hasHeard("chat.event", (fact) => fact.event.type === "Message"), false);
});

test("text that is no UTF-8 is refused, and what looks like markup stays text", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const bytes = new URLSearchParams({ secureKey: customer.secureKey }).toString();
  const broken = await fetch(`${customer.base}/${customer.chatId}/send`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `${bytes}&alias=${customer.alias}&userId=${customer.userId}&message=%ff%fe`,
  });
  const refusal = await broken.json().catch(() => ({ statusCode: 2 }));
  assert.notEqual(refusal.statusCode, 0);
  const markup = "<img src=x onerror=alert(1)> & \"quotes\" \u0000 \\u0041";
  await customer.says(markup.replace("\u0000", ""));
  await alice.hearsText(interactionId, markup.replace("\u0000", ""));
});

test("a service that does not exist cannot be chatted with", async (t) => {
  const company = await Company.open(t);
  for (const service of ["nosuch", "%00", "a".repeat(300)]) {
    const answer = await fetch(`${company.server.url}/genesys/2/chat/${service}`, {
      method: "POST",
      body: new URLSearchParams({ nickname: "Maria", subject: "x" }),
    });
    const body = await answer.json().catch(() => ({ statusCode: 2 }));
    assert.notEqual(body.statusCode, 0, service);
  }
});

test("a customer who is heard of no more leaves the conversation", async (t) => {
  const company = await Company.open(t, { config: { chat: { customerTimeoutMs: 800 } } });
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  const left = await alice.hears("chat.event", (fact) => fact.event.type === "ParticipantLeft");
  assert.equal(left.interactionId, interactionId);
  assert.equal(left.event.from.type, "Client");
});

test("a customer who polls or has a live socket is there", async (t) => {
  const company = await Company.open(t, { config: { chat: { customerTimeoutMs: 800 } } });
  const alice = await company.agent("alice");
  const { customer } = await company.conversation(alice);
  const attached = await company.cometdCustomer();
  await attached.starts({ nickname: "Ben" });
  const there = await alice.accepts(attached.chatId);
  const began = performance.now();
  await until("more than the time-out to pass", async () => {
    await customer.refresh();
    return performance.now() - began > 1600;
  });
  const isOver = (fact) => fact.event.type === "ParticipantLeft";
  assert.equal(await alice.hasHeard("chat.event", isOver), false);
  await attached.says("still here");
  await alice.hearsText(there.id, "still here");
});
