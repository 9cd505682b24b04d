// SPDX-License-Identifier: GPL-3.0-or-later
// R1: a server is killed again and again while customers and agents talk; afterwards everything
// that was acknowledged or shown must be in the store, once and in order.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { AgentClient } from "../support/agent.mjs";
import { Server } from "../support/server.mjs";
import { TalkingAgent, TalkingCustomer } from "./actors.mjs";
import { allFindings } from "./checker.mjs";
import { Recorder } from "./recorder.mjs";

const password = "a password for agents who talk";

/** mulberry32: the same numbers for the same seed. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function hires(url, count, capacity) {
  const ada = await AgentClient.signedIn(url, "ada");
  const users = Array.from({ length: count }, (_, at) => `talker${at + 1}`);
  for (const user of users) {
    await ada.ask("admin.addUser", {
      user,
      displayName: user,
      password,
      roles: ["agent"],
      skills: ["support", "sales", "billing"].map((skillId) => ({ skillId, level: 5 })),
      chatCapacity: capacity,
    });
  }
  await ada.close();
  return users;
}

async function assembles(server, scene, { agents, chats }) {
  const capacity = Math.ceil(chats / agents);
  const team = [];
  for (const user of await hires(server.url, agents, capacity)) {
    const agent = new TalkingAgent(server.url, scene);
    await agent.begins(user, password);
    team.push(agent);
  }
  const customers = [];
  for (let count = 0; count < chats; ++count) {
    const customer = new TalkingCustomer(server.url, scene);
    await customer.begins();
    const { chat } = customer.scene;
    const offers = team.map((agent) => agent.client.offered(chat).then(() => agent));
    offers.forEach((offer) => offer.catch(() => {}));
    const agent = await Promise.any(offers);
    await agent.client.ask("interaction.accept", { interactionId: chat });
    agent.chats.push(chat);
    customers.push(customer);
  }
  return { team, customers };
}

/** Everything of each chat, from a server that has just read it from the disk. */
async function storedEvents(server, customers) {
  await server.crashAndRestart();
  const sam = await AgentClient.signedIn(server.url, "sam");
  const stored = new Map();
  for (const { scene } of customers) {
    stored.set(scene.chat, await sam.transcript(scene.chat));
  }
  await sam.close();
  return stored;
}

/**
 * options: kills, rate (messages/s of all together), seed, agents, chats, lifeMs [least, most] of
 * a server, program, tell (gets a line of progress), enough (of the findings so far: stop early).
 */
export async function killAgainAndAgain(t, options) {
  const { kills, rate, seed, agents = 4, chats = 24, lifeMs = [400, 2200] } = options;
  const tell = options.tell ?? (() => {});
  const server = await Server.start(t, { program: options.program });
  const recorder = new Recorder();
  const random = seededRandom(seed);
  let over = false;
  const intervalMs = (1000 * chats * 2) / rate;
  const scene = { recorder, random, intervalMs, isOver: () => over };
  const { team, customers } = await assembles(server, scene, { agents, chats });
  tell(`${chats} chats with ${agents} agents, ${rate} messages/s, seed ${seed}`);
  const began = performance.now();
  const lives = Promise.all([...customers, ...team].map((actor) => actor.lives()));
  lives.catch(() => (over = true));
  for (let kill = 1; kill <= kills && !over; ++kill) {
    await pause(lifeMs[0] + random() * (lifeMs[1] - lifeMs[0]));
    await server.crashAndRestart();
    if (kill % 10 === 0) {
      tell(`${kill} kills, ${recorder.acknowledgements} messages acknowledged`);
    }
  }
  await pause(500);
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await lives;
  await Promise.all(team.map((agent) => agent.listensOut()));
  await Promise.all(customers.map((customer) => customer.looks()));
  const found = allFindings(recorder, await storedEvents(server, customers));
  await Promise.all(team.map((agent) => agent.client.drop()));
  await server.kill();
  return {
    kills,
    seed,
    seconds,
    acknowledged: recorder.acknowledgements,
    repeated: recorder.repeats,
    perSecond: recorder.acknowledgements / seconds,
    found,
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "50" },
      rate: { type: "string", default: "200" },
      chats: { type: "string", default: "24" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      program: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const result = await killAgainAndAgain(null, {
    kills: Number(values.kills),
    rate: Number(values.rate),
    chats: Number(values.chats),
    agents: Math.ceil(Number(values.chats) / 6),
    seed: Number(values.seed),
    program: values.program,
    tell: (line) => console.error(line),
  });
  console.log(JSON.stringify(result));
  const faults = Object.values(result.found).flat().length;
  process.exit(faults === 0 ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
