// SPDX-License-Identifier: GPL-3.0-or-later
// A tandemd of its own for a test: temporary data folder, a port that the system chose.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { within } from "./condition.mjs";
import { program, temporaryFolder } from "./programs.mjs";

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
process.on("SIGTERM", () => process.exit(1)); // what hangs is ended so, and ends its servers

const startLimitMs = 20_000;

/** The program ended instead of serving: its exit code and what it wrote to standard error. */
export class StartFailure extends Error {
  constructor(code, signal, log) {
    super(`tandemd ended with ${code ?? signal} before it was ready:\n${log}`);
    this.code = code;
    this.log = log;
  }
}

export class Server {
  #child = null;
  #log = [];

  /** options: data, listen, demo (true), config (object), program, arguments, environment */
  constructor(options) {
    this.options = options;
    this.url = null;
  }

  /** Starts one with a new data folder unless `options.data` says which; ends it with the test. */
  static async start(t, options = {}) {
    const data = options.data ?? (await temporaryFolder(t));
    const server = new Server({ demo: true, listen: "127.0.0.1:0", ...options, data });
    t?.after(async () => {
      await server.kill();
      await rm(server.#configFile, { force: true });
    });
    await server.up();
    return server;
  }

  /** Starts the process and waits until it serves. Once it has had a port it keeps that. */
  async up() {
    const child = spawn(this.#program(), await this.#arguments(), {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...this.options.environment },
    });
    running.add(child);
    this.#child = child;
    this.#log = [];
    this.ended = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        running.delete(child);
        resolve({ code, signal });
      });
    });
    child.once("error", (error) => this.#log.push(String(error)));
    createInterface({ input: child.stderr }).on("line", (line) => this.#keep(line));
    const lines = createInterface({ input: child.stdout });
    this.output = [];
    const ready = new Promise((resolve, reject) => {
      lines.on("line", (line) => {
        this.output.push(line);
        const found = /^ready (https?:\/\/\S+)$/.exec(line);
        if (found) {
          resolve(found[1]);
        }
      });
      this.ended.then(({ code, signal }) => reject(new StartFailure(code, signal, this.log)));
    });
    this.url = await within(startLimitMs, "tandemd to be ready", ready);
    this.options.listen = new URL(this.url).host;
  }

  #program() {
    return this.options.program ?? program("tandemd");
  }

  /** Beside the data folder. */
  get #configFile() {
    return `${resolve(this.options.data)}-config.json`;
  }

  async #arguments() {
    const { data, listen, demo, config } = this.options;
    const list = ["--data", data, "--listen", listen];
    if (demo) {
      list.push("--demo");
    }
    if (config !== undefined) {
      const text = typeof config === "string" ? config : JSON.stringify(config);
      await writeFile(this.#configFile, text);
      list.push("--config", this.#configFile);
    }
    return [...list, ...(this.options.arguments ?? [])];
  }

  #keep(line) {
    this.#log.push(line);
    if (this.#log.length > 2000) {
      this.#log.shift();
    }
  }

  /** The last lines of standard error. */
  get log() {
    return this.#log.join("\n");
  }

  get pid() {
    return this.#child.pid;
  }

  signal(name) {
    this.#child.kill(name);
  }

  /** Ends it at once, as a crash would. */
  async kill() {
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill("SIGKILL");
    }
    await this.ended;
  }

  /** Asks it to end; gives { code, signal }. */
  async stop() {
    this.#child.kill("SIGTERM");
    return within(10_000, "tandemd to stop", this.ended);
  }

  async crashAndRestart() {
    await this.kill();
    await this.up();
  }
}

/** Runs a program to its end; gives { code, output, errors }. */
export async function run(file, list, { input = "", environment = {} } = {}) {
  const child = spawn(file, list, { env: { ...process.env, ...environment } });
  running.add(child);
  const output = [];
  const errors = [];
  child.stdout.on("data", (bytes) => output.push(bytes));
  child.stderr.on("data", (bytes) => errors.push(bytes));
  child.stdin.on("error", () => {}); // it may end without reading
  child.stdin.end(input);
  try {
    const [code] = await within(30_000, `${file} to end`, once(child, "close"));
    return { code, output: String(Buffer.concat(output)), errors: String(Buffer.concat(errors)) };
  } finally {
    child.kill("SIGKILL");
    running.delete(child);
  }
}
