// SPDX-License-Identifier: GPL-3.0-or-later
// The load generator: what it says of a server that keeps its promises, and of one that does not.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { loaded } from "../measurements/load.mjs";
import { noticesLosses, severalTimesT8 } from "../measurements/p1.mjs";
import { program, temporaryFolder } from "../support/programs.mjs";
import { run, Server } from "../support/server.mjs";

const tandemLoad = (...words) => run(program("tandem-load"), words);
const small = ["chat", "--open", "8", "--messages", "30", "--starts", "2", "--agents", "3"];

test("of a server that keeps its promises nothing is lost, doubled or out of order", async (t) => {
  const server = await Server.start(t);
  const report = await severalTimesT8(server, 0.1, 4, { seed: 1 });
  assert.ok(report.isClean, JSON.stringify(report.counts));
  const { counts, spans } = report;
  assert.ok(counts.acknowledged > 0 && counts.acknowledged === counts.sent);
  assert.equal(spans.acknowledge.count + spans.agent_acknowledge.count, counts.acknowledged);
  assert.ok(spans.poll.count > 0 && report.server_cores >= 0);
});

test("connections that break and pages that are loaded anew lose nothing", async (t) => {
  const server = await Server.start(t);
  const unrest = ["--drop-every", "2", "--reload-every", "3", "--seconds", "5"];
  const report = await loaded(server, [...small, ...unrest]);
  assert.ok(report.isClean, JSON.stringify(report.counts));
  assert.ok(report.counts.dropped > 5 && report.spans.return.count > 5);
});

test("messages that are lost or shown twice are noticed", async (t) => {
  assert.ok(await noticesLosses(await Server.start(t), { seed: 1 }));
});

async function unitsCommitted(server) {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^tandem_store_units_total (\d+)/m.exec(metrics)[1]);
}

test("saturation counts what was acknowledged, and the store has it", async (t) => {
  const server = await Server.start(t);
  const words = ["saturate", "--connections", "4", "--warm-up", "0", "--seconds", "1"];
  const before = await unitsCommitted(server);
  const { counts } = await loaded(server, words);
  const committed = (await unitsCommitted(server)) - before;
  assert.ok(counts.acknowledged > 50 && counts.refused + counts.failed === 0);
  assert.ok(committed >= counts.acknowledged, `${committed} of ${counts.acknowledged}`);
});

test("two servers are compared in turn", async (t) => {
  const file = join(await temporaryFolder(t), "report.json");
  const [first, second] = [program("tandemd"), `${program("tandemd")} --log-level error`];
  const words = ["saturate", "--connections", "2", "--warm-up", "0", "--seconds", "1"];
  const both = ["--compare", first, "--compare", second, "--rounds", "1", "--json", file];
  const { code, output } = await tandemLoad(...words, ...both);
  assert.equal(code, 0, output);
  assert.match(output, /acknowledged\/s .*\d+\.\d\d/);
  const report = JSON.parse(await readFile(file, "utf8"));
  assert.deepEqual(Object.keys(report), [first, second]);
});

test("what cannot be run says why", async (t) => {
  const server = await Server.start(t);
  const wrong = await tandemLoad("chat", "--times", "many");
  assert.equal(wrong.code, 2);
  assert.match(wrong.errors, /--times is a number, 0\.01 to 200; not "many"\./);
  assert.equal((await tandemLoad()).code, 2);
  assert.equal((await tandemLoad("--help")).code, 0);
  const stranger = await tandemLoad("chat", "--server", server.url, "--user", "nobody");
  assert.equal(stranger.code, 3);
  assert.match(stranger.errors, /The administrator nobody could not sign in: /);
  await server.stop();
  const gone = await tandemLoad("chat", "--server", server.url, "--seconds", "1");
  assert.equal(gone.code, 3);
});
