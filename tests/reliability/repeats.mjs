// SPDX-License-Identifier: GPL-3.0-or-later
// R4: requests that are asked 1 to 20 times while the server is killed between and during them.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { AgentClient, RpcError } from "../support/agent.mjs";
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";

const mostTimes = 20;
const mayPass = ["busy", "store_unavailable", "session_expired"];

/** Crashes its server in a share of what is asked, at any moment of it. */
export class UnsteadyServer {
  crashes = 0;
  /** Agents who are back before anybody asks on. */
  desks = [];
  #restarting = Promise.resolve();
  #isDown = false;

  constructor(server, random, share) {
    Object.assign(this, { server, random, share });
  }

  get url() {
    return this.server.url;
  }

  async #crash() {
    this.crashes += 1;
    await this.server.crashAndRestart();
    await Promise.all(this.desks.map((desk) => desk.comesBack()));
    this.#isDown = false;
  }

  /** No crash is under way. */
  up() {
    return this.#restarting;
  }

  /** What `attempt` gives; null where there was no answer. */
  async answer(attempt) {
    await this.up();
    const isHit = !this.#isDown && this.random() < this.share;
    const asked = attempt().catch((error) => {
      if (error instanceof RpcError && !mayPass.includes(error.reason)) {
        return { refused: error.reason };
      }
      return null;
    });
    if (isHit) {
      this.#isDown = true;
      const moments = Math.floor(this.random() * 4);
      for (let moment = 0; moment < moments; ++moment) {
        await new Promise(setImmediate);
      }
      this.#restarting = this.#crash();
    }
    return asked;
  }
}

/** An agent who comes back after each crash. */
export class Desk {
  static async of(url, user) {
    const desk = new Desk();
    desk.client = await AgentClient.signedIn(url, user);
    return desk;
  }

  ask(method, params) {
    return this.client.ask(method, params);
  }

  async comesBack() {
    await this.client.closed;
    await this.client.reconnect();
    await this.client.resume();
  }
}

/** One request: `ask` asks it, `essence` is what must be the same in each of its answers. */
export class Repeated {
  answers = [];
  attempts = 0;

  constructor(name, ask, essence) {
    Object.assign(this, { name, ask, essence });
  }

  async attempt(unsteady) {
    this.attempts += 1;
    const answer = await unsteady.answer(() => this.ask());
    if (answer !== null) {
      const told = answer.refused ? answer : this.essence(answer);
      this.answers.push(JSON.stringify(told));
    }
  }

  /** Asked until there is an answer. */
  async isAnswered(unsteady) {
    await until(`${this.name} to be answered`, async () => {
      if (this.answers.length === 0) {
        await this.attempt(unsteady);
      }
      return this.answers.length > 0;
    });
  }

  /** Its name with the answers that differ, or null. */
  get difference() {
    const different = [...new Set(this.answers)];
    return different.length > 1 ? `${this.name}: ${different.join(" or ")}` : null;
  }
}

export function timesOf(random) {
  return 1 + Math.floor(random() * mostTimes);
}

/** All requests, each 1 to 20 times, in any order, several at once. */
export async function askInAnyOrder(unsteady, requests, atOnce = 6) {
  const { random } = unsteady;
  const deck = requests.flatMap((request) => Array(timesOf(random)).fill(request));
  for (let left = deck.length; left > 1; --left) {
    const other = Math.floor(random() * left);
    [deck[left - 1], deck[other]] = [deck[other], deck[left - 1]];
  }
  const worker = async () => {
    for (let next = deck.pop(); next; next = deck.pop()) {
      await next.attempt(unsteady);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const request of requests) {
    await request.isAnswered(unsteady);
  }
}

/** A post of a customer or another system; null where it was not taken. */
export async function posted(address, fields) {
  const { status, body } = await RestCustomer.post(address, fields);
  if (status === 503 || status === 429) {
    throw new Error(`not taken: ${status}`);
  }
  return { status, ...body };
}

/** What the store of a server holds (effects.py). */
export async function effectsOf(server) {
  const program = fileURLToPath(new URL("effects.py", import.meta.url));
  const store = join(server.options.data, "tandem.sqlite");
  const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-B", program, store]);
  return JSON.parse(stdout);
}
