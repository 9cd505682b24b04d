// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's command line.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { answers, ctl } from "../support/ctl.mjs";
import { temporaryFolder } from "../support/programs.mjs";

test("it tells status, agents and queues", async (t) => {
  const company = await Company.open(t);
  await company.agent("alice");
  const status = JSON.parse(await answers(company, "ada", ["--json", "status"]));
  assert.equal(status.canCommit, true);
  assert.equal(status.agentsReady, 1);
  assert.match(await answers(company, "ada", ["status"]), /agents ready +1\n/);
  assert.match(await answers(company, "ada", ["agents"]), /^alice +\S+.* ready /m);
  assert.match(await answers(company, "ada", ["queues"]), /^support +\S+/m);
});

test("it lists interactions, and those that are done only when asked to", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { interactionId } = await company.conversation(alice);
  await alice.ask("interaction.markDone", { interactionId });
  const { customer } = await company.conversation(alice, { nickname: "Ben" });
  const ids = async (...words) => {
    const reply = await answers(company, "sam", ["--json", "interactions", ...words]);
    return JSON.parse(reply).interactions.map((interaction) => interaction.id);
  };
  assert.deepEqual(await ids(), [customer.chatId]);
  assert.deepEqual((await ids("--all")).sort(), [interactionId, customer.chatId].sort());
});

test("it shows a transcript, and control characters of customers do no harm", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("look \u001b[2J\u001b]0;owned\u0007 here");
  await alice.says(interactionId, "I see");
  const text = await answers(company, "sam", ["transcript", interactionId]);
  assert.match(text, /Maria.*look .*here\n/);
  assert.match(text, /I see\n/);
  assert.equal(text.includes("\u001b"), false);
  const reply = JSON.parse(await answers(company, "sam", ["--json", "transcript", interactionId]));
  assert.ok(reply.events.some((event) => event.text?.startsWith("look \u001b[2J")));
});

test("it adds users and sets passwords, from environment, file and standard input", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, "password"), "from a file, long\n");
  const add = ["user", "add", "dora", "--display-name", "Dora D.", "--skill", "billing=3"];
  const environment = { TANDEM_NEW_PASSWORD: "from the environment" };
  assert.match(await answers(company, "ada", add, { environment }), /dora is added/);
  const dora = await AgentClient.signedIn(company.server.url, "dora", "from the environment");
  t.after(() => dora.drop());
  assert.equal(dora.welcome.agent.name, "Dora D.");

  const file = ["user", "password", "dora", "--new-password-file", join(folder, "password")];
  await answers(company, "ada", file);
  await dora.closed;
  await (await AgentClient.signedIn(company.server.url, "dora", "from a file, long")).close();

  const change = ["user", "password", "dora"];
  await answers(company, "ada", change, { input: "typed in twice\ntyped in twice\n" });
  await (await AgentClient.signedIn(company.server.url, "dora", "typed in twice")).close();
  const differs = await ctl(company, "ada", change, { input: "one thing\nanother thing\n" });
  assert.equal(differs.code, 2);
});

test("its exit codes tell refusal, wrong usage and no connection apart", async (t) => {
  const company = await Company.open(t);
  const codeOf = async (user, words, options) => (await ctl(company, user, words, options)).code;
  assert.equal(await codeOf("ada", ["status"]), 0);
  const wrong = { environment: { TANDEM_PASSWORD: "wrong" } };
  assert.equal(await codeOf("ada", ["status"], wrong), 1);
  const environment = { TANDEM_NEW_PASSWORD: "long enough for me" };
  assert.equal(await codeOf("alice", ["user", "add", "eve"], { environment }), 1);
  assert.equal(await codeOf("sam", ["transcript", "0000000000000"]), 1);
  for (const words of [["frobnicate"], ["transcript"], ["user", "add"], ["--color", "status"]]) {
    assert.equal(await codeOf("ada", words), 2, words.join(" "));
  }
  await company.server.stop();
  assert.equal(await codeOf("ada", ["status"]), 3);
});
