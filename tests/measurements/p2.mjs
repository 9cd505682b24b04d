// SPDX-License-Identifier: GPL-3.0-or-later
// P2: how long from a customer's sending until the agent is shown it, at the chat load of T8
// (609 open chats, 15.5 messages/s, 1.7 starts/s, 203 polls/s; four of five customers on a
// WebSocket, the others polling), beside the time of one fdatasync of the disk in the same run.
import { setTimeout as pause } from "node:timers/promises";
import { AgentClient } from "../support/agent.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { seededRandom } from "../reliability/seededrandom.mjs";
import { Probe } from "./fdatasyncprobe.mjs";
import { percentile } from "./machine.mjs";
import { SocketCustomer } from "./socketcustomer.mjs";

const openChats = 609;
const capacity = 6;
const messagesPerSecond = 15.5;
const startsPerSecond = 1.7;
const pollsPerSecond = 203;
const socketShare = 0.8;
const password = "a password for the load";

async function hire(url, count) {
  const ada = await AgentClient.signedIn(url, "ada");
  const skills = ["support", "sales", "billing"].map((skillId) => ({ skillId, level: 5 }));
  const team = [];
  for (let number = 1; number <= count; ++number) {
    const user = `agent${number}`;
    const about = { user, displayName: user, password, roles: ["agent"], skills };
    await ada.ask("admin.addUser", { ...about, chatCapacity: capacity });
    const agent = await AgentClient.signedIn(url, user, password);
    await agent.ready();
    team.push(agent);
  }
  await ada.close();
  return team;
}

/** Agents who accept whatever they are offered, and note when each text was shown. */
class Floor {
  shownAt = new Map();
  owners = new Map();

  constructor(team) {
    this.team = team;
    this.lives = team.map((agent) => Promise.all([this.#accepts(agent), this.#reads(agent)]));
    this.lives.forEach((life) => life.catch(() => {}));
  }

  async #accepts(agent) {
    for (;;) {
      const { interaction } = await agent.hears("interaction.offered", undefined, 3_600_000);
      const given = { interactionId: interaction.id };
      await agent.ask("interaction.accept", given).catch(() => {});
      this.owners.set(interaction.id, agent);
    }
  }

  async #reads(agent) {
    for (;;) {
      const fact = await agent.hears("chat.event", undefined, 3_600_000);
      if (fact.event.type === "Message") {
        this.shownAt.set(fact.event.text, performance.now());
      }
      agent.pending = agent.pending.filter(({ name }) => /offered|chat\.event/.test(name));
    }
  }
}

class Load {
  customers = [];
  sentAt = new Map();
  faults = 0;

  constructor(url, floor, random) {
    Object.assign(this, { url, floor, random });
  }

  async opens() {
    if (this.random() < socketShare) {
      this.customers.push(await new SocketCustomer(this.url).starts());
    } else {
      this.customers.push(await new RestCustomer(this.url).starts({ nickname: "Customer" }));
    }
  }

  /** One of those who poll does. */
  async polls() {
    const pollers = this.customers.filter((customer) => customer instanceof RestCustomer);
    const one = pollers[Math.floor(this.random() * pollers.length)];
    await one?.refresh().catch(() => (this.faults += 1));
  }

  #one() {
    return this.customers[Math.floor(this.random() * this.customers.length)];
  }

  async customerSpeaks(number) {
    const customer = this.#one();
    const text = `message ${number}`;
    this.sentAt.set(text, performance.now());
    await customer.says(text).catch(() => (this.faults += 1));
  }

  async agentSpeaks(number) {
    const { chatId } = this.#one();
    const agent = this.floor.owners.get(chatId);
    await agent?.says(chatId, `answer ${number}`).catch(() => (this.faults += 1));
  }

  /** One customer goes, another comes. */
  async turnsOver() {
    const [customer] = this.customers.splice(0, 1);
    await customer.leaves().catch(() => (this.faults += 1));
    const given = { interactionId: customer.chatId };
    await this.floor.owners.get(customer.chatId)?.ask("interaction.markDone", given);
    await this.opens();
  }

  /** Does something `perSecond` times a second, at random distances, for `seconds`. */
  async #often(perSecond, seconds, act) {
    const end = performance.now() + seconds * 1000;
    const under = [];
    for (let number = 1; performance.now() < end; ++number) {
      await pause((-Math.log(1 - this.random()) * 1000) / perSecond);
      under.push(act(number));
    }
    await Promise.all(under);
  }

  async runs(seconds) {
    await Promise.all([
      this.#often(messagesPerSecond / 2, seconds, (number) => this.customerSpeaks(number)),
      this.#often(messagesPerSecond / 2, seconds, (number) => this.agentSpeaks(number)),
      this.#often(startsPerSecond, seconds, () => this.turnsOver()),
      this.#often(pollsPerSecond, seconds, () => this.polls()),
    ]);
  }
}

async function underLoad(server, { seconds, random, tell }) {
  const agents = Math.ceil(openChats / capacity) + 4;
  tell(`${agents} agents sign in`);
  const floor = new Floor(await hire(server.url, agents));
  const load = new Load(server.url, floor, random);
  tell(`${openChats} chats are opened`);
  for (let count = 0; count < openChats; ++count) {
    await load.opens();
  }
  tell(`${seconds} s of load`);
  await load.runs(seconds);
  await pause(1000);
  floor.team.forEach((agent) => void agent.drop());
  return { floor, load };
}

export async function measureLoadedDelay({ seed, long, tell }) {
  const data = await temporaryFolder(null, "tandem-measure-");
  const server = await Server.start(null, { data });
  const probe = new Probe(data);
  const seconds = long ? 600 : 60;
  const { floor, load } = await underLoad(server, { seconds, random: seededRandom(seed), tell });
  const disk = await probe.times();
  await server.kill();
  const delays = [...load.sentAt].map(([text, at]) => (floor.shownAt.get(text) ?? NaN) - at);
  const missing = delays.filter(Number.isNaN).length;
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(delays, share));
  const [disk50, disk99] = [0.5, 0.99].map((share) => percentile(disk, share));
  tell(`${delays.length} messages; fdatasync p50 ${disk50.toFixed(2)} p99 ${disk99.toFixed(2)} ms`);
  return [
    { name: "shown_to_agent_p50_ms", value: p50, limit: disk50 + 1 },
    { name: "shown_to_agent_p99_ms", value: p99, limit: disk99 + 20 },
    { name: "fdatasync_p50_ms", value: disk50, limit: null },
    { name: "fdatasync_p99_ms", value: disk99, limit: null },
    { name: "messages_not_shown", value: missing, limit: 0 },
    { name: "requests_failed", value: load.faults, limit: 0 },
  ];
}
