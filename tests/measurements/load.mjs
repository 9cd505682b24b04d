// SPDX-License-Identifier: GPL-3.0-or-later
// Runs tandem-load on a server and gives its report.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { program, sourceFolder, temporaryFolder } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";

const dataFolder = process.env.TANDEM_TEST_DATA ?? join(sourceFolder, "../shared/data");
const dialogues = join(dataFolder, "dialogues-sgd/dialogues.jsonl");

/** What people said in the public data set, where that is there; else the generator's own few. */
const spoken = existsSync(dialogues) ? ["--dialogues", dialogues] : [];

/** Starts a server with a new data folder, gives what `act` gives, and leaves nothing behind. */
export async function withServer(options, act) {
  const data = await temporaryFolder(null, "tandem-measure-");
  const server = await Server.start(null, { data, ...options });
  try {
    return await act(server);
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** `words`: "chat" or "saturate" and options. `isClean`: nothing lost, doubled or out of order. */
export async function loaded(server, words, { seed = 1 } = {}) {
  const folder = await temporaryFolder(null, "tandem-load-");
  const file = join(folder, "report.json");
  const given = ["--server", server.url, "--seed", String(seed), "--json", file, ...spoken];
  const child = spawn(program("tandem-load"), [...words, ...given], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "close");
  if (code !== 0 && code !== 1) {
    throw new Error(`tandem-load ${words.join(" ")} ended with ${code}`);
  }
  const report = JSON.parse(await readFile(file, "utf8"));
  await rm(folder, { recursive: true, force: true });
  return { ...report, isClean: code === 0 };
}
