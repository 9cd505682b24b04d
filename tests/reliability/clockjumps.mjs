// SPDX-License-Identifier: GPL-3.0-or-later
// R11: the clock of a server jumps while offers, silent customers and strategies wait for their
// times.
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AgentClient } from "../support/agent.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { temporaryFolder, testProgram } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";
import { effectsOf } from "./repeats.mjs";

const offerMs = 1200;
const silenceMs = 1600;
const tickMs = 400;
const earlyMs = 100;
const lateMs = 1500;
const pollMs = 300;
const sessions = 3;

const hour = 3_600_000;
const day = 24 * hour;
export const allJumps = [
  { jumpMs: hour },
  { jumpMs: -hour },
  { jumpMs: day },
  { jumpMs: -day },
  { jumpMs: -day, restarts: true },
  { jumpMs: hour, restarts: true },
];

const config = {
  chat: { customerTimeoutMs: silenceMs },
  routing: { offerTimeoutMs: offerMs, refusalPauseMs: 600_000 },
};

const ticking = `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"
  datamodel="ecmascript" initial="ticking">
<state id="ticking">
  <onentry><send event="tick" delay="${tickMs}ms"/></onentry>
  <transition event="tick" target="ticking"/>
</state></scxml>`;

/** The clocks of one server (clockjump.so). */
class Clocks {
  ahead = { wall: 0, monotonic: 0 };

  static async in(folder) {
    const clocks = new Clocks();
    clocks.file = join(folder, "clocks");
    await writeFile(clocks.file, Buffer.alloc(16));
    return clocks;
  }

  get environment() {
    return { LD_PRELOAD: testProgram("clockjump.so"), CLOCKJUMP_FILE: this.file };
  }

  async jump(clock, ms) {
    this.ahead[clock] += ms;
    const numbers = Buffer.alloc(16);
    numbers.writeBigInt64LE(BigInt(this.ahead.wall), 0);
    numbers.writeBigInt64LE(BigInt(this.ahead.monotonic), 8);
    const handle = await open(this.file, "r+");
    await handle.write(numbers, 0, 16, 0);
    await handle.close();
  }
}

/** Sessions of a strategy that do nothing but wait for their timers. */
async function beginTicking(server) {
  const ada = await AgentClient.signedIn(server.url, "ada");
  await ada.ask("strategy.install", { strategyId: "ticking", document: ticking });
  const { document } = await ada.ask("admin.site", {});
  const billing = document.queues.find(({ id }) => id === "billing");
  await ada.ask("admin.apply", { put: { queues: [{ ...billing, strategy: "ticking" }] } });
  for (let number = 0; number < sessions; ++number) {
    const work = { mediaType: "mail", queueId: "billing", externalId: `ticking ${number}` };
    await ada.ask("interaction.submit", work);
  }
  await ada.drop();
}

/** What is wrong with a time that was waited for. */
function mistimed(what, took, wanted) {
  if (took < wanted - earlyMs) {
    return [`${what} ${Math.round(wanted - took)} ms early`];
  }
  return took > wanted + lateMs ? [`${what} ${Math.round(took - wanted)} ms late`] : [];
}

class Scene {
  wrong = [];

  constructor(server, clocks) {
    Object.assign(this, { server, clocks });
  }

  async begins() {
    this.alice = await AgentClient.signedIn(this.server.url, "alice");
    await this.alice.ready();
    await beginTicking(this.server);
    this.talker = await this.#accepted("talker");
    const poll = () => this.talker.refresh().catch(() => {}); // the server may be down
    this.polling = setInterval(poll, pollMs);
  }

  async ends() {
    clearInterval(this.polling);
    await this.alice.drop();
    await this.server.kill();
  }

