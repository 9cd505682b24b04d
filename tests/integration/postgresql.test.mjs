// SPDX-License-Identifier: GPL-3.0-or-later
// The server on its second store: the same work, and what happens when the database goes away.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { CustomerFiles, hashOf, png, text } from "../support/files.mjs";
import { Postgres } from "../support/postgres.mjs";
import { program, temporaryFolder } from "../support/programs.mjs";
import { run, Server, StartFailure } from "../support/server.mjs";
import { conversing, goesOn, health, refusesToSay } from "../support/storefaults.mjs";

const onDatabase = (database) => ({ arguments: ["--database", database.url] });
const tandemctl = (...words) => run(program("tandemctl"), words);

async function textsOf(agent, interactionId) {
  const events = await agent.transcript(interactionId);
  return events.filter(({ type }) => type === "Message").map(({ text }) => text);
}

test("a killed server goes on from PostgreSQL with nothing lost", async (t) => {
  const database = await Postgres.start(t);
  const scene = await conversing(t, onDatabase(database));
  await scene.alice.says(scene.interactionId, "ü and 📦", "one");
  await assert.rejects(scene.alice.says(scene.interactionId, "a\0b"), /NUL/);
  await scene.company.server.crashAndRestart();
  await goesOn(scene, "after");
  const texts = await textsOf(scene.alice, scene.interactionId);
  assert.deepEqual(texts, ["before", "ü and 📦", "after", "answer to after"]);
});

test("a second server is told that the database is in use", async (t) => {
  const database = await Postgres.start(t);
  await Server.start(t, onDatabase(database));
  await assert.rejects(Server.start(t, onDatabase(database)), (error) => {
    assert.ok(error instanceof StartFailure);
    assert.match(error.log, /in use by another Tandem server/);
    return error.code === 1;
  });
});

test("a database that is not there, or no address of one", async (t) => {
  const nowhere = ["--database", "postgresql://tandem:s3cret@/none?host=/no/such/folder"];
  await assert.rejects(Server.start(t, { arguments: nowhere }), (error) => {
    assert.match(error.log, /Cannot use the store PostgreSQL database none at \/no\/such\/folder/);
    assert.doesNotMatch(error.log, /s3cret/);
    return error.code === 1;
  });
  const wrong = ["--database", "mysql://localhost/tandem"];
  await assert.rejects(Server.start(t, { arguments: wrong }), (error) => error.code === 2);
});

test("a database that is killed: refused at once, and on again by itself", async (t) => {
  const database = await Postgres.start(t);
  const scene = await conversing(t, onDatabase(database));
  await database.stop();
  await refusesToSay(scene, "lost");
  assert.equal(await health(scene.company.server.url), 503);
  await database.up();
  await goesOn(scene, "again");
  assert.ok(!(await textsOf(scene.alice, scene.interactionId)).includes("lost"));
});

test("a database that stands still: refused within a second, and on again", async (t) => {
  const database = await Postgres.start(t);
  const scene = await conversing(t, onDatabase(database));
  await database.signal("SIGSTOP");
  for (let count = 0; count < 3; ++count) {
    const began = performance.now();
    const answer = await scene.customer.tries("send", { message: "still", clientMessageId: "s" });
    const took = performance.now() - began;
    assert.ok(answer.status === 503 || answer.body.statusCode === 1, JSON.stringify(answer.body));
    assert.ok(took < 1500, `refused after ${took} ms`);
  }
  await until("health to say so", async () => (await health(scene.company.server.url)) === 503);
  await database.signal("SIGCONT");
  await goesOn(scene, "moving");
  const texts = await textsOf(scene.alice, scene.interactionId);
  assert.ok(texts.filter((text) => text === "still").length <= 1);
});

/** What a company holds besides words, as it was put there and as it is got back. */
async function bytesOf(agent, { fileId, picture }) {
  const file = await agent.ask("file.read", { fileId, offset: 0 });
  const shown = await agent.ask("agent.picture", { hash: picture });
  return [file, shown].map(({ bytes }) => Buffer.from(bytes, "base64"));
}

async function givesBytes({ customer, alice }) {
  const bytes = [text(300_000), png(64, 64)];
  const { body } = await new CustomerFiles(customer).upload("invoice.txt", bytes[0]);
  await alice.ask("agent.setPicture", { bytes: bytes[1].toString("base64") });
  return { fileId: body.userData["file-id"], picture: hashOf(bytes[1]), bytes };
}

test("a company moves from SQLite to PostgreSQL and back, and comes from a backup", async (t) => {
  const first = await conversing(t);
  const given = await givesBytes(first);
  const { data } = first.company.server.options;
  const folder = await temporaryFolder(t);
  const backup = join(folder, "backup.sqlite");
  const running = await tandemctl("backup", backup, "--data", data);
  assert.equal(running.code, 0, running.errors);
  assert.match(running.output, /rows of .*tandem\.sqlite are in .*backup\.sqlite/);
  const twice = await tandemctl("backup", backup, "--data", data);
  assert.match(twice.errors, /there already/);
  assert.equal(twice.code, 1);
  const inUse = await tandemctl("restore", backup, "--data", data);
  assert.match(inUse.errors, /in use by another Tandem process/);
  await first.company.server.stop();

  const database = await Postgres.start(t);
  const moved = await tandemctl("store", "copy", data, database.url);
  assert.equal(moved.code, 0, moved.errors);
  const again = await tandemctl("restore", backup, "--database", database.url);
  assert.match(again.errors, /holds a company already/);
  const server = await Server.start(t, { data, ...onDatabase(database) });
  const company = new Company(t, server);
  const ada = await company.agent("sam", { ready: false });
  assert.deepEqual(await textsOf(ada, first.interactionId), ["before"]);
  assert.deepEqual(await bytesOf(ada, given), given.bytes);
  await server.stop();

  const back = join(folder, "back");
  const dumped = await tandemctl("backup", `${back}.sqlite`, "--database", database.url);
  assert.equal(dumped.code, 0, dumped.errors);
  const restored = await tandemctl("restore", `${back}.sqlite`, "--data", back);
  assert.equal(restored.code, 0, restored.errors);
  const last = new Company(t, await Server.start(t, { data: back }));
  const sam = await last.agent("sam", { ready: false });
  assert.deepEqual(await textsOf(sam, first.interactionId), ["before"]);
  assert.deepEqual(await bytesOf(sam, given), given.bytes);
});

test("what is no store, or no command", async (t) => {
  const folder = await temporaryFolder(t);
  const missing = await tandemctl("restore", join(folder, "none.sqlite"), "--data", folder);
  assert.match(missing.errors, /There is no store .*none\.sqlite/);
  assert.equal(missing.code, 1);
  const wrong = await tandemctl("store", "move", "a", "b");
  assert.match(wrong.errors, /store copy FROM TO/);
  assert.equal(wrong.code, 2);
});
