// SPDX-License-Identifier: GPL-3.0-or-later
// What monitoring reads: /metrics of a server at work.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { RestCustomer } from "../support/rest.mjs";
import { Server, StartFailure } from "../support/server.mjs";

async function metrics(company) {
  const answer = await fetch(`${company.server.url}/metrics`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  const samples = new Map();
  for (const line of (await answer.text()).trimEnd().split("\n")) {
    const found = /^([a-z_]+(?:\{[^}]*\})?) (\S+)$/.exec(line);
    assert.ok(found || /^# (HELP|TYPE) [a-z_]+ \S/.test(line), line);
    if (found) {
      assert.ok(!samples.has(found[1]), `${found[1]} is told once`);
      samples.set(found[1], Number(found[2]));
    }
  }
  return samples;
}

test("monitoring sees what waits, who works, and how the server does", async (t) => {
  const company = await Company.open(t);
  const before = await metrics(company);
  assert.equal(before.get('tandem_interactions_waiting{queue="support"}'), 0);
  assert.equal(before.get('tandem_agents{state="ready"}'), 0);
  assert.equal(before.get("tandem_store_healthy"), 1);
  const customer = await company.customer().starts();
  await company.customer().starts();
  const alice = await company.agent("alice");
  await alice.accepts(customer.chatId);
  const after = await metrics(company);
  assert.equal(after.get('tandem_interactions_entered_total{queue="support"}'), 2);
  assert.equal(after.get('tandem_interactions_accepted_total{queue="support"}'), 1);
  assert.equal(after.get('tandem_interactions_waiting{queue="support"}'), 1);
  assert.equal(after.get('tandem_interactions_handling{queue="support"}'), 1);
  assert.equal(after.get('tandem_agents{state="ready"}'), 1);
  assert.equal(after.get("tandem_agents_connected"), 1);
  for (const grown of ["tandem_core_jobs_total", "tandem_store_units_total",
    "tandem_store_commits_total", "tandem_gateway_requests_total"]) {
    assert.ok(after.get(grown) > before.get(grown), grown);
  }
  assert.ok(after.get("process_resident_memory_bytes") > 1e6);
});

test("what a proxy passes on may not read figures", async (t) => {
  const company = await Company.open(t);
  const headers = { "X-Forwarded-For": "192.0.2.7" };
  const answer = await fetch(`${company.server.url}/metrics`, { headers });
  assert.equal(answer.status, 403);
  assert.equal((await answer.json()).error.code, "not_permitted");
});

test("who may read figures is named by address", async (t) => {
  const data = await temporaryFolder(t);
  const config = { gateway: { metricsFrom: ["10.0.0.7", "2001:DB8::1"] } };
  await Server.start(t, { data, config });
  const wrong = { gateway: { metricsFrom: ["monitoring.example"] } };
  await assert.rejects(
    Server.start(t, { config: wrong }),
    (error) => error instanceof StartFailure && /metricsFrom.*monitoring\.example/.test(error.log),
  );
});

test("with debug each request is a line of the log, without what was said", async (t) => {
  const server = await Server.start(t, { demo: true, arguments: ["--log-level", "debug"] });
  const words = { nickname: "Rosalind", subject: "A lost parcel" };
  const { body } = await RestCustomer.post(`${server.url}/genesys/2/chat/support`, words);
  assert.equal(body.statusCode, 0);
  await RestCustomer.post(`${server.url}/genesys/2/chat/support/1/refresh`, { secureKey: "x" });
  await server.stop();
  assert.match(server.log, /customer\.start: done/);
  assert.match(server.log, /customer\.refresh: not_found/);
  assert.doesNotMatch(server.log, /Rosalind|parcel/);
});
