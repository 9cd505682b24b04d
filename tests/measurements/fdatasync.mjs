// SPDX-License-Identifier: GPL-3.0-or-later
// usage: fdatasync.mjs FOLDER INTERVAL_MS
// Appends 4 KiB to a file in FOLDER and makes them durable, again and again, until standard input
// ends; then prints the times in ms as JSON. It is what the disk itself takes for one commit.
import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [folder, intervalMs] = process.argv.slice(2);
const name = join(folder, "fdatasync-probe");
const file = openSync(name, "w", 0o600);
const block = Buffer.alloc(4096, 0x5a);
const times = [];
let over = false;
process.stdin.on("end", () => (over = true)).resume();
while (!over) {
  await pause(Number(intervalMs));
  writeSync(file, block);
  const began = performance.now();
  fdatasyncSync(file);
  times.push(performance.now() - began);
}
closeSync(file);
unlinkSync(name);
console.log(JSON.stringify(times));
