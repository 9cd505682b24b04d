// SPDX-License-Identifier: GPL-3.0-or-later
// Another process that is in the way of a store.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { within } from "./condition.mjs";

export async function databaseFile(folder) {
  const names = await readdir(folder);
  return join(folder, names.find((name) => /\.(db|sqlite3?)$/.test(name)));
}

/** A process that is within a transaction that `begin` begins; gives what ends it. */
async function holds(t, file, begin) {
  const holder = spawn("sqlite3", [file], { stdio: ["pipe", "pipe", "inherit"] });
  t.after(() => holder.kill("SIGKILL"));
  holder.stdin.write(`PRAGMA busy_timeout=10000;\n${begin}\n`);
  const held = new Promise((resolve) => {
    holder.stdout.on("data", (bytes) => bytes.toString().includes("held") && resolve());
  });
  await within(15_000, "the lock to be held", held);
  return async () => {
    holder.stdin.end("ROLLBACK;\n");
    await once(holder, "close");
  };
}

/** It takes no commits until told to let go. */
export function lockHolder(t, file) {
  return holds(t, file, "BEGIN IMMEDIATE;\nSELECT 'held';");
}

/** What is deleted meanwhile stays in the log: this reads the store as it was at the beginning. */
export function longReader(t, file) {
  return holds(t, file, "BEGIN;\nSELECT 'held', count(*) FROM sqlite_schema;");
}
