// SPDX-License-Identifier: GPL-3.0-or-later
// Customers and agents talk at a steady rate while something goes wrong with their server; then
// everything that was acknowledged or shown must be in the store, once and in order.
import { setTimeout as pause } from "node:timers/promises";
import { AgentClient } from "../support/agent.mjs";
import { until } from "../support/condition.mjs";
import { Server } from "../support/server.mjs";
import { TalkingAgent, TalkingCustomer } from "./actors.mjs";
import { allFindings } from "./checker.mjs";
import { Recorder } from "./recorder.mjs";
import { seededRandom } from "./seededrandom.mjs";

const password = "a password for agents who talk";

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

function isOffered(agent, chat) {
  return agent.client.pending.some(({ name, params }) => {
    return name === "interaction.offered" && params.interaction.id === chat;
  });
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
    const agent = await until("an offer", () => team.find((one) => isOffered(one, chat)));
    await agent.client.ask("interaction.accept", { interactionId: chat });
    agent.chats.push(chat);
    customers.push(customer);
  }
  return { team, customers };
}

function isUnknown(error) {
  return error.reason === "not_found";
}

/** Everything of each chat (of a lost one nothing), of a server that has just read its disk. */
async function storedEvents(server, customers) {
  await server.crashAndRestart();
  const sam = await AgentClient.signedIn(server.url, "sam");
  const stored = new Map();
  for (const { scene } of customers) {
    const events = await sam.transcript(scene.chat).catch((error) => {
      if (isUnknown(error)) {
        return [];
      }
      throw error;
    });
    stored.set(scene.chat, events);
  }
  await sam.close();
  return stored;
}

/**
 * options: rate (messages/s of all together), seed, agents, chats, server (options of
 * Server.start), insistMs (how long one message is said again), tell (gets a line of progress).
 * misfortune({ server, recorder, random, isOver, tell }) happens while they talk; when it is over,
 * they stop. Gives its result, what was counted, and what the checker found.
 */
export async function whileTheyTalk(t, options, misfortune) {
  const { rate, seed, agents = 4, chats = 24, tell = () => {} } = options;
  const { insistMs = 90_000 } = options; // a database may stand still for 30 s
  const server = await Server.start(t, options.server);
  const recorder = new Recorder();
  const random = seededRandom(seed);
  let over = false;
  const isOver = () => over;
  const intervalMs = (1000 * chats * 2) / rate;
  const scene = { recorder, random, intervalMs, insistMs, isOver };
  const { team, customers } = await assembles(server, scene, { agents, chats });
  tell(`${chats} chats with ${agents} agents, ${rate} messages/s, seed ${seed}`);
  const began = performance.now();
  const lives = Promise.all([...customers, ...team].map((actor) => actor.lives()));
  lives.catch(() => (over = true));
  const result = await misfortune({ server, recorder, random, isOver, tell });
  await pause(500);
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await lives;
  await Promise.all(team.map((agent) => agent.listensOut()));
  await Promise.all(customers.map((customer) => customer.looksOnce()));
  const found = allFindings(recorder, await storedEvents(server, customers));
  await Promise.all(team.map((agent) => agent.client.drop()));
  await server.kill();
  return {
    ...result,
    seed,
    seconds,
    acknowledged: recorder.acknowledgements,
    repeated: recorder.repeats,
    perSecond: recorder.acknowledgements / seconds,
    found,
  };
}
