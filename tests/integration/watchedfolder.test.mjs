// SPDX-License-Identifier: GPL-3.0-or-later
// Files that other systems put into a folder become work, each once, whatever happens meanwhile.
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { databaseFile, lockHolder } from "../support/lockholder.mjs";
import { MediaSource } from "../support/openmedia.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { run, StartFailure } from "../support/server.mjs";

class Folder {
  static async watched(t, capture = {}) {
    const folder = new Folder();
    folder.path = join(await temporaryFolder(t), "in");
    const config = { capture: { folder: folder.path, intervalMs: 50, ...capture } };
    folder.company = await Company.open(t, { config });
    return folder;
  }

  /** As a writer should: under another name first. */
  async put(name, content) {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(join(this.path, `${name}.part`), text);
    await rename(join(this.path, `${name}.part`), join(this.path, name));
  }

  async names(part = "") {
    return (await readdir(join(this.path, part))).filter((name) => !/^(done|failed)$/.test(name));
  }

  isDone(name) {
    return until(`${name} to be in done/`, async () => (await this.names("done")).includes(name));
  }

  async reason(name) {
    const file = `${name}.reason.txt`;
    await until(`the reason of ${name}`, async () => (await this.names("failed")).includes(name));
    return readFile(join(this.path, "failed", file), "utf8");
  }
}

const task = (externalId, more = {}) => ({
  mediaType: "task",
  queueId: "support",
  externalId,
  ...more,
});

test("a file becomes work that an agent gets", async (t) => {
  const folder = await Folder.watched(t);
  const alice = await folder.company.agent("alice");
  await folder.put("a.json", task("a", { subject: "From a file", attachedData: { k: "ü" } }));
  const interaction = await alice.accepts();
  assert.equal(interaction.subject, "From a file");
  assert.deepEqual(interaction.attachedData, { k: "ü" });
  await folder.isDone("a.json");
  assert.deepEqual(await folder.names(), []);
});

test("the same file twice is one piece of work, with an externalId and without", async (t) => {
  const folder = await Folder.watched(t);
  const alice = await folder.company.agent("alice", { ready: false });
  const nameless = { mediaType: "task", queueId: "support", subject: "no key" };
  for (const done of [["a.json", "b.json"], ["a.2.json", "b.2.json"]]) {
    await folder.put("a.json", task("same"));
    await folder.put("b.json", nameless);
    await folder.isDone(done[0]);
    await folder.isDone(done[1]);
  }
  const waiting = async () =>
    (await alice.ask("queue.list")).queues.find(({ id }) => id === "support").waiting;
  assert.equal(await waiting(), 2);
  await folder.put("b.json", { ...nameless, subject: "another" });
  await folder.isDone("b.3.json");
  assert.equal(await waiting(), 3);
});

test("what cannot be taken says what, where and what to do", async (t) => {
  const folder = await Folder.watched(t);
  await folder.put("queue.json", task("1", { queueId: "nosuch" }));
  assert.match(await folder.reason("queue.json"), /no queue "nosuch".*\(queueId\)[^]*What to do/);
  await folder.put("list.json", [task("l1"), task("l2", { mediaType: "chat" })]);
  assert.match(await folder.reason("list.json"), /Entry 2: There is no media type "chat"/);
  await folder.put("text.json", "not JSON");
  assert.match(await folder.reason("text.json"), /Not valid JSON near byte/);
  await folder.put("parent.json", task("2", { parentId: "0000000000001" }));
  assert.match(await folder.reason("parent.json"), /parentId/);
  // Put right and dropped again: what was taken is not taken twice.
  await folder.put("list.json", [task("l1"), task("l2")]);
  await folder.isDone("list.json");
  const source = new MediaSource(folder.company.server.url);
  for (const externalId of ["l1", "l2"]) {
    assert.equal((await source.does("get", { externalId })).state, "queued");
  }
});

test("files wait while the store takes nothing, and are taken once when it does", async (t) => {
  const folder = await Folder.watched(t);
  const file = await databaseFile(folder.company.server.options.data);
  const release = await lockHolder(t, file);
  await folder.put("w.json", task("w"));
  await until("the server to notice", async () => {
    const answer = await fetch(`${folder.company.server.url}/health`);
    return answer.status === 503;
  });
  assert.deepEqual(await folder.names(), ["w.json"]);
  await release();
  await folder.isDone("w.json");
  assert.deepEqual(await folder.names("failed"), []);
});

test("a server that is killed between commit and move does nothing twice", async (t) => {
  const folder = await Folder.watched(t, { intervalMs: 1 });
  const { server } = folder.company;
  const count = 400;
  const writing = (async () => {
    for (let i = 0; i < count; i += 1) {
      await folder.put(`f${String(i).padStart(4, "0")}.json`, task(`k${i}`));
    }
  })();
  for (let kill = 0; kill < 8; kill += 1) {
    await pause(40 + Math.random() * 120);
    await server.crashAndRestart();
  }
  await writing;
  await until("all files to be taken", async () => (await folder.names()).length === 0, 30_000);
  assert.equal((await folder.names("done")).length, count);
  assert.deepEqual(await folder.names("failed"), []);
  await server.stop();
  const file = await databaseFile(server.options.data);
  const counts = "SELECT count(*), count(DISTINCT external_id) FROM interaction";
  const sql = `${counts} WHERE media_type = 'task'`;
  const { output } = await run("sqlite3", [file, sql]);
  assert.equal(output.trim(), `${count}|${count}`);
});

test("a folder that cannot be used is named at the start", async (t) => {
  const path = join(await temporaryFolder(t), "file");
  await writeFile(path, "");
  const config = { capture: { folder: join(path, "in") } };
  await assert.rejects(Company.open(t, { config }), (error) => {
    assert.ok(error instanceof StartFailure);
    assert.match(error.log, /capture\.folder/);
    return true;
  });
});

test("a folder that is taken away is waited for", async (t) => {
  const folder = await Folder.watched(t);
  await rm(folder.path, { recursive: true });
  await until("the server to complain", () => /watched folder/.test(folder.company.server.log));
  for (const part of ["", "done", "failed"]) {
    await mkdir(join(folder.path, part), { recursive: true });
  }
  await folder.put("back.json", task("back"));
  await folder.isDone("back.json");
});
