// SPDX-License-Identifier: GPL-3.0-or-later
// S3: what thousands of slow connections do to those who are not slow.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { until, within } from "../support/condition.mjs";
import { program } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";

const crowd = fileURLToPath(new URL("slowcrowd.mjs", import.meta.url));
const allKinds = ["silent", "heads", "bodies", "readers"];
const openLimitMs = 60_000;
const newcomerLimitMs = 5_000;

export class SlowCrowd {
  /** All of them have been tried when it is given. */
  static async at(t, url, count, kinds = allKinds) {
    const slow = new SlowCrowd();
    slow.output = "";
    slow.child = spawn(process.execPath, [crowd, url, String(count), ...kinds], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    slow.child.stdin.on("error", () => {}); // it may have been killed
    t.after(() => slow.child.kill("SIGKILL"));
    slow.child.stdout.on("data", (part) => (slow.output += part));
    await until("the crowd to be there", () => slow.output.startsWith("open\n"), openLimitMs);
    return slow;
  }

  /** What became of them, by kind: { opened, cut, lastCutMs }. */
  async ends() {
    const closed = once(this.child, "close");
    this.child.stdin.end();
    await within(10_000, "the crowd to go", closed);
    return JSON.parse(this.output.split("\n")[1]);
  }
}

/** Somebody new asks on a connection of their own; how long it takes, or NaN. */
function newcomer(url) {
  const began = performance.now();
  return new Promise((resolve) => {
    const asked = request(`${url}/health`, { agent: false, timeout: newcomerLimitMs });
    asked.once("response", (answer) => {
      answer.resume();
      const isServed = answer.statusCode === 200;
      answer.once("end", () => resolve(isServed ? performance.now() - began : NaN));
    });
    asked.once("timeout", () => asked.destroy(new Error("timeout")));
    asked.once("error", () => resolve(NaN));
    asked.end();
  });
}

/** How newcomers fare for so long: { times[], refused }. */
export async function newcomers(url, seconds) {
  const all = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    all.push(await newcomer(url));
    await pause(50);
  }
  const times = all.filter((time) => !Number.isNaN(time));
  return { times, refused: all.length - times.length };
}

/** Connections that the server has at present, as it says. */
export async function openConnections(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^tandem_gateway_connections (\d+)$/m.exec(text)[1]);
}

/** A server that may open 256 files. */
export function serverOfFewFiles(t) {
  const fewFiles = fileURLToPath(new URL("fewfiles", import.meta.url));
  const environment = { TANDEM_SERVER: program("tandemd") };
  return Server.start(t, { program: fewFiles, environment });
}
