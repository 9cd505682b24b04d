// SPDX-License-Identifier: GPL-3.0-or-later
// Supervisors in a customer's chat: what is coached is looked for in every byte that a customer
// gets, over each wire; and what customers may still say when a chat has ended.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { RestCustomer } from "../support/rest.mjs";

/** How customers of each kind begin; `wire` is all that they were ever sent. */
const kinds = {
  rest: async (company) => company.customer().starts(),
  websocket: async (company) => (await company.cometdCustomer()).starts(),
  "long-polling": async (company) =>
    (await company.cometdCustomer({ transport: "long-polling" })).starts(),
};

const wireOf = async (customer) => {
  const isRest = customer instanceof RestCustomer;
  const polled = isRest && (await customer.tries("refresh", { transcriptPosition: 1 }));
  const all = polled || customer.replies;
  return JSON.stringify([customer.seen, all]);
};

for (const [name, begins] of Object.entries(kinds)) {
  test(`what is coached never reaches a customer over ${name}`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const sam = await company.agent("sam", { ready: false });
    const customer = await begins(company);
    const { id } = await alice.accepts(customer.chatId);
    const words = ["coached-secret", "coach.example", "coach-notice", "Sam", "Supervisor"];

    await sam.ask("supervision.monitor", { interactionId: id });
    await sam.ask("supervision.coach", { interactionId: id });
    await sam.ask("chat.typing", { interactionId: id, typing: true });
    await sam.ask("chat.send", { interactionId: id, text: "coached-secret", audience: "everyone" });
    await sam.ask("chat.pushUrl", { interactionId: id, url: "https://coach.example/" });
    await sam.ask("chat.customNotice", { interactionId: id, text: "coach-notice" });
    const heard = await alice.hears("chat.event", ({ event }) => event.text === "coached-secret");
    assert.equal(heard.event.from.type, "Supervisor");
    await alice.says(id, "We can refund that");
    await customer.hears("We can refund that");
    const wire = await wireOf(customer);
    for (const word of words) {
      assert.ok(!wire.includes(word), `${word} has reached the customer`);
    }

    // The control: the same search finds what is meant for the customer.
    await sam.ask("supervision.bargeIn", { interactionId: id });
    await sam.says(id, "I am Sam, let me help");
    const seen = await customer.hears("I am Sam, let me help");
    assert.equal(seen.from.type, "Supervisor");
    assert.ok((await wireOf(customer)).includes("Sam"));
    await sam.ask("supervision.leave", { interactionId: id });
    await customer.sees("the supervisor leave", ({ type, from }) => {
      return type === "ParticipantLeft" && from.type === "Supervisor";
    });
  });

  test(`a customer over ${name} says afterwards what they thought of it`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const sam = await company.agent("sam", { ready: false });
    const customer = await begins(company);
    const { id } = await alice.accepts(customer.chatId);
    await alice.ask("interaction.markDone", { interactionId: id });
    await customer.sees("the agent leave", ({ type }) => type === "ParticipantLeft");
    await customer.does("survey", { score: 4, comment: "Quick & <b>kind</b>" });
    await customer.does("mailTranscript", { emailAddress: "maria@shop.example" });
    const interaction = await sam.ask("interaction.get", { interactionId: id });
    assert.deepEqual(interaction.survey, { score: 4, comment: "Quick & <b>kind</b>" });
  });
}

test("surveys and mails that are none have codes", async (t) => {
  const company = await Company.open(t);
  const maria = await company.customer().starts();
  const code = async (operation, fields) => {
    const { body } = await maria.tries(operation, fields);
    assert.equal(body.statusCode, 2, `${operation}: ${JSON.stringify(body)}`);
    return body.errors[0].code;
  };
  assert.equal(await code("survey", { score: 6 }), 100);
  assert.equal(await code("survey", {}), 100);
  assert.equal(await code("survey", { score: 1, comment: "x".repeat(2001) }), 100);
  for (const emailAddress of ["", "maria", "maria@", "a@b@c"]) {
    assert.equal(await code("mailTranscript", { emailAddress }), 364);
  }
});

test("the next conversation of an agent is monitored by itself, and the audit tells", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const sam = await company.agent("sam", { ready: false });
  await sam.ask("supervision.monitorNext", { agentId: alice.id });
  const { interactionId } = await company.conversation(alice);
  const { supervised } = await sam.hears("supervision.started");
  assert.equal(supervised.interaction.id, interactionId);
  assert.equal(supervised.supervision, "monitor");
  const ada = await company.agent("ada", { ready: false });
  const { entries } = await ada.ask("admin.audit", {});
  assert.equal(entries[0].action, "supervision.monitor");
  assert.equal(entries[0].detail, `chat ${interactionId} of alice`);
  await assert.rejects(ada.ask("admin.undo", { auditId: entries[0].auditId }), /set-up/);
});

test("a message that is left while nobody is there waits as mail", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const address = `${company.server.url}/genesys/2/email/support`;
  const whole = {
    firstName: "Maria",
    lastName: "Rossi",
    fromAddress: "maria@shop.example",
    subject: "Nobody was there",
    text: "Please call me",
    priority: 1000,
  };
  const codes = { firstName: 102, lastName: 103, subject: 104, fromAddress: 181, text: 182 };
  for (const [name, code] of Object.entries(codes)) {
    const { status, body } = await RestCustomer.post(address, { ...whole, [name]: " " });
    assert.deepEqual([status, body.statusCode, body.errors[0].code], [400, 2, code], name);
  }
  const wrong = await RestCustomer.post(address, { ...whole, fromAddress: "maria" });
  assert.deepEqual([wrong.status, wrong.body.errors[0].code], [400, 364]);
  const long = await RestCustomer.post(address, { ...whole, text: "x".repeat(4097) });
  assert.deepEqual([long.status, long.body.errors[0].code], [400, 204]);
  const nowhere = await RestCustomer.post(`${company.server.url}/genesys/2/email/none`, whole);
  assert.deepEqual([nowhere.status, nowhere.body.errors[0].code], [404, 240]);

  const fields = new URLSearchParams(whole);
  fields.append("userData", "order=4711");
  fields.append("userData", "page=https://shop.example/?a=b");
  const answer = await fetch(address, {
    method: "POST",
    body: fields,
    signal: AbortSignal.timeout(15_000),
  });
  const body = await answer.json();
  assert.deepEqual([answer.status, body.statusCode], [200, 0]);
  const { interaction } = await alice.hears("interaction.offered", (fact) => {
    return fact.interaction.id === body.interactionId;
  });
  assert.equal(interaction.mediaType, "mail");
  assert.equal(interaction.contact.name, "Maria Rossi");
  assert.notEqual(interaction.priority, 1000);
  assert.equal(interaction.attachedData.Text, "Please call me");
  assert.equal(interaction.attachedData.order, "4711");
  assert.equal(interaction.attachedData.page, "https://shop.example/?a=b");
});

test("who asks how long a wait would be learns what a chat must bring", async (t) => {
  const company = await Company.open(t);
  const address = `${company.server.url}/genesys/1/statistic/ewt?name=support`;
  const ask = async () => (await fetch(address, { signal: AbortSignal.timeout(15_000) })).json();
  assert.deepEqual((await ask()).requiredFields, []);
});
