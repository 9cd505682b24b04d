// SPDX-License-Identifier: GPL-3.0-or-later
// R12: clients of each kind stop reading while there is much to tell them, and others go on.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { pssKb } from "../measurements/memory.mjs";
import { Victims } from "../security/flood.mjs";
import { AgentClient } from "../support/agent.mjs";
import { within } from "../support/condition.mjs";
import { metric } from "../support/metric.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";

const crowd = fileURLToPath(new URL("stillcrowd.py", import.meta.url));
const password = "a password for who stands still";
const text = "x".repeat(15_000);

class Crowd {
  #lines;

  constructor(t, url) {
    this.child = spawn("python3", [crowd, url], { stdio: ["pipe", "pipe", "inherit"] });
    this.child.stdin.on("error", () => {}); // it may have ended
    t.after(() => this.child.kill("SIGKILL"));
    this.#lines = createInterface({ input: this.child.stdout });
  }

  async does(order, more = {}) {
    const answer = once(this.#lines, "line");
    this.child.stdin.write(`${JSON.stringify({ do: order, ...more })}\n`);
    return JSON.parse((await within(60_000, `the crowd to ${order}`, answer))[0]).attached;
  }
}

/** Tokens of so many supervisors. */
async function supervisors(url, count) {
  const ada = await AgentClient.signedIn(url, "ada");
  const tokens = [];
  for (let number = 1; number <= count; ++number) {
    const user = `watcher${number}`;
    await ada.ask("admin.addUser", { user, displayName: user, password, roles: ["supervisor"] });
    const agent = await AgentClient.signedIn(url, user, password);
    tokens.push(agent.token);
    await agent.drop();
  }
  await ada.close();
  return tokens;
}

/** A long chat and those who have it open, in four kinds alike; agents cost a password each. */
async function prepares(t, { clients, agents, options }) {
  const server = await Server.start(t, options);
  const tokens = await supervisors(server.url, agents);
  // Last, for a chat ends when its customer is silent for long.
  const customer = await new RestCustomer(server.url).starts({ nickname: "Talker" });
  const victims = await Victims.at(t, server.url);
  const others = clients - agents;
  const kinds = {
    agents: tokens,
    sockets: Math.ceil(others / 2),
    acking: Math.floor(others / 4),
    polling: others - Math.ceil(others / 2) - Math.floor(others / 4),
  };
  return { server, customer, victims, kinds, crowd: new Crowd(t, server.url) };
}

/** Much is said and changed for so long: each time 15 KB for each who has the chat open. */
async function talks({ customer }, { times, seconds }) {
  const began = performance.now();
  for (let number = 1; number <= times; ++number) {
    await customer.says(text);
    const parts = [0, 1, 2, 3].map((part) => [`part${part}`, `${number} ${text}`.slice(0, 3_900)]);
    await customer.does("updateData", { userData: Object.fromEntries(parts) });
    await pause(Math.max(0, began + (number * seconds * 1000) / times - performance.now()));
  }
}

/** The most KB that it had while `work` was done. */
async function mostPss(pid, work) {
  let most = await pssKb(pid);
  let isOver = false;
  const looks = async () => {
    while (!isOver) {
      most = Math.max(most, await pssKb(pid));
      await pause(200);
    }
  };
  const looking = looks();
  const [result] = await Promise.all([work().finally(() => (isOver = true)), looking]);
  return { result, most };
}

/** How the crowd behaves in a round; whatever it does, as much is said. */
const manners = {
  absent: { comes: false },
  reading: { comes: true, order: "read", buffer: 256 * 1024 },
  still: { comes: true, order: "stop", buffer: 4096 },
};

async function round(scene, manner, { times, seconds }) {
  const { server, customer, crowd: people, victims, kinds } = scene;
  const { comes, order, buffer } = manners[manner];
  const { chatId, secureKey, position } = customer;
  const chat = { chatId, secureKey, position, service: "support" };
  const dropped = () => metric(server.url, "tandem_gateway_slow_readers_dropped_total");
  const before = await dropped();
  const attached = comes ? await people.does("attach", { ...kinds, chat, buffer }) : 0;
  if (comes) {
    await people.does(order);
  }
  const pss = await pssKb(server.pid);
  const { result, most } = await mostPss(server.pid, async () => {
    const [seen] = await Promise.all([victims.seen(seconds), talks(scene, { times, seconds })]);
    return seen;
  });
  const after = await dropped();
  await people.does("leave");
  const kbEach = (most - pss) / Math.max(attached, 1);
  return { ...result, attached, dropped: after - before, kbEach };
}

/**
 * options: clients, agents (of them), rounds, times (that something is said), seconds of a round,
 * options (of Server.start), order (of manners in turns), tell. Gives the rounds of each manner,
 * { absent: [], reading: [], still: [] }, and sockets: how many of the clients are WebSockets.
 */
export async function standStill(t, options) {
  const { rounds, order = ["reading", "still"], tell = () => {} } = options;
  const scene = await prepares(t, options);
  const found = { absent: [], reading: [], still: [] };
  for (let number = 1; number <= rounds; ++number) {
    for (const manner of order) {
      const one = await round(scene, manner, options);
      const { attached, dropped, kbEach } = one;
      tell(`${manner}: ${JSON.stringify({ attached, dropped, kbEach })}`);
      found[manner].push(one);
    }
  }
  return { ...found, sockets: options.clients - scene.kinds.polling };
}
