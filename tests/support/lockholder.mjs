// SPDX-License-Identifier: GPL-3.0-or-later
// A store that takes no commits for a while: another process holds its write lock.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { within } from "./condition.mjs";

export async function databaseFile(folder) {
  const names = await readdir(folder);
  return join(folder, names.find((name) => /\.(db|sqlite3?)$/.test(name)));
}

/** Another process that holds the write lock until told to let go. */
export async function lockHolder(t, file) {
  const holder = spawn("sqlite3", [file], { stdio: ["pipe", "pipe", "inherit"] });
  t.after(() => holder.kill("SIGKILL"));
  holder.stdin.write("PRAGMA busy_timeout=10000;\nBEGIN IMMEDIATE;\nSELECT 'held';\n");
  const held = new Promise((resolve) => {
    holder.stdout.on("data", (bytes) => bytes.toString().includes("held") && resolve());
  });
  await within(15_000, "the lock to be held", held);
  return async () => {
    holder.stdin.end("ROLLBACK;\n");
    await once(holder, "close");
  };
}
