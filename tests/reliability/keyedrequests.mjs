// SPDX-License-Identifier: GPL-3.0-or-later
// R4, requests with keys: messages, chats and pieces of work of customers, agents and systems.
import { CometdCustomer } from "../support/bayeux.mjs";
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { askInAnyOrder, Desk, effectsOf, posted, Repeated, UnsteadyServer } from "./repeats.mjs";
import { seededRandom } from "./seededrandom.mjs";

/** What a kind of request leaves: where effects.py counts it, and under which name. */
function left(kind, name) {
  return { kind, name };
}

/** What a customer on a socket is told of what was published with that key. */
async function repliedTo(customer, key, publish) {
  const before = customer.replies.length;
  const sent = await publish();
  if (!sent.successful) {
    throw new Error("not sent");
  }
  const isReply = (reply) => reply.clientMessageId === key && reply.statusCode === 0;
  return until("its reply", () => customer.replies.slice(before).find(isReply), 1000);
}

/** keyOf gives the key that a request has, or undefined for the control. */
class Scene {
  requests = [];
  effects = [];

  constructor(unsteady, keyOf) {
    Object.assign(this, { unsteady, keyOf });
  }

  add(name, effect, ask, essence) {
    this.requests.push(new Repeated(name, ask, essence));
    this.effects.push(effect);
  }

  chatStart(number) {
    const nickname = `starter ${number}`;
    const fields = { nickname, subject: "R4", clientMessageId: this.keyOf(nickname) };
    const base = new RestCustomer(this.unsteady.url).base;
    this.add(`start of ${nickname}`, left("names", nickname), () => posted(base, fields),
      ({ statusCode, chatId, secureKey }) => ({ statusCode, chatId, secureKey }));
  }

  customerMessage(customer, number) {
    const message = `customer's ${number}`;
    const { base, chatId, alias, secureKey, userId } = customer;
    const clientMessageId = this.keyOf(message);
    const fields = { alias, secureKey, userId, message, clientMessageId };
    this.add(`message "${message}"`, left("texts", message),
      () => posted(`${base}/${chatId}/send`, fields),
      ({ status, statusCode }) => ({ status, statusCode }));
  }

  socketMessage(customer, number) {
    const message = `socket's ${number}`;
    const key = this.keyOf(message);
    const ask = () => repliedTo(customer, key, () => customer.says(message, key));
    this.add(`message "${message}"`, left("texts", message), ask,
      ({ statusCode, chatId }) => ({ statusCode, chatId }));
  }

  socketStart(customer, number) {
    const nickname = `socket's starter ${number}`;
    const clientMessageId = this.keyOf(nickname);
    const fields = { operation: "requestChat", nickname, subject: "R4", clientMessageId };
    const ask = () => repliedTo(customer, clientMessageId, () => customer.publish(fields));
    this.add(`start of ${nickname}`, left("names", nickname), ask,
      ({ statusCode, chatId, secureKey }) => ({ statusCode, chatId, secureKey }));
  }

  agentMessage(desk, interactionId, number) {
    const text = `agent's ${number}`;
    const params = { interactionId, text, clientMessageId: this.keyOf(text) };
    this.add(`chat.send "${text}"`, left("texts", text), () => desk.ask("chat.send", params),
      (answer) => answer);
  }

  submission(desk, number) {
    const externalId = this.keyOf(`agent's work ${number}`);
    const params = { mediaType: "task", queueId: "support", externalId, subject: "R4" };
    this.add(`interaction.submit ${number}`, left("externalIds", `agent's work ${number}`),
      () => desk.ask("interaction.submit", params), (answer) => answer);
  }

  systemSubmission(number) {
    const externalId = this.keyOf(`system's work ${number}`);
    const base = `${this.unsteady.url}/genesys/2/openmedia/support`;
    this.add(`submission ${number}`, left("externalIds", `system's work ${number}`),
      () => posted(base, { mediaType: "task", externalId }),
      ({ status, interactionId }) => ({ status, interactionId }));
  }
}

async function fill(scene, server, each) {
  const alice = await Desk.of(server.url, "alice");
  scene.unsteady.desks = [alice];
  await alice.client.ready();
  const customer = await new RestCustomer(server.url).starts({ nickname: "talker" });
  await alice.client.accepts(customer.chatId);
  await alice.ask("agent.setState", { state: "not_ready" });
  const [socket, starter] = [new CometdCustomer(server.url), new CometdCustomer(server.url)];
  await Promise.all([socket.connects(), starter.connects()]);
  await socket.starts({ nickname: "on a socket" });
  for (let number = 1; number <= each; ++number) {
    scene.chatStart(number);
    scene.customerMessage(customer, number);
    scene.agentMessage(alice, customer.chatId, number);
    scene.submission(alice, number);
    scene.systemSubmission(number);
    if (scene.keyOf("") !== undefined) {
      // Their replies are known by their keys.
      scene.socketMessage(socket, number);
      scene.socketStart(starter, number);
    }
  }
  return async () => {
    await Promise.all([socket.disconnect(), starter.disconnect()]);
    await alice.client.drop();
  };
}

/**
 * Requests of each kind, `each` of them, 1 to 20 times, in any order, while the server crashes.
 * options: seed, each, share (of what is asked that is hit by a crash), isKeyed (false: the
 * control). Gives { asked, crashes, differing, doubled, missing }: lists of what is wrong.
 */
export async function repeatKeyedRequests(t, { seed, each, share = 0.02, isKeyed = true }) {
  const server = await Server.start(t);
  const unsteady = new UnsteadyServer(server, seededRandom(seed), share);
  const scene = new Scene(unsteady, (key) => (isKeyed ? key : undefined));
  const leave = await fill(scene, server, each);
  await askInAnyOrder(unsteady, scene.requests);
  await unsteady.up();
  const counts = await effectsOf(server);
  await leave();
  await server.kill();
  const often = ({ kind, name }) => counts[kind][name] ?? 0;
  return {
    asked: scene.requests.reduce((sum, { attempts }) => sum + attempts, 0),
    crashes: unsteady.crashes,
    differing: scene.requests.map(({ difference }) => difference).filter(Boolean),
    doubled: scene.effects.filter((effect) => often(effect) > 1).map(({ name }) => name),
    missing: scene.effects.filter((effect) => often(effect) < 1).map(({ name }) => name),
  };
}