  async #accepted(nickname) {
    const customer = await new RestCustomer(this.server.url).starts({ nickname });
    await this.alice.accepts(customer.chatId);
    return customer;
  }

  #when(name, isIt) {
    const heard = this.alice.hears(name, isIt, 2 * (silenceMs + lateMs));
    const stamped = heard.then(() => performance.now());
    stamped.catch(() => {});
    return stamped;
  }

  async #restarts() {
    await this.server.crashAndRestart();
    const up = performance.now();
    await this.alice.reconnect();
    await this.alice.resume();
    return up;
  }

  /** The conversation that goes on. */
  async #talk(text) {
    await this.talker.says(text, text);
    await this.alice.says(this.talker.chatId, `answer to ${text}`, text);
  }

  /** The server's wall clock is where it was put. */
  async #clockIsAhead() {
    const { headers } = await fetch(`${this.server.url}/health`);
    const aheadMs = Date.parse(headers.get("date")) - Date.now();
    if (Math.abs(aheadMs - this.clocks.ahead.wall) > 2000) {
      this.wrong.push(`the clock is ${aheadMs} ms ahead, not ${this.clocks.ahead.wall}`);
    }
  }

  /** How often each strategy's timer has fired, and when this was asked. */
  async #ticks() {
    const { timers } = await effectsOf(this.server);
    return { counts: Object.values(timers), at: performance.now() };
  }

  #ticked(before, after) {
    const wanted = (after.at - before.at) / tickMs;
    for (let number = 0; number < sessions; ++number) {
      const fired = (after.counts[number] ?? 0) - (before.counts[number] ?? 0);
      if (fired > wanted + 2 || fired < 0.7 * wanted - 1) {
        this.wrong.push(`${fired} ticks of a strategy instead of ${wanted.toFixed(1)}`);
      }
    }
  }

  /** One jump while an offer and a silent customer wait for their end. */
  async jumps({ jumpMs, restarts = false, clock = "wall" }) {
    const ticks = await this.#ticks();
    await this.alice.ready();
    const silent = await this.#accepted("silent");
    let [silentSince, offeredSince] = Array(2).fill(performance.now());
    const waiting = await new RestCustomer(this.server.url).starts({ nickname: "waiting" });
    await this.alice.offered(waiting.chatId);
    offeredSince = performance.now();
    await this.clocks.jump(clock, jumpMs);
    if (restarts) {
      [silentSince, offeredSince] = Array(2).fill(await this.#restarts());
    }
    await this.#clockIsAhead();
    const revoked = this.#when("interaction.offerRevoked", (fact) => {
      return fact.interactionId === waiting.chatId;
    });
    const left = this.#when("chat.event", ({ interactionId, event }) => {
      return interactionId === silent.chatId && event.type === "ParticipantLeft";
    });
    await this.#talk(`after ${jumpMs} ms ${restarts ? "and a restart" : ""}`);
    this.wrong.push(...mistimed("an offer expired", (await revoked) - offeredSince, offerMs));
    await waiting.leaves();
    this.wrong.push(...mistimed("a customer was gone", (await left) - silentSince, silenceMs));
    await this.alice.ask("interaction.markDone", { interactionId: silent.chatId });
    await this.#talk(`still there ${jumpMs} ${restarts}`);
    this.#ticked(ticks, await this.#ticks());
  }

  /** What the store tells of all that happened. */
  async looksBack() {
    const { moves, negative, disordered } = await effectsOf(this.server);
    for (const [id, causes] of Object.entries(moves)) {
      const often = [causes.timed_out, causes.customer_left].some((count) => count > 1);
      this.wrong.push(...(often ? [`a time of ${id} fired twice`] : []));
    }
    this.wrong.push(...(negative > 0 ? [`${negative} durations below zero`] : []));
    this.wrong.push(...(disordered > 0 ? [`${disordered} events out of order`] : []));
  }
}

/** options: jumps, tell. Gives { wrong }: what expired or fired at a wrong time, or twice. */
export async function jumpClocks(t, { jumps = allJumps, tell } = {}) {
  const folder = await temporaryFolder(t);
  const clocks = await Clocks.in(folder);
  const server = await Server.start(t, { config, environment: clocks.environment });
  const scene = new Scene(server, clocks);
  await scene.begins();
  try {
    for (const jump of jumps) {
      await scene.jumps(jump);
      tell?.(`${JSON.stringify(jump)}: ${scene.wrong.length} wrong`);
    }
    await scene.looksBack();
  } catch (error) {
    scene.wrong.push(String(error));
  } finally {
    await scene.ends();
  }
  return { wrong: scene.wrong };
}

/** The control: the monotonic clock jumps, too, which no service expects. */
export function jumpMonotonicClock(t) {
  return jumpClocks(t, { jumps: [{ jumpMs: hour, clock: "monotonic" }] });
}
