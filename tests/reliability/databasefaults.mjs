// SPDX-License-Identifier: GPL-3.0-or-later
// R6: the database of a server is killed, stands still, cannot be reached, or does what it is told
// and cannot say so, while people talk and while nobody does.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/condition.mjs";
import { metric } from "../support/metric.mjs";
import { Postgres } from "../support/postgres.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server } from "../support/server.mjs";
import { health } from "../support/storefaults.mjs";
import { TcpProxy } from "../support/tcpproxy.mjs";
import { whileTheyTalk } from "./conversations.mjs";
import { elapsed, suffers, worst } from "./suffering.mjs";

/** A database and the only way to it: { database, way, server (options of Server.start) }. */
export async function databaseBehindProxy(t, program) {
  const database = await Postgres.start(t);
  const way = await TcpProxy.start(t, join(database.folder, ".s.PGSQL.5432"));
  const url = `postgresql://tandem@127.0.0.1:${way.port}/postgres?sslmode=disable`;
  return { database, way, server: { program, arguments: ["--database", url] } };
}

/** isTotal: nothing can be committed. begins: gives what ends it. */
export const allFaults = {
  killed: {
    isTotal: true,
    begins: async ({ database }) => {
      await database.stop();
      return () => database.up();
    },
  },
  stopped: {
    isTotal: true,
    begins: async ({ database }) => {
      await database.signal("SIGSTOP");
      return () => database.signal("SIGCONT");
    },
  },
  unreachable: {
    isTotal: true,
    begins: async ({ way }) => {
      way.holds();
      return () => way.goesOn();
    },
  },
  broken: {
    isTotal: false,
    begins: async ({ way }) => {
      way.resets();
      return () => {};
    },
  },
  unheard: {
    isTotal: false,
    begins: async ({ way }) => {
      const before = way.lostAnswers;
      way.losesNextAnswer();
      await until("a commit whose answer is lost", () => way.lostAnswers > before);
      return () => {};
    },
  },
};

/** A customer of their own who says one thing after the other, and notes how each was answered. */
class Prober {
  answers = [];
  #isOver = false;

  static async start(url) {
    const prober = new Prober();
    prober.customer = await new RestCustomer(url).starts({ nickname: "Prober" });
    prober.done = prober.#lives();
    prober.done.catch(() => {}); // told by ends()
    return prober;
  }

  async #lives() {
    for (let number = 1; !this.#isOver; ++number) {
      const text = `probe ${number}`;
      const [at, fields] = [performance.now(), { message: text, clientMessageId: text }];
      const { status, body } = await this.customer.tries("send", fields);
      const tookMs = performance.now() - at;
      this.answers.push({ text, status, tookMs, said: body.statusCode });
      await pause(20);
    }
  }

  async ends() {
    this.#isOver = true;
    await this.done;
    const looks = () => this.customer.catchesUp().then(() => true);
    // Of the control even the chat may be lost.
    await until("a last look", looks, 3000).catch(() => {});
    const texts = this.customer.texts();
    const count = (text) => texts.filter((one) => one === text).length;
    const refused = this.answers.filter(({ said }) => said !== 0);
    const times = refused.map(({ tookMs }) => tookMs);
    return {
      refused: refused.length,
      refusedOtherwise: refused.filter(({ status }) => status !== 503).length,
      refusedMs: Math.max(0, ...times),
      falselyAcknowledged: this.answers.filter((one) => one.said === 0 && count(one.text) !== 1)
        .length,
    };
  }
}

function lastsFor(name, { lastsMs = 1500, stoppedMs = lastsMs }) {
  const others = allFaults[name].isTotal ? lastsMs : 200;
  return name === "stopped" ? stoppedMs : others;
}

/**
 * options: seed, faults (names), rounds, lastsMs of a fault, stoppedMs of `stopped`, program, tell,
 * agents, chats, insistMs, isLossy (a control).
 * Gives what whileTheyTalk does, the worst { unhealthyMs, recoveryMs, linesPerSecond }, and what
 * the prober was told.
 */
export async function failItsDatabase(t, options) {
  const { seed, faults = Object.keys(allFaults), rounds = 1, tell } = options;
  const { database, way, server } = await databaseBehindProxy(t, options.program);
  const { agents, chats, insistMs } = options;
  const about = { rate: 200, agents, chats, insistMs, seed, server, tell };
  return whileTheyTalk(t, about, async (scene) => {
    const suffered = [];
    const prober = await Prober.start(scene.server.url);
    for (const name of Array(rounds).fill(faults).flat()) {
      const { isTotal, begins } = allFaults[name];
      const ms = lastsFor(name, options);
      const fault = { ...scene, isTotal, lastsMs: ms, isLossy: options.isLossy };
      suffered.push(await suffers(fault, () => begins({ database, way })));
      tell?.(`${name}: ${JSON.stringify(suffered.at(-1))}`);
    }
    const told = await prober.ends();
    return { ...worst(suffered, scene.server.log), ...told, lostAnswers: way.lostAnswers };
  });
}

/** The same while nothing is written: the worst { silentMs, againMs }, and how often the metric
 * of the store said that all was well. */
export async function failInSilence(t, { faults = ["killed", "stopped", "unreachable"], tell }) {
  const { database, way, server } = await databaseBehindProxy(t);
  const { url } = await Server.start(t, server);
  const is = (status) => async () => (await health(url)) === status;
  const result = { silentMs: 0, againMs: 0, saidHealthy: 0 };
  for (const name of faults) {
    await until("health to be good", is(200));
    const ends = await allFaults[name].begins({ database, way });
    const silentMs = await elapsed(() => until("health to say so", is(503), 30_000));
    result.saidHealthy += await metric(url, "tandem_store_healthy");
    await ends();
    const againMs = await elapsed(() => until("health to be good again", is(200), 20_000));
    tell?.(`${name} in silence: ${JSON.stringify({ silentMs, againMs })}`);
    result.silentMs = Math.max(result.silentMs, silentMs);
    result.againMs = Math.max(result.againMs, againMs);
  }
  return result;
}
