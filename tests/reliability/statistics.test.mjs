// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a server that is killed in the middle of the work are, when it is back, those that a
// recount of the store's fact log gives.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";

const recountScript = join(dirname(fileURLToPath(import.meta.url)), "recount.py");
const queues = ["support", "sales"];
const rounds = 3;
const customersARound = 24;

async function recount(server) {
  const file = join(server.options.data, "tandem.sqlite");
  const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-B", recountScript, file]);
  return JSON.parse(stdout);
}

/** What the server tells: { queues: { id: figures }, agents: { id: figures } }. */
async function told(sam, team) {
  const { values } = await sam.ask("statistics.subscribe", { queues, agents: [...team.keys()] });
  const figures = { queues: {}, agents: {} };
  for (const { statisticId, objectId, value } of values) {
    const kind = statisticId.startsWith("queue_") ? "queues" : "agents";
    const id = kind === "agents" ? team.get(objectId) : objectId;
    (figures[kind][id] ??= {})[statisticId] = value ?? null;
  }
  return figures;
}

/** One customer's fate; the server may be killed at any moment of it. */
async function visits(company, agents, number) {
  const customer = await company.customer(queues[number % 2]).starts();
  if (number % 6 === 0) {
    return customer.leaves();
  }
  const accepted = agents.map((agent) => agent.accepts(customer.chatId).then(() => agent));
  const agent = await Promise.any(accepted);
  const own = { interactionId: customer.chatId };
  if (number % 6 === 1) {
    return agent.ask("interaction.transfer", { ...own, target: { queueId: "sales" } });
  }
  await customer.leaves();
  return agent.ask("interaction.markDone", own);
}

/** Ends what the crash before has left, so that the agents have room again. */
async function clears(sam) {
  const { interactions } = await sam.ask("interaction.list", { scope: "all" });
  const interactionIds = interactions.map(({ id }) => id);
  if (interactionIds.length > 0) {
    await sam.ask("interaction.bulk", { action: "mark_done", interactionIds });
    await sam.hears("bulk.progress", ({ isOver }) => isOver);
  }
}

async function works(company, team, killAfter) {
  const agents = await Promise.all([...team.keys()].map((user) => company.agent(user)));
  let ended = 0;
  for (let number = 0; number < customersARound; ++number) {
    const ends = () => (ended += 1);
    visits(company, agents, number).then(ends, ends);
  }
  await until("some of the work to be done", () => ended >= killAfter);
  await company.server.crashAndRestart();
}

test("figures after a kill and a restart are those of a recount", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  const { agents } = await ada.ask("agent.list");
  const users = agents.filter(({ userName }) => ["alice", "carol"].includes(userName));
  const team = new Map(users.map(({ userName, id }) => [userName, id]));
  let facts = 0;
  for (let round = 1; round <= rounds; ++round) {
    await works(company, team, 4 * round);
    const sam = await AgentClient.signedIn(company.server.url, "sam");
    t.after(() => sam.drop());
    await clears(sam);
    let counted;
    let figures;
    // Work that the crash has left behind may still move.
    await until("nothing to move any more", async () => {
      const before = await recount(company.server);
      figures = await told(sam, team);
      counted = await recount(company.server);
      return before.facts === counted.facts;
    });
    assert.ok(counted.facts > facts, "there was work to count");
    facts = counted.facts;
    for (const kind of ["queues", "agents"]) {
      for (const [id, own] of Object.entries(counted[kind])) {
        const same = Object.fromEntries(
          Object.keys(own).map((name) => [name, figures[kind][id]?.[name]]),
        );
        assert.deepEqual(same, own, `${kind} ${id}, round ${round}`);
      }
    }
    assert.ok(counted.queues.support.queue_accepted > 0);
    assert.ok(counted.queues.support.queue_abandoned > 0);
  }
});
