// SPDX-License-Identifier: GPL-3.0-or-later
// How long a server whose store fails is silent about it, and how long it takes to go on.
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../support/condition.mjs";
import { health } from "../support/storefaults.mjs";

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

/** Milliseconds that it takes. */
export async function elapsed(wait) {
  const began = performance.now();
  await wait();
  return performance.now() - began;
}

/** Serves, and has acknowledged something since. isLossy: a control, which may have lost every chat
 * in which somebody could go on. */
async function recovers(server, recorder, isLossy) {
  const before = recorder.acknowledgements;
  await until("the server to go on", async () => {
    const goesOn = isLossy || recorder.acknowledgements > before;
    return goesOn && (await health(server.url)) === 200;
  }, 20_000);
}

/** Lets one fault happen; gives { unhealthyMs (null where health need not tell), recoveryMs }. */
export async function suffers({ server, recorder, lastsMs, isTotal, isLossy }, begins) {
  let unhealthyMs = null;
  const ends = await begins();
  if (isTotal) {
    const isBad = async () => (await health(server.url)) === 503;
    unhealthyMs = await elapsed(() => until("health to say so", isBad, 30_000));
  }
  await pause(lastsMs);
  await ends();
  return { unhealthyMs, recoveryMs: await elapsed(() => recovers(server, recorder, isLossy)) };
}

/** The worst of each. */
export function worst(suffered, log) {
  return {
    unhealthyMs: Math.max(...suffered.map((one) => one.unhealthyMs ?? 0)),
    recoveryMs: Math.max(...suffered.map((one) => one.recoveryMs)),
    linesPerSecond: mostLinesInASecond(log),
  };
}
