// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server of its own for a test (tests/support/postgres).
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { within } from "./condition.mjs";
import { temporaryFolder } from "./programs.mjs";

const script = fileURLToPath(new URL("postgres", import.meta.url));

export class Postgres {
  #child = null;

  /** options: of the server, "-c", "fsync=on". Ends with the test. */
  static async start(t, options = []) {
    const server = new Postgres();
    server.folder = await temporaryFolder(t, "tandem-pg-");
    server.options = options;
    t?.after(() => server.stop());
    await server.up();
    return server;
  }

  /** With the data that it had. */
  async up() {
    this.#child = spawn(script, [this.folder, ...this.options], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [line] = await within(
      40_000,
      "PostgreSQL to be ready",
      once(createInterface({ input: this.#child.stdout }), "line"),
    );
    this.url = line.replace(/^ready /, "");
  }

  /** At once, as by a power cut of its machine. */
  async stop() {
    if (this.#child?.exitCode === null) {
      this.#child.stdin.end();
      await within(20_000, "PostgreSQL to end", once(this.#child, "close"));
    }
  }

  /** Sends all of its processes a signal. */
  async signal(name) {
    const file = await readFile(join(this.folder, "data/postmaster.pid"), "utf8");
    const first = Number.parseInt(file, 10);
    const { stdout } = await promisify(execFile)("ps", ["-o", "pid=", "--ppid", String(first)]);
    const others = stdout.split("\n").map(Number).filter(Boolean);
    [first, ...others].forEach((pid) => process.kill(pid, name));
  }
}
