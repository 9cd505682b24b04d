// SPDX-License-Identifier: GPL-3.0-or-later
// R14 behind the front door: the store takes 512 messages in a tenth of a second, and customers
// have many times as many under way. What is too much must be refused, not stored up.
import { loaded } from "../measurements/load.mjs";
import { whileSampled } from "../measurements/memory.mjs";
import { testProgram } from "../support/programs.mjs";

/** What the core takes (services/core/corelimits.h), and what may be between two of its looks. */
export const mostBacklog = 21_000;

/** Options of Server.start. more: "--backlog", "N" is another limit than the core's own,
 * "--endless-backlog" is the control. */
export function onSlowStore(...more) {
  return { program: testProgram("boundless"), arguments: ["--commit-ms", "100", ...more] };
}

/** How much lies in the core, as the server says by and by; the most of it. */
async function mostInCore(url, isOver) {
  let most = 0;
  const asked = [];
  const figure = (text, name) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
  const asks = async () => {
    const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(60_000) });
    const text = await answer.text();
    const names = ["tandem_core_queue_length", "tandem_store_backlog"];
    most = Math.max(most, names.reduce((sum, name) => sum + figure(text, name), 0));
  };
  while (!isOver()) {
    asked.push(asks().catch(() => {})); // some wait as long as messages do
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, 2000))]);
  return most;
}

/** Reports of a server on a slow store before (as long as that is to take) and while customers say
 * too much: { before, during, most (MB), backlog }. */
export async function overloadSlowStore(server, options) {
  const { connections, outstanding, seconds, secondsBefore = 0, seed } = options;
  const words = ["saturate", "--connections", String(connections), "--warm-up", "1"];
  const load = (count, length) => {
    const more = ["--outstanding", String(count), "--seconds", String(length)];
    return loaded(server, [...words, ...more], { seed });
  };
  const before = secondsBefore ? await load(Math.ceil(512 / connections), secondsBefore) : null;
  let isOver = false;
  const looks = mostInCore(server.url, () => isOver);
  const { result: during, most } = await whileSampled(server.pid, () => load(outstanding, seconds));
  isOver = true;
  return { before, during, most, backlog: await looks };
}

export function isBounded({ during, backlog }, most = mostBacklog) {
  return during.counts.refused > 0 && backlog > 0 && backlog <= most;
}
