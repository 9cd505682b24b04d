// SPDX-License-Identifier: GPL-3.0-or-later
// R10: the disk of a server is full, or fails, while people talk.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/condition.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { fillUp, smallDisk } from "../support/smalldisk.mjs";
import { health } from "../support/storefaults.mjs";
import { whileTheyTalk } from "./conversations.mjs";
import { onFaultyDisk } from "./faultydisk.mjs";

const lineTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) /;

/** The most lines of a log that lie within one second. */
export function mostLinesInASecond(log) {
  const times = log.split("\n").map((line) => lineTime.exec(line)).filter(Boolean);
  const ms = times.map(([, date, time]) => Date.parse(`${date}T${time}Z`));
  let first = 0;
  return ms.reduce((most, time, at) => {
    while (time - ms[first] >= 1000) {
      first += 1;
    }
    return Math.max(most, at - first + 1);
  }, 0);
}

async function elapsed(wait) {
  const began = performance.now();
  await wait();
  return performance.now() - began;
}

/** Serves, and has acknowledged something since. */
async function recovers(server, recorder) {
  const before = recorder.acknowledgements;
  await until("the server to go on", async () => {
    return recorder.acknowledgements > before && (await health(server.url)) === 200;
  }, 20_000);
}

/** Lets one fault happen; gives { unhealthyMs (null where health need not tell), recoveryMs }. */
async function suffers({ server, recorder, lastsMs, isTotal }, begins) {
  let unhealthyMs = null;
  const ends = await begins();
  if (isTotal) {
    const isBad = async () => (await health(server.url)) === 503;
    unhealthyMs = await elapsed(() => until("health to say so", isBad, 30_000));
  }
  await pause(lastsMs);
  await ends();
  return { unhealthyMs, recoveryMs: await elapsed(() => recovers(server, recorder)) };
}

/** The worst of each. */
function summary(suffered, log) {
  return {
    unhealthyMs: Math.max(...suffered.map((one) => one.unhealthyMs ?? 0)),
    recoveryMs: Math.max(...suffered.map((one) => one.recoveryMs)),
    linesPerSecond: mostLinesInASecond(log),
  };
}

/** What faultydisk is told; isTotal: nothing can be committed. */
export const allFaults = [
  { what: "full", isTotal: true },
  { what: "errors 1", isTotal: true },
  { what: "errors 0.3", isTotal: false },
  { what: "errors 0.02", isTotal: false },
  { what: "doubt 0.05", isTotal: false },
];

/**
 * The disk of a server fails in each of these ways while people talk. options: seed, rounds,
 * lastsMs of one fault, faults, more (arguments of the program), tell. Gives what whileTheyTalk
 * does, and the worst { unhealthyMs, recoveryMs, linesPerSecond }.
 */
export async function failAgainAndAgain(t, options) {
  const { seed, rounds = 1, lastsMs = 1000, faults = allFaults, more = [], tell } = options;
  const file = join(await temporaryFolder(t), "faults");
  const server = onFaultyDisk(seed, "--faults", file, ...more);
  return whileTheyTalk(t, { rate: 200, seed, server, tell }, async (scene) => {
    const suffered = [];
    for (const { what, isTotal } of Array(rounds).fill(faults).flat()) {
      const begins = async () => {
        await writeFile(file, what);
        return () => writeFile(file, "");
      };
      suffered.push(await suffers({ ...scene, lastsMs, isTotal }, begins));
      tell?.(`${what}: ${JSON.stringify(suffered.at(-1))}`);
    }
    return summary(suffered, scene.server.log);
  });
}

/** The same with tandemd itself on a disk that is full; null where this user may not mount one. */
export async function fillItsDisk(t, { seed, tell }) {
  const data = await smallDisk(t, 16);
  if (!data) {
    return null;
  }
  return whileTheyTalk(t, { rate: 200, seed, server: { data }, tell }, async (scene) => {
    const begins = () => fillUp(data);
    const suffered = await suffers({ ...scene, lastsMs: 1000, isTotal: true }, begins);
    return summary([suffered], scene.server.log);
  });
}
