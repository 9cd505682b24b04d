// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for other systems, in the vendor's words, and the wait that a page may tell.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";

function figure(company, metric, more = {}, path = "statistic") {
  const fields = { objectId: "support", objectType: "Queue", metric, ...more };
  return RestCustomer.post(`${company.server.url}/genesys/1/${path}`, fields);
}

async function value(company, metric, more) {
  const answer = await figure(company, metric, more);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.value;
}

async function wait(company, name = "support") {
  const answer = await fetch(`${company.server.url}/genesys/1/statistic/ewt?name=${name}`);
  return { status: answer.status, body: await answer.json() };
}

test("figures follow what happens in a queue", async (t) => {
  const company = await Company.open(t);
  assert.equal(await value(company, "Current_In_Queue"), 0);
  assert.equal(await value(company, "ServiceLevel"), null);
  const first = await company.customer().starts();
  const second = await company.customer().starts();
  assert.equal(await value(company, "Current_In_Queue"), 2);
  const longest = () => value(company, "CurrMaxCallWaitingTime");
  await until("the wait to be seen", async () => (await longest()) > 0);
  await second.leaves();
  assert.equal(await value(company, "Total_Abandoned"), 1);
  const alice = await company.agent("alice");
  await alice.accepts(first.chatId);
  assert.equal(await value(company, "Total_Answered"), 1);
  assert.equal(await value(company, "Current_In_Queue"), 0);
  assert.equal(await value(company, "ServiceLevel", { timeRange: "0-60" }), 50);
  assert.ok((await value(company, "AverageWaitingTime")) > 0);
  assert.equal(await value(company, "Total_Answered", { timeProfile: "Sliding=60" }), 1);
  const mine = { objectId: "alice", objectType: "Agent" };
  assert.equal(await value(company, "Total_Answered", mine), 1);
});

test("what is not known is named", async (t) => {
  const company = await Company.open(t);
  const unknown = await figure(company, "Total_Nonsense");
  assert.equal(unknown.status, 400);
  assert.match(unknown.body.message, /Total_Nonsense/);
  const nowhere = await figure(company, "Current_In_Queue", { objectId: "nosuch" });
  assert.equal(nowhere.status, 404);
  assert.match(nowhere.body.message, /nosuch/);
});

test("figures need the token where there is one, but for programs of this machine", async (t) => {
  const config = { capture: { token: "a-token-of-good-length" } };
  const company = await Company.open(t, { config });
  assert.equal((await figure(company, "Current_In_Queue")).status, 401);
  const internal = await figure(company, "Current_In_Queue", {}, "internal_statistic");
  assert.deepEqual(internal.body, { value: 0 });
});

test("a page learns how many wait and whether the queue is open", async (t) => {
  const company = await Company.open(t);
  await company.customer().starts();
  const { status, body } = await wait(company);
  assert.equal(status, 200);
  assert.equal(body.waiting, 1);
  assert.equal(body.isOpen, true);
  assert.equal(typeof body.ewt, "number");
  assert.equal((await wait(company, "nosuch")).status, 404);
});

test("a closed queue says so", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  const support = document.queues.find(({ id }) => id === "support");
  const never = { id: "never", name: "Never", timeZone: "UTC", hours: [], specialDays: [] };
  await ada.ask("admin.apply", {
    put: { calendars: [never], queues: [{ ...support, calendar: "never" }] },
    remove: [],
  });
  assert.equal((await wait(company)).body.isOpen, false);
});
