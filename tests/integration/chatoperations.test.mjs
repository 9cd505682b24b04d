// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of Chat API version 2 (wire facts 1.1, 1.2) but for files, over REST and CometD.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";

const isOf = (type) => (fact) => fact.event.type === type;

/** How customers of each kind begin; then they are spoken to alike. */
const kinds = {
  rest: async (company) => company.customer().starts(),
  websocket: async (company) => (await company.cometdCustomer()).starts(),
  "long-polling": async (company) =>
    (await company.cometdCustomer({ transport: "long-polling" })).starts(),
};

for (const [name, begins] of Object.entries(kinds)) {
  test(`every operation over ${name} reaches the agent`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const customer = await begins(company);
    const { id } = await alice.accepts(customer.chatId);
    const hears = async (type) => (await alice.hears("chat.event", isOf(type))).event;

    await customer.does("startTyping", { message: "a preview that nobody may see" });
    assert.equal((await hears("TypingStarted")).text, undefined);
    await customer.does("stopTyping");
    await hears("TypingStopped");
    await customer.does("pushUrl", { pushUrl: "https://shop.example/basket" });
    assert.equal((await hears("PushUrl")).text, "https://shop.example/basket");
    await customer.does("customNotice", { message: '{"basket":3}' });
    assert.equal((await hears("CustomNotice")).text, '{"basket":3}');
    await customer.does("updateNickname", { nickname: "Maria Rossi" });
    assert.equal((await hears("NicknameUpdated")).from.nickname, "Maria Rossi");
    await customer.does("updateData", { userData: { order: "4711" } });
    const { interaction } = await alice.hears("interaction.changed", (fact) => {
      return fact.interaction.attachedData.order !== undefined;
    });
    assert.equal(interaction.contact.name, "Maria Rossi");
    assert.equal(interaction.attachedData.order, "4711");

    const { index } = await alice.says(id, "Hello");
    const { index: shown } = await customer.hears("Hello");
    await customer.does("readReceipt", { transcriptPosition: shown });
    const read = await alice.hears("chat.read");
    assert.deepEqual([read.participantId, read.index], [1, index]);
    await customer.does("disconnect");
    await hears("ParticipantLeft");
  });

  test(`what an agent does reaches a customer over ${name}`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const customer = await begins(company);
    const { id } = await alice.accepts(customer.chatId);
    const sees = (type) => customer.sees(type, (event) => event.type === type);
    const url = "https://shop.example/help";
    await alice.ask("chat.pushUrl", { interactionId: id, url });
    assert.equal((await sees("PushUrl")).text, url);
    await alice.ask("chat.customNotice", { interactionId: id, text: "show: map" });
    assert.equal((await sees("CustomNotice")).text, "show: map");

    const told = [];
    const readBy = async () => {
      if (customer instanceof RestCustomer) {
        const { userData } = await customer.does("refresh");
        return userData?.readPosition;
      }
      told.push(...customer.replies.splice(0));
      return told.find(({ userData }) => userData?.readPosition)?.userData.readPosition;
    };
    await customer.does(customer instanceof RestCustomer ? "send" : "sendMessage", {
      message: "Are you there?",
    });
    const { event } = await alice.hears("chat.event", isOf("Message"));
    const own = await customer.hears("Are you there?");
    await alice.ask("chat.readReceipt", { interactionId: id, index: event.index });
    const position = await until("the receipt to be told", readBy);
    assert.equal(Number(position), own.index);
  });
}

test("each mistake has the code that clients of this API know", async (t) => {
  const company = await Company.open(t);
  const maria = await company.customer().starts();
  const code = async (operation, fields) => {
    const { status, body } = await maria.tries(operation, fields);
    assert.deepEqual([status, body.statusCode], [200, 2], `${operation}: ${JSON.stringify(body)}`);
    assert.ok(body.errors[0].advice.length > 5);
    return body.errors[0].code;
  };
  const long = "x".repeat(16 * 1024 + 1);
  assert.equal(await code("updateNickname", { nickname: " " }), 161);
  assert.equal(await code("updateNickname", {}), 161);
  assert.equal(await code("send", { message: "  " }), 182);
  assert.equal(await code("send", { message: long }), 204);
  assert.equal(await code("customNotice", { message: long }), 204);
  for (const pushUrl of ["", "javascript:alert(1)", "file:///etc/passwd", "shop.example"]) {
    assert.equal(await code("pushUrl", { pushUrl }), 100);
  }
  for (const transcriptPosition of ["", "0", "-1", "many"]) {
    assert.equal(await code("readReceipt", { transcriptPosition }), 100);
  }
  await maria.refresh();
  assert.ok(maria.seen.every(({ type }) => type === "ParticipantJoined"));
  const preview = await maria.tries("refresh", { message: long, transcriptPosition: 1 });
  assert.equal(preview.body.statusCode, 0, "a long preview is no fault of a poll");
});

test("what a queue asks for is missed by the code of each field", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const codes = { firstName: 102, lastName: 103, subject: 104, emailAddress: 181, text: 182 };
  const queue = document.queues.find(({ id }) => id === "support");
  const wanted = { ...queue, requiredFields: Object.keys(codes) };
  await ada.ask("admin.apply", { put: { queues: [wanted] }, remove: [] });
  const base = `${company.server.url}/genesys/2/chat/support`;
  const whole = { firstName: "Maria", lastName: "Rossi", nickname: "M", subject: "Parcel",
    emailAddress: "maria@shop.example", text: "Where is it?" };
  for (const [name, code] of Object.entries(codes)) {
    const { body } = await RestCustomer.post(base, { ...whole, [name]: "" });
    assert.deepEqual([body.statusCode, body.errors?.[0].code], [2, code], name);
  }
  const { body } = await RestCustomer.post(base, whole);
  assert.equal(body.statusCode, 0);
});

test("what is typed is seen where the rules say so, and customers are told", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const rules = { ...document.rules, typingPreview: "shown" };
  await ada.ask("admin.apply", { put: { rules }, remove: [] });
  const alice = await company.agent("alice");
  const { customer } = await company.conversation(alice);
  const notice = customer.seen.find(({ type }) => type === "Notice");
  assert.equal(notice.messageType, "typing_preview");
  await customer.does("refresh", { message: "Where is my" });
  const { event } = await alice.hears("chat.event", isOf("TypingStarted"));
  assert.equal(event.text, "Where is my");
  const transcript = await alice.transcript(customer.chatId);
  assert.ok(transcript.every(({ text }) => text !== "Where is my"), "a preview is never stored");
});
