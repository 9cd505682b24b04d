// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Times one fdatasync after the other beside a measurement, in a process of its own. */
export class Probe {
  constructor(folder) {
    const script = fileURLToPath(new URL("fdatasync.mjs", import.meta.url));
    this.child = spawn(process.execPath, [script, folder, "50"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.output = [];
    this.child.stdout.on("data", (bytes) => this.output.push(bytes));
  }

  /** Ends it and gives its times in ms. */
  async times() {
    this.child.stdin.end();
    await once(this.child, "close");
    return JSON.parse(Buffer.concat(this.output).toString());
  }
}
