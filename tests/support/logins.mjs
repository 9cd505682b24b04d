// SPDX-License-Identifier: GPL-3.0-or-later
// Trying to get in, and what the answers and their times give away.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AgentClient } from "./agent.mjs";

/** Null where the login succeeds, else the refusal. from: the address it comes from. */
export async function refusal(url, user, password, from) {
  const agent = await AgentClient.connect(url, {}, from);
  try {
    await agent.login(user, password);
    return null;
  } catch (error) {
    return { code: error.code, reason: error.reason, message: error.message };
  } finally {
    await agent.drop();
  }
}

async function timedRefusal(url, user, password, from) {
  const agent = await AgentClient.connect(url, {}, from);
  try {
    const began = performance.now();
    await agent.login(user, password).catch(() => {});
    return performance.now() - began;
  } finally {
    await agent.drop();
  }
}

/** How many wrong passwords are looked at before the server refuses to look, `most` at most. */
export async function triesTaken(url, users, most, from) {
  for (let tries = 0; tries < most; ++tries) {
    const found = await refusal(url, users[tries % users.length], `guess ${tries}`, from);
    if (found?.reason === "rate_limited") {
      return tries;
    }
  }
  return most;
}

const triesOfOneUser = 8;

/** Times of refused logins in turn, known user and unknown, from `addresses` addresses so that
 * nobody is slowed down: { known[], unknown[] } in milliseconds. */
export async function refusalTimes(url, addresses) {
  const times = { known: [], unknown: [] };
  for (let address = 1; address <= addresses; ++address) {
    const from = `127.0.1.${address}`;
    for (let round = 0; round < triesOfOneUser; ++round) {
      const order = round % 2 === 0 ? ["known", "unknown"] : ["unknown", "known"];
      for (const kind of order) {
        const user = kind === "known" ? "alice" : "nobody";
        times[kind].push(await timedRefusal(url, user, `wrong ${round}`, from));
      }
    }
  }
  return times;
}

/** How well the one list can be told from the other by size, 0 (not at all) to 1 (always): twice
 * the distance of Mann and Whitney's U/nm from one half. limit: what chance stays below, but for
 * one case in 10,000. */
export function distinction(one, other) {
  let wins = 0;
  for (const a of one) {
    for (const b of other) {
      wins += a > b ? 1 : a === b ? 0.5 : 0;
    }
  }
  const [n, m] = [one.length, other.length];
  const deviation = Math.sqrt((n + m + 1) / (12 * n * m));
  return { value: 2 * Math.abs(wins / (n * m) - 0.5), limit: 2 * 3.9 * deviation };
}

/** All that the data folder's files hold, byte by byte as latin1. */
export async function storedTexts(folder) {
  const texts = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      texts.push(await readFile(join(entry.parentPath ?? entry.path, entry.name), "latin1"));
    }
  }
  return texts;
}

/** The password hashes in the store: [{ kind, memoryKib, passes, salt }]. */
export async function storedHashes(folder) {
  const pattern = /\$(argon2\w+)\$v=19\$m=(\d+),t=(\d+),p=\d+\$([\w+/]{22,})\$[\w+/]{43}/g;
  const found = (await storedTexts(folder)).flatMap((text) => [...text.matchAll(pattern)]);
  const unique = new Map(found.map((match) => [match[0], match]));
  return [...unique.values()].map(([, kind, memory, passes, salt]) => {
    return { kind, memoryKib: Number(memory), passes: Number(passes), salt };
  });
}

/** OWASP's least for Argon2id: 19 MiB and 2 passes. */
export function isStrong({ kind, memoryKib, passes }) {
  return kind === "argon2id" && memoryKib >= 19 * 1024 && passes >= 2;
}
