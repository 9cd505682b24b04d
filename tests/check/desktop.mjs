// SPDX-License-Identifier: GPL-3.0-or-later
// The real desktop of one agent, on a display and a D-Bus session of its own, used like a person
// with assistive technology uses it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { within } from "../support/condition.mjs";
import { program } from "../support/programs.mjs";
import { run } from "../support/server.mjs";

const driver = fileURLToPath(new URL("desktop.py", import.meta.url));
const bus = fileURLToPath(new URL("session.conf", import.meta.url));
/** The keyring ends with its D-Bus session. */
const withKeyring = `printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >&2
shift
exec "$@"`;
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

function started(file, list, options) {
  const child = spawn(file, list, options);
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** A virtual screen that can be drawn on. Another X server that ends may take the socket of a new
 * one away with it, so the screen is tried before it is used. */
async function openScreen() {
  const list = ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"];
  for (let tries = 1; ; ++tries) {
    const screen = started("Xvfb", list, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const lines = createInterface({ input: screen.stdio[3] });
    const [number] = await within(15_000, "a virtual screen", once(lines, "line"));
    const display = `:${number.trim()}`;
    const environment = { DISPLAY: display };
    const tried = await run("xdotool", ["getdisplaygeometry"], { environment });
    if (tried.code === 0) {
      return { screen, display };
    }
    screen.kill();
    if (tries === 5) {
      throw new Error(`no virtual screen can be used: ${tried.errors}`);
    }
  }
}

export class Desktop {
  #waiting = [];
  #last = Promise.resolve();
  log = [];

  constructor(user) {
    this.user = user;
  }

  /** Starts `tandem` with a home of its own below `folder`, which it has again when it is started
   * again. keyring: the password at which this home's keyring is unlocked; else there is none. */
  static async start(user, folder, { list = [], keyring = null } = {}) {
    const desktop = new Desktop(user);
    const home = join(folder, `home-${user}`);
    await mkdir(home, { recursive: true, mode: 0o700 });
    const { screen, display } = await openScreen();
    desktop.screen = screen;
    const environment = {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_DATA_HOME: join(home, "data"),
      QT_QPA_PLATFORM: "xcb",
      LANG: "C.UTF-8",
      LANGUAGE: "en",
    };
    delete environment.WAYLAND_DISPLAY;
    const driven = ["/usr/bin/python3", "-B", driver, program("tandem"), ...list];
    const opened = keyring === null ? [] : ["bash", "-c", withKeyring, "keyring", keyring];
    desktop.#run([...opened, ...driven], environment);
    return desktop;
  }

  #run(list, environment) {
    const all = [`--config-file=${bus}`, "--", ...list];
    this.driver = started("dbus-run-session", all, { env: environment });
    createInterface({ input: this.driver.stdout }).on("line", (line) => {
      this.#waiting.shift()?.(JSON.parse(line));
    });
    createInterface({ input: this.driver.stderr }).on("line", (line) => this.log.push(line));
    this.driver.stdin.on("error", () => {});
    this.ended = once(this.driver, "close").then(() => {
      this.#waiting.splice(0).forEach((tell) => tell({ error: "the driver has ended" }));
    });
  }

  /** One command of desktop.py; throws where it cannot be done. */
  tells(command) {
    const answer = this.#last.then(async () => {
      const reply = new Promise((resolve) => this.#waiting.push(resolve));
      this.driver.stdin.write(`${JSON.stringify(command)}\n`);
      const what = `${this.user}'s desktop: ${command.do} ${command.name ?? ""}`;
      const { value, error } = await within((command.timeout ?? 15) * 1000 + 15_000, what, reply);
      if (error) {
        throw new Error(`${what}: ${error}`);
      }
      return value;
    });
    this.#last = answer.catch(() => {});
    return answer;
  }

  sees(name, options = {}) {
    return this.tells({ do: "wait", name, ...options });
  }

  /** Clicks a button with the pointer, as soon as it is there and enabled. */
  presses(name, options = {}) {
    return this.tells({ do: "click", name, role: "push button", ...options });
  }

  async signsIn(url, password) {
    await this.tells({ do: "fill", name: "Server", text: url, timeout: 30 });
    await this.tells({ do: "fill", name: "User", text: this.user });
    await this.tells({ do: "fill", name: "Password", text: password });
    await this.presses("Sign in");
    await this.sees("Status", { starts: true, timeout: 30 });
  }

  async choosesStatus(name) {
    await this.presses("Status", { role: undefined, starts: true });
    await this.tells({ do: "click", name, role: "menu item" });
  }

  /** Hands the conversation that is shown to the colleague whose name begins so. */
  async transfersTo(name) {
    await this.presses("Transfer");
    await this.tells({ do: "type", name: "Search agents, queues and skills", text: name });
    await this.presses(`Transfer to ${name}`, { starts: true });
  }

  async choosesDisposition(name) {
    await this.presses("Disposition", { role: "combo box" });
    await this.tells({ do: "click", name, role: "list item" });
  }

  /** Gives what the transcript shows. */
  async says(text) {
    await this.tells({ do: "type", name: "Message", text });
    await this.presses("Send");
    return this.hears(text);
  }

  /** Types without sending. */
  types(text) {
    return this.tells({ do: "type", name: "Message", text });
  }

  hears(text, options = {}) {
    return this.tells({ do: "item", name: "Transcript", text, ...options });
  }

  transcript() {
    return this.tells({ do: "items", name: "Transcript" });
  }

  async close() {
    this.driver.stdin.end();
    await within(15_000, "the desktop to close", this.ended).catch(() => {});
    this.screen.kill();
  }
}
