// SPDX-License-Identifier: GPL-3.0-or-later
// Roles x requests x foreign ids: what a role may not do is denied, and what is not yours is
// answered like what is not there.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { AgentClient } from "../support/agent.mjs";
import { sourceFolder } from "../support/programs.mjs";

const password = "a password for this test";
const roles = ["agent", "supervisor", "administrator", "auditor"];

/** Every request of the protocol and who may ask it, as the headers say. */
async function requestsOfTheProtocol() {
  const folder = join(sourceFolder, "services/protocol");
  const requests = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".h"))) {
    const text = await readFile(join(folder, file), "utf8");
    const found = text.matchAll(
      /constexpr std::string_view name = "([^"]+)";\s+static constexpr Policy policy =([^;]+);/g,
    );
    for (const [, name, policy] of found) {
      requests.push({ name, allowed: allowedBy(policy) });
    }
  }
  return requests;
}

function allowedBy(policy) {
  if (policy.includes("anyAgent")) {
    return roles;
  }
  if (policy.includes("administrators")) {
    return ["administrator"];
  }
  if (policy.includes("strategyWriters")) {
    return ["administrator"];
  }
  if (policy.includes("strategyReaders")) {
    return ["supervisor", "administrator", "auditor"];
  }
  if (policy.includes("supervisors")) {
    return ["supervisor"];
  }
  if (policy.includes("customer") || policy.includes("system")) {
    return [];
  }
  const named = [...policy.matchAll(/Role::(\w+)/g)].map(([, role]) => role.toLowerCase());
  return policy.includes("handlers") ? ["agent", "supervisor"] : named;
}

const foreignId = "0000000000001";
const params = {
  "agent.setState": { state: "not_ready" },
  "interaction.list": { scope: "mine" },
  "interaction.transfer": { interactionId: foreignId, target: { queueId: "support" } },
  "interaction.updateData": { interactionId: foreignId, set: { a: "b" }, remove: [] },
  "interaction.setDisposition": { interactionId: foreignId, code: "solved" },
  "chat.send": { interactionId: foreignId, text: "x" },
  "chat.typing": { interactionId: foreignId, typing: true },
  "admin.addUser": {
    user: "newcomer",
    displayName: "N",
    password,
    roles: ["administrator"],
    skills: [],
  },
  "admin.setPassword": { user: "ada", password },
};

async function hired(company, ada, role) {
  const user = `one-${role}`;
  await ada.ask("admin.addUser", { user, displayName: user, password, roles: [role], skills: [] });
  const agent = await AgentClient.signedIn(company.server.url, user, password);
  company.t.after(() => agent.drop());
  return agent;
}

async function answer(agent, method, given) {
  try {
    return { result: await agent.ask(method, given) };
  } catch (error) {
    return { code: error.code, reason: error.reason, message: error.message };
  }
}

test("every role is denied every request that its policy does not allow", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const people = {};
  for (const role of roles) {
    people[role] = await hired(company, ada, role);
  }
  const requests = await requestsOfTheProtocol();
  assert.ok(requests.length >= 20, `${requests.length} requests found in the headers`);
  let denials = 0;
  for (const { name, allowed } of requests) {
    for (const role of roles.filter((one) => !allowed.includes(one))) {
      const given = params[name] ?? { interactionId: foreignId };
      const { result, reason, code } = await answer(people[role], name, given);
      assert.equal(result, undefined, `${role} may not ask ${name}`);
      const denied = reason === "not_permitted" || code === -32601;
      const again = name.startsWith("session.");
      assert.ok(denied || again, `${role} asking ${name}: ${reason ?? code}`);
      ++denials;
    }
  }
  assert.ok(denials >= roles.length * 3, `${denials} denials`);
  await (await AgentClient.signedIn(company.server.url, "ada", "demo")).close();
});

test("an interaction of somebody else is answered like one that is not there", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("between Alice and me");
  const bob = await company.agent("bob");
  const requests = (await requestsOfTheProtocol()).filter(
    ({ name, allowed }) =>
      allowed.includes("agent") && /^(interaction|chat)\.(?!list|fetch)/.test(name),
  );
  assert.ok(requests.length >= 10);
  for (const { name } of requests) {
    const given = params[name] ?? {};
    const foreign = await answer(bob, name, { ...given, interactionId });
    const unknown = await answer(bob, name, { ...given, interactionId: foreignId });
    assert.equal(foreign.result, undefined, `bob may not ${name} on alice's chat`);
    assert.deepEqual(foreign, unknown, name);
  }
  assert.equal(
    (await alice.transcript(interactionId)).filter((event) => event.type === "Message").length,
    1,
  );
});

test("agents list their own interactions only, supervisors all", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  const bob = await company.agent("bob");
  const own = await bob.ask("interaction.list", { scope: "mine" });
  assert.deepEqual(own.interactions, []);
  const denied = await answer(bob, "interaction.list", { scope: "all" });
  assert.equal(denied.reason, "not_permitted");
  const sam = await company.agent("sam", { ready: false });
  const all = await sam.ask("interaction.list", { scope: "all" });
  assert.deepEqual(all.interactions.map((one) => one.id), [interactionId]);
});
