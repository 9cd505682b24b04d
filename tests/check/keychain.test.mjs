// SPDX-License-Identifier: GPL-3.0-or-later
// Staying signed in: the session's token goes into the keyring of the real desktop session and
// nowhere else; where there is no keyring, or it stays locked, the password is asked again.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { Server } from "../support/server.mjs";
import { Desktop } from "./desktop.mjs";

const keyring = "the keyring's password";

/** Alice's computer: her desktop can be started again and again with what it kept. */
async function computer(t) {
  const server = await Server.start(t);
  const folder = await temporaryFolder(t);
  const desktop = async (options) => {
    const started = await Desktop.start("alice", folder, options);
    t.after(() => started.close());
    return started;
  };
  return { folder, server, desktop };
}

async function asksForThePassword(desktop) {
  await desktop.sees("Password", { timeout: 30 });
  await desktop.sees("Sign in", { role: "push button" });
  const shown = await desktop.tells({ do: "tree" });
  assert.ok(!shown.some((one) => one.includes("Status")), shown.join("\n"));
}

function secrets(desktop) {
  return desktop.tells({ do: "secrets", service: "tandem" });
}

function unlessGone(error) {
  if (error.code !== "ENOENT") {
    throw error;
  }
  return [];
}

/** The files below that hold the text as it is. The keyring that ends may still tidy up. */
async function filesWith(text, folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(unlessGone)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      found.push(...(await filesWith(text, path)));
    } else if (entry.isFile() && (await readFile(path).catch(unlessGone)).includes(text)) {
      found.push(path);
    }
  }
  return found;
}

test("who is remembered signs in without a password while the keyring is open", async (t) => {
  const { folder, server, desktop } = await computer(t);
  const first = await desktop({ keyring });
  await first.signsIn(server.url, "demo");
  const [token] = await until("the token to be in the keyring", async () => {
    const kept = await secrets(first);
    return kept.length === 1 && kept;
  });
  assert.ok(token.length >= 22, "the token is a secret");
  await first.close();
  assert.deepEqual(await filesWith(token, folder), [], "the token lies in no file");
  assert.notDeepEqual(await filesWith("alice", folder), [], "the search finds what is no secret");

  const second = await desktop({ keyring });
  await second.sees("Status", { starts: true, timeout: 30 });
  assert.deepEqual(await secrets(second), [token], "the same session went on");
  await second.close();

  const locked = await desktop({ keyring: "another password" });
  await asksForThePassword(locked);
  await locked.close();

  const without = await desktop();
  await asksForThePassword(without);
  await without.signsIn(server.url, "demo");
  await without.sees("There is no keychain on this computer", { starts: true });
});

test("who signs out is asked for the password, and the keyring keeps nothing", async (t) => {
  const { server, desktop } = await computer(t);
  const first = await desktop({ keyring });
  await first.signsIn(server.url, "demo");
  await until("the token to be in the keyring", async () => (await secrets(first)).length === 1);
  await first.presses("Your menu", { role: undefined });
  await first.tells({ do: "click", name: "Sign out", role: "menu item" });
  await first.sees("Password");
  await until("the keyring to be empty", async () => (await secrets(first)).length === 0);
  await first.close();
  const second = await desktop({ keyring });
  await asksForThePassword(second);
});
