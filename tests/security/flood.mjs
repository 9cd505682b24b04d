// SPDX-License-Identifier: GPL-3.0-or-later
// S21: what a flood from one address does to customers and agents at others. For a fair comparison
// the same flood goes to another server meanwhile, so that the machine is as busy.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { AgentClient } from "../support/agent.mjs";
import { within } from "../support/condition.mjs";
import { form, RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";

const flooder = fileURLToPath(new URL("flooder.mjs", import.meta.url));
export const addresses = { flood: "127.0.0.2", customer: "127.0.0.3", agent: "127.0.0.4" };
const everyMs = 20;

/** A server whose rates count for this machine, too, or (the control) do not. */
export function limitedServer(t, limitLoopback = true) {
  return Server.start(t, { config: { gateway: { limitLoopback } } });
}

export class Flood {
  static start(t, url, { perSecond, forwardedFor, from = addresses.flood }) {
    const list = [flooder, url, from, String(perSecond)];
    const flood = new Flood();
    flood.child = spawn(process.execPath, forwardedFor ? [...list, forwardedFor] : list, {
      stdio: ["pipe", "pipe", "inherit"],
    });
    flood.child.stdin.on("error", () => {}); // it may have been killed
    t.after(() => flood.child.kill("SIGKILL"));
    flood.parts = [];
    flood.child.stdout.on("data", (part) => flood.parts.push(part));
    flood.began = performance.now();
    return flood;
  }

  /** What became of it: { tried, accepted, mayBe, by }. mayBe: how many the limits let through, a
   * burst of 400 and 100 a second. */
  async stop() {
    const closed = once(this.child, "close");
    this.child.stdin.end();
    await within(10_000, "the flood to end", closed);
    const { tried, by } = JSON.parse(Buffer.concat(this.parts).toString());
    const seconds = (performance.now() - this.began) / 1000;
    return { tried, by, accepted: by[200] ?? 0, mayBe: 400 + 100 * seconds };
  }
}

/** One at another address who polls, and one who asks as an agent. */
export class Victims {
  static async at(t, url) {
    const victims = new Victims();
    const customer = await new RestCustomer(url).starts();
    const path = `${new URL(customer.base).pathname}/${customer.chatId}/refresh`;
    const http = new Agent({ keepAlive: true, maxSockets: 1, localAddress: addresses.customer });
    const body = form({ secureKey: customer.secureKey, transcriptPosition: 1 }).toString();
    const { hostname, port } = new URL(url);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    victims.poll = { hostname, port, path, method: "POST", headers, agent: http, timeout: 5000 };
    victims.body = body;
    victims.agent = await AgentClient.connect(url, {}, addresses.agent);
    await victims.agent.login("carol");
    t.after(() => Promise.all([http.destroy(), victims.agent.drop()]));
    return victims;
  }

  async #polls() {
    const asked = request(this.poll).end(this.body);
    asked.once("timeout", () => asked.destroy(new Error("timeout")));
    const [answer] = await once(asked, "response");
    answer.resume();
    await once(answer, "end");
    if (answer.statusCode !== 200) {
      throw new Error(`a customer elsewhere was answered ${answer.statusCode}`);
    }
  }

  async #timed(act, times, faults) {
    const began = performance.now();
    await act().then(
      () => times.push(performance.now() - began),
      (error) => faults.push(String(error)),
    );
  }

  /** What they see for so long: { polls[], asks[] } in milliseconds, faults[]. */
  async seen(seconds) {
    const [polls, asks, faults] = [[], [], []];
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const next = pause(everyMs);
      await this.#timed(() => this.#polls(), polls, faults);
      await this.#timed(() => this.agent.ask("server.status"), asks, faults);
      this.agent.pending.length = 0;
      await next;
    }
    return { polls, asks, faults };
  }
}

/** How long logins from other addresses take: milliseconds each. */
export async function loginsElsewhere(url, count) {
  const times = [];
  for (let number = 0; number < count; ++number) {
    const agent = await AgentClient.connect(url, {}, `127.0.2.${1 + (number % 200)}`);
    const began = performance.now();
    await agent.login("bob");
    times.push(performance.now() - began);
    await agent.drop();
  }
  return times;
}

/** How many wrong passwords are looked at when each claims to be passed on for somebody else. */
export async function triesBehindForwarding(url, most, from = "127.0.0.9") {
  for (let tries = 0; tries < most; ++tries) {
    const claimed = `198.51.100.${tries}`;
    const headers = { "X-Forwarded-For": claimed, "X-Real-IP": claimed };
    const agent = await AgentClient.connect(url, headers, from);
    const error = await agent.login("alice", "a guess").catch((refused) => refused);
    await agent.drop();
    if (error.reason === "rate_limited") {
      return tries;
    }
  }
  return most;
}
