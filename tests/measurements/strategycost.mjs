// SPDX-License-Identifier: GPL-3.0-or-later
// STRATEGY: what a strategy adds on a running server, from a customer's start of a chat until an
// agent who is ready is offered it: queues with their own rules and with `basic_chat`, in turn, one
// chat after the other. Beside it the time of one fdatasync of the disk in the same run.
import { AgentClient } from "../support/agent.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { Probe } from "./fdatasyncprobe.mjs";
import { percentile } from "./machine.mjs";

async function usesStrategy(ada, queueId, strategyId) {
  const { document } = await ada.ask("admin.site", {});
  const queue = document.queues.find(({ id }) => id === queueId);
  await ada.ask("admin.apply", { put: { queues: [{ ...queue, strategy: strategyId }] } });
}

async function offeredAfter(server, agent, service) {
  const customer = new RestCustomer(server.url, service);
  const began = performance.now();
  const started = customer.starts();
  const { interaction } = await agent.hears("interaction.offered", undefined, 10_000);
  const delay = performance.now() - began;
  await started;
  await agent.ask("interaction.accept", { interactionId: interaction.id });
  await customer.leaves();
  await agent.ask("interaction.markDone", { interactionId: interaction.id });
  agent.pending = [];
  return delay;
}

export async function measureStrategyCost({ long, tell }) {
  const data = await temporaryFolder(null, "tandem-measure-");
  const server = await Server.start(null, { data });
  const probe = new Probe(data);
  const ada = await AgentClient.signedIn(server.url, "ada");
  await usesStrategy(ada, "sales", "basic_chat");
  const agent = await AgentClient.signedIn(server.url, "alice");
  await agent.ready();
  const delays = { support: [], sales: [] };
  const count = long ? 3000 : 300;
  tell(`${count} chats each: support by its own rules, sales by basic_chat`);
  for (let number = 0; number < count; ++number) {
    for (const service of ["support", "sales"]) {
      delays[service].push(await offeredAfter(server, agent, service));
    }
  }
  const { sessions } = await ada.ask("strategy.sessions", { strategyId: "basic_chat", limit: 200 });
  const failed = sessions.filter(({ outcome }) => outcome === "failed").length;
  agent.drop();
  ada.drop();
  const disk = await probe.times();
  await server.kill();
  const [rules, strategy] = [delays.support, delays.sales].map((all) => percentile(all, 0.5));
  const disk50 = percentile(disk, 0.5);
  return [
    { name: "offered_with_own_rules_p50_ms", value: rules, limit: null },
    { name: "offered_with_strategy_p50_ms", value: strategy, limit: null },
    { name: "added_p50_ms", value: strategy - rules, limit: 2 * disk50 + 1 },
    { name: "offered_with_own_rules_p99_ms", value: percentile(delays.support, 0.99), limit: null },
    { name: "offered_with_strategy_p99_ms", value: percentile(delays.sales, 0.99), limit: null },
    { name: "fdatasync_p50_ms", value: disk50, limit: null },
    { name: "sessions_failed", value: failed, limit: 0 },
  ];
}
