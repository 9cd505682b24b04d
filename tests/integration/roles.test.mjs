// SPDX-License-Identifier: GPL-3.0-or-later
// Roles x requests x foreign ids: what a role may not do is denied, and what is not yours is
// answered like what is not there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import {
  answerTo,
  askForbidden,
  askForeign,
  askForeignChat,
  peopleOfAllRoles,
  requestsOfTheProtocol,
  roles,
} from "../support/policies.mjs";

test("every role is denied every request that its policy does not allow", async (t) => {
  const company = await Company.open(t);
  const people = await peopleOfAllRoles(company);
  const requests = await requestsOfTheProtocol();
  assert.ok(requests.length >= 20, `${requests.length} requests found in the headers`);
  const { denials, granted } = await askForbidden(people, requests);
  assert.deepEqual(granted, []);
  assert.ok(denials >= roles.length * 3, `${denials} denials`);
  await (await AgentClient.signedIn(company.server.url, "ada", "demo")).close();
});

test("control: a request that is allowed after all is noticed", async (t) => {
  const people = await peopleOfAllRoles(await Company.open(t));
  const forbidden = [{ name: "agent.list", allowed: ["supervisor"] }];
  const { denials, granted } = await askForbidden(people, forbidden);
  assert.equal(denials, 0);
  assert.equal(granted.length, roles.length - 1);
});

test("an interaction of somebody else is answered like one that is not there", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("between Alice and me");
  const requests = await requestsOfTheProtocol();
  const bob = await company.agent("bob");
  const { asked, told } = await askForeign(bob, interactionId, requests);
  assert.ok(asked >= 10);
  assert.deepEqual(told, []);
  assert.equal(
    (await alice.transcript(interactionId)).filter((event) => event.type === "Message").length,
    1,
  );
  const own = await askForeign(alice, interactionId, requests);
  assert.ok(own.told.length > 0, "control: what alice may is noticed");
});

test("a chat of somebody else is answered like one that is not there", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer: other } = await company.conversation(alice);
  const customer = await company.customer().starts({ nickname: "Eve" });
  assert.deepEqual((await askForeignChat(customer, other)).told, []);
  await other.says("still here");
  const own = await askForeignChat(other, other);
  assert.ok(own.told.length > 0, "control: what a customer may is noticed");
});

test("agents list their own interactions only, supervisors all", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  const bob = await company.agent("bob");
  const own = await bob.ask("interaction.list", { scope: "mine" });
  assert.deepEqual(own.interactions, []);
  const denied = await answerTo(bob, "interaction.list", { scope: "all" });
  assert.equal(denied.reason, "not_permitted");
  const sam = await company.agent("sam", { ready: false });
  const all = await sam.ask("interaction.list", { scope: "all" });
  assert.deepEqual(all.interactions.map((one) => one.id), [interactionId]);
});
