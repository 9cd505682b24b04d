// SPDX-License-Identifier: GPL-3.0-or-later
// Starts that cannot succeed end at once with an error that says what to do; nothing is harmed.
import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { once } from "node:events";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { program, temporaryFolder } from "../support/programs.mjs";
import { run, Server, StartFailure } from "../support/server.mjs";

/** Expects that it does not start, and gives what it wrote. */
async function refusesToStart(t, options, ...words) {
  let log = "";
  await assert.rejects(Server.start(t, options), (error) => {
    assert.ok(error instanceof StartFailure, String(error));
    assert.ok(error.code > 0, `exit code ${error.code}`);
    log = error.log;
    return true;
  });
  for (const word of words) {
    assert.match(log, word);
  }
  assert.doesNotMatch(log, /terminate called|Aborted|core dumped/);
  return log;
}

test("a port that is in use is said to be so", async (t) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  t.after(() => other.close());
  const { port } = other.address();
  await refusesToStart(t, { listen: `127.0.0.1:${port}` }, /in use/i, new RegExp(String(port)));
});

test("a second server on the same data folder is refused, and the first goes on", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { data } = company.server.options;
  await refusesToStart(t, { data }, /in use/i);
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("still served");
  await alice.hearsText(interactionId, "still served");
});

test("a settings file that is no JSON is refused with the place of the fault", async (t) => {
  await refusesToStart(t, { config: '{"chat": {"customerTimeoutMs": 45000' }, /config/i);
  await refusesToStart(t, { config: "\u0000\u0001" }, /config/i);
});

test("a setting that is unknown or of the wrong type is refused by name", async (t) => {
  const wrongType = { chat: { customerTimeoutMs: "soon" } };
  await refusesToStart(t, { config: wrongType }, /customerTimeoutMs/);
  await refusesToStart(t, { config: { chat: { custmerTimeoutMs: 1 } } }, /custmerTimeoutMs/);
  await refusesToStart(t, { config: { routing: { offerTimeoutMs: -5 } } }, /offerTimeoutMs/);
});

test("a data folder that cannot be written is refused", async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, "file"), "not a folder");
  await refusesToStart(t, { data: join(folder, "file", "data") });
});

test("a database that is no database is refused and not overwritten", async (t) => {
  const company = await Company.open(t);
  await company.server.stop();
  const { data } = company.server.options;
  const names = (await readdir(data)).filter((name) => /\.(db|sqlite3?)$/.test(name));
  assert.equal(names.length, 1, `one database file in ${await readdir(data)}`);
  const file = join(data, names[0]);
  await writeFile(file, "this was a database once ".repeat(400));
  await refusesToStart(t, { data });
  assert.match(await readFile(file, "utf8"), /^this was a database once/);
});

test("the demo company is served on loopback only", async (t) => {
  await refusesToStart(t, { listen: "0.0.0.0:0" }, /127\.0\.0\.1/);
});

test("the demo company is not put into a data folder in real use", async (t) => {
  const server = await Server.start(t, { demo: false });
  const { data } = server.options;
  await server.stop();
  const again = await Server.start(t, { data, demo: true }).catch((error) => error);
  if (again instanceof Server) {
    const agent = await AgentClient.connect(again.url);
    t.after(() => agent.drop());
    const isUnknown = (error) => error.reason === "bad_credentials";
    await assert.rejects(agent.login("alice", "demo"), isUnknown);
  } else {
    assert.ok(again instanceof StartFailure, String(again));
  }
});

test("a first start creates one administrator with a password that is told once", async (t) => {
  const server = await Server.start(t, { demo: false });
  const told = [...server.output, server.log].join("\n");
  const password = /password, shown once: (\S{12,})$/m.exec(told)?.[1];
  assert.ok(password, told);
  const user = /as "(\w+)"/.exec(told)[1];
  const administrator = await AgentClient.signedIn(server.url, user, password);
  assert.ok(administrator.welcome.agent.roles.includes("administrator"));
  await administrator.close();
  await server.stop();
  await server.up();
  assert.equal([...server.output, server.log].join("\n").includes(password), false);
  const again = await AgentClient.signedIn(server.url, user, password);
  await again.close();
});

test("a first start that cannot serve keeps no password that nobody was told", async (t) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  t.after(() => other.close());
  const data = join(await temporaryFolder(t), "data");
  const listen = `127.0.0.1:${other.address().port}`;
  await refusesToStart(t, { data, listen, demo: false }, /in use/i);
  const server = await Server.start(t, { data, demo: false });
  const password = /password, shown once: (\S{12,})$/m.exec(server.log)?.[1];
  assert.ok(password, server.log);
  const administrator = await AgentClient.signedIn(server.url, "admin", password);
  await administrator.close();
});

test("it stops within five seconds when asked to, and nothing is lost", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  await customer.says("said just before the stop");
  const began = performance.now();
  const { code } = await company.server.stop();
  assert.equal(code, 0);
  assert.ok(performance.now() - began < 5000);
  await company.server.up();
  await alice.reconnect();
  await alice.resume();
  const texts = (await alice.transcript(interactionId)).map((event) => event.text);
  assert.ok(texts.includes("said just before the stop"));
});

test("unknown options and missing values are wrong usage", async (t) => {
  const data = await temporaryFolder(t);
  await mkdir(data, { recursive: true });
  for (const list of [["--nonsense"], ["--data"], ["--listen", "nowhere"], ["--log-level", "x"]]) {
    const { code, output } = await run(program("tandemd"), ["--data", data, ...list]);
    assert.notEqual(code, 0, list.join(" "));
    assert.doesNotMatch(output, /^ready/m);
  }
  const help = await run(program("tandemd"), ["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.output, /--data[\s\S]*--listen[\s\S]*--demo/);
  assert.equal((await run(program("tandemd"), ["--version"])).code, 0);
});
