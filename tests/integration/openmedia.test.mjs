// SPDX-License-Identifier: GPL-3.0-or-later
// Media types of the company's own: other systems and agents bring work, each piece once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { MediaSource } from "../support/openmedia.mjs";

async function scene(t, options) {
  const company = await Company.open(t, options);
  return { company, source: new MediaSource(company.server.url) };
}

const waiting = async (agent, queueId = "support") =>
  (await agent.ask("queue.list")).queues.find((queue) => queue.id === queueId).waiting;

test("work of another system reaches an agent with all that came with it", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const id = await source.submits("crm-1", {
    subject: "Call back",
    priority: 5,
    contactName: "Maria Lopez",
    interactionType: "Outbound",
    interactionSubType: "OutboundNew",
    userData: { Order: "88213" },
  });
  const interaction = await alice.accepts(id);
  assert.equal(interaction.mediaType, "task");
  assert.equal(interaction.type, "outbound");
  assert.equal(interaction.subject, "Call back");
  assert.equal(interaction.priority, 5);
  assert.equal(interaction.contact.name, "Maria Lopez");
  assert.equal(interaction.externalId, "crm-1");
  const data = { Order: "88213", InteractionSubtype: "OutboundNew" };
  assert.deepEqual(interaction.attachedData, data);
  assert.deepEqual(
    interaction.participants.map(({ agentId, type }) => [agentId, type]),
    [[alice.id, "Agent"]],
  );
  assert.equal((await source.knows(id)).state, "handling");
  await alice.ask("interaction.markDone", { interactionId: id });
  const done = await source.knows(id);
  assert.equal(done.state, "done");
  assert.ok(done.doneAt);
  assert.deepEqual(done.userData, data);
});

test("one externalId is one piece of work, also when it is done and after a crash", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const id = await source.submits("once", { userData: { a: "first" } });
  assert.equal(await source.submits("once", { userData: { a: "second" } }), id);
  const interaction = await alice.accepts(id);
  assert.deepEqual(interaction.attachedData, { a: "first" });
  await alice.ask("interaction.markDone", { interactionId: id });
  assert.equal(await source.submits("once"), id);
  await company.server.crashAndRestart();
  assert.equal(await source.submits("once"), id);
  assert.equal((await source.does("get", { externalId: "once" })).state, "done");
  await alice.reconnect();
  await alice.resume();
  assert.equal(await waiting(alice), 0);
});

test("of many at once with one externalId there is one piece of work", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice", { ready: false });
  const ids = await Promise.all(Array.from({ length: 40 }, () => source.submits("same")));
  assert.equal(new Set(ids).size, 1);
  assert.equal(await waiting(alice), 1);
});

test("an externalId is unique in its media type", async (t) => {
  const { source } = await scene(t);
  const task = await source.submits("7");
  const mail = await source.submits("7", { mediaType: "mail" });
  assert.notEqual(task, mail);
  const found = await source.does("get", { externalId: "7", mediaType: "mail" });
  assert.equal(found.interactionId, mail);
  assert.equal((await source.tries("get", { externalId: "7" })).status, 409);
});

test("who names no externalId brings new work each time", async (t) => {
  const { source } = await scene(t);
  assert.notEqual(await source.submits(undefined), await source.submits(undefined));
});

test("data are replaced where that is asked for, and not when it is done", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const id = await source.submits("o", { userData: { a: "1", b: "1" } });
  const again = { userData: { b: "2", c: "2" }, allow_overwrite: "true" };
  assert.equal(await source.submits("o", again), id);
  assert.deepEqual((await source.knows(id)).userData, { b: "2", c: "2" });
  await alice.accepts(id);
  await alice.ask("interaction.markDone", { interactionId: id });
  await source.submits("o", { userData: { d: "3" }, allow_overwrite: "true" });
  assert.deepEqual((await source.knows(id)).userData, { b: "2", c: "2" });
});

test("an update reaches the agent who has it", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const id = await source.submits("u", { userData: { a: "1", b: "1" } });
  await alice.accepts(id);
  const fields = { userData: { a: "2" }, "removeData[b]": "", priority: 9 };
  const body = await source.does(`${id}/update`, fields);
  assert.deepEqual(body.userData, { a: "2" });
  const changed = await alice.hears(
    "interaction.changed",
    ({ interaction }) => interaction.id === id && interaction.attachedData.a === "2",
  );
  assert.equal(changed.interaction.attachedData.b, undefined);
  assert.equal((await source.knows(id)).priority, 9);
  await alice.ask("interaction.markDone", { interactionId: id });
  assert.equal((await source.tries(`${id}/update`, fields)).status, 409);
});

