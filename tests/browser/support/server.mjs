// SPDX-License-Identifier: GPL-3.0-or-later
// One tandemd of the build under test, in demo mode, with its own data folder.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const startWithinMs = 20_000;
const stopWithinMs = 10_000;

export function programPath() {
  const folder = process.env.TANDEM_BIN_DIR ?? join(root, "build/dev/bin");
  return join(folder, "tandemd");
}

/** The reason to skip, or false. A missing program is an error where a build was named. */
export async function missingProgram() {
  if (process.env.TANDEM_BIN_DIR) {
    return false;
  }
  return access(programPath()).then(
    () => false,
    () => "tandemd is not built: set TANDEM_BIN_DIR",
  );
}

function within(promise, limitMs, what) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over ${limitMs} ms`)), limitMs);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

export class Server {
  #process = null;
  #log = [];

  static async start() {
    const server = new Server();
    server.folder = await mkdtemp(join(tmpdir(), "tandem-browser-"));
    server.listen = "127.0.0.1:0";
    await server.startAgain().catch(async (error) => {
      await server.close();
      throw error;
    });
    return server;
  }

  /** On the same data, and from the second time on at the same address. */
  async startAgain() {
    const options = ["--demo", "--listen", this.listen, "--data", this.folder];
    const child = spawn(programPath(), options, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    child.stderr.on("data", (bytes) => this.#log.push(bytes));
    // once() rejects by itself when the program cannot be started.
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`tandemd ended with ${code}:\n${this.log()}`);
    });
    failed.catch(() => undefined);
    const ready = new Promise((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const found = /^ready (https?:\/\/(\S+))/.exec(line);
        if (found) {
          resolve(found);
        }
      });
    });
    const found = await within(Promise.race([ready, failed]), startWithinMs, "the start");
    [, this.url, this.listen] = found;
  }

  async stop(signal = "SIGTERM") {
    const child = this.#process;
    this.#process = null;
    if (child && child.pid && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill(signal);
      await within(ended, stopWithinMs, "the stop");
    }
  }

  async close() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  log() {
    return Buffer.concat(this.#log).toString();
  }
}
