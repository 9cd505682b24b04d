// SPDX-License-Identifier: GPL-3.0-or-later
// A queue asks for skills; only agents who have them are offered its chats.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";

const password = "correct horse battery";

async function hires(company, ada, user, skills) {
  const list = Object.entries(skills).map(([skillId, level]) => ({ skillId, level }));
  const params = { user, displayName: user, password, roles: ["agent"], skills: list };
  await ada.ask("admin.addUser", params);
  const agent = await AgentClient.signedIn(company.server.url, user, password);
  company.t.after(() => agent.drop());
  return agent;
}

test("a chat goes only to agents who have the skill that its queue asks for", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const unskilled = await hires(company, ada, "ursula", {});
  const skilled = await hires(company, ada, "sven", { billing: 5 });
  await unskilled.ready();
  const customer = await company.customer("billing").starts();
  assert.equal(await unskilled.hasHeard("interaction.offered"), false);
  await skilled.ready();
  await skilled.accepts(customer.chatId);
  assert.equal(await unskilled.hasHeard("interaction.offered"), false);
});

test("a new user has the skills and the password that were given", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const dora = await hires(company, ada, "dora", { billing: 4, german: 3 });
  const skills = Object.fromEntries(
    dora.welcome.agent.skills.map(({ skillId, level }) => [skillId, level]),
  );
  assert.deepEqual(skills, { billing: 4, german: 3 });
});