test("it can be stopped wherever it is, and twice", async (t) => {
  const { company, source } = await scene(t);
  const queued = await source.submits("queued");
  assert.equal((await source.does(`${queued}/stop`)).state, "done");
  const alice = await company.agent("alice");
  const offered = await source.submits("offered");
  await alice.offered(offered);
  await source.does(`${offered}/stop`, { reason: "duplicate" });
  await alice.hears("interaction.offerRevoked", (fact) => fact.interactionId === offered);
  const handled = await source.submits("handled");
  await alice.accepts(handled);
  const first = await source.does(`${handled}/stop`);
  await alice.hears("interaction.removed", (fact) => fact.interactionId === handled);
  const second = await source.does("stop", { externalId: "handled" });
  assert.equal(second.state, "done");
  assert.equal(second.doneAt, first.doneAt);
});

test("a parent may be done, but it must have been", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  await alice.ask("interaction.markDone", { interactionId });
  const id = await source.submits("child", { parentId: interactionId });
  assert.equal((await source.knows(id)).parentId, interactionId);
  for (const parentId of ["0000000000001", "nonsense"]) {
    const fields = { mediaType: "task", externalId: "orphan", parentId };
    const answer = await source.tries("", fields);
    assert.equal(answer.status, 404);
    assert.equal(answer.body.errors[0].field, "parentId");
  }
  assert.equal((await source.tries("get", { externalId: "orphan" })).status, 404);
});

test("what is no work of open media is not told of", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  for (const operation of ["get", "update", "stop"]) {
    assert.equal((await source.tries(`${interactionId}/${operation}`)).status, 404);
  }
  await alice.ask("interaction.markDone", { interactionId });
  assert.equal((await source.tries(`${interactionId}/get`)).status, 404);
});

const tooMany = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, "v"]));
for (const [name, fields, status, field] of [
  ["an unknown media type", { mediaType: "nosuch" }, 404, "mediaType"],
  ["chat, which begins elsewhere", { mediaType: "chat" }, 404, "mediaType"],
  ["a type that is none", { interactionType: "sideways" }, 400, "type"],
  ["a priority out of range", { priority: 1001 }, 400, "priority"],
  ["a long subject", { subject: "x".repeat(257) }, 400, "subject"],
  ["a long name", { contactName: "x".repeat(257) }, 400, "contactName"],
  ["a long externalId", { externalId: "x".repeat(257) }, 400, "externalId"],
  ["too many data", { userData: tooMany }, 400, undefined],
  ["a long value", { userData: { a: "x".repeat(4097) } }, 400, undefined],
]) {
  test(`${name} is named, and nothing comes of it`, async (t) => {
    const { company, source } = await scene(t);
    const alice = await company.agent("alice", { ready: false });
    const answer = await source.tries("", { mediaType: "task", externalId: "bad", ...fields });
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.ok(answer.body.errors[0].advice);
    if (field) {
      assert.equal(answer.body.errors[0].field, field);
    }
    assert.equal(await waiting(alice), 0);
  });
}

test("a queue that is not there is named", async (t) => {
  const { company } = await scene(t);
  const source = new MediaSource(company.server.url, "nosuch");
  const answer = await source.tries("", { mediaType: "task", externalId: "1" });
  assert.equal(answer.status, 404);
  assert.match(answer.body.errors[0].advice, /nosuch/);
});

test("agents submit by the same rules, and by the same key", async (t) => {
  const { company, source } = await scene(t);
  const alice = await company.agent("alice", { ready: false });
  const task = { mediaType: "task", queueId: "support", externalId: "a-1", subject: "Later" };
  const first = await alice.ask("interaction.submit", task);
  assert.deepEqual(await alice.ask("interaction.submit", task), first);
  assert.equal(await source.submits("a-1"), first.interactionId);
  for (const [change, reason] of [
    [{ externalId: "" }, "invalid_params"],
    [{ externalId: "b", queueId: "nosuch" }, "not_found"],
    [{ externalId: "b", mediaType: "chat" }, "not_found"],
    [{ externalId: "b", type: "odd" }, "invalid_params"],
    [{ externalId: "b", subject: "a\0b" }, "invalid_params"],
    [{ externalId: "b", parentId: "0000000000001" }, "not_found"],
  ]) {
    await assert.rejects(
      alice.ask("interaction.submit", { ...task, ...change }),
      (error) => error.reason === reason,
      JSON.stringify(change),
    );
  }
  assert.equal(await waiting(alice), 1);
});

test("a media type that an administrator adds can be used at once", async (t) => {
  const { company, source } = await scene(t);
  const ada = await company.agent("ada", { ready: false });
  const fields = { mediaType: "fax", externalId: "f-1" };
  assert.equal((await source.tries("", fields)).status, 404);
  await ada.ask("admin.apply", { put: { mediaTypes: [{ id: "fax", name: "Fax" }] }, remove: [] });
  await source.does("", fields);
  const removal = { put: {}, remove: [{ kind: "mediaType", id: "fax" }] };
  await assert.rejects(ada.ask("admin.apply", removal), (error) => error.reason === "conflict");
  await source.does("stop", { externalId: "f-1" });
  await ada.ask("admin.apply", removal);
  assert.equal((await source.tries("", { ...fields, externalId: "f-2" })).status, 404);
});
