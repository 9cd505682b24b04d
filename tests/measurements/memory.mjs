// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of a process, as Linux tells it.
import { readFile } from "node:fs/promises";

async function kbOf(pid, file, name) {
  const text = await readFile(`/proc/${pid}/${file}`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)[1]);
}

/** Its share of what several use counts in part. */
export function pssKb(pid) {
  return kbOf(pid, "smaps_rollup", "Pss");
}

export async function residentMb(pid) {
  return (await kbOf(pid, "status", "VmRSS")) / 1024;
}

/** Gives what `work` gives, and the most MB that the process had meanwhile. */
export async function whileSampled(pid, work) {
  let most = 0;
  const look = setInterval(() => {
    void residentMb(pid).then((now) => (most = Math.max(most, now)));
  }, 250);
  try {
    return { result: await work(), most };
  } finally {
    clearInterval(look);
  }
}
