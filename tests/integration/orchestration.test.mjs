// SPDX-License-Identifier: GPL-3.0-or-later
// Strategies on a running server: installed and traced with tandemctl, felt by customers and
// agents.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { answers, refuses } from "../support/ctl.mjs";
import { until } from "../support/condition.mjs";
import { temporaryFolder } from "../support/programs.mjs";

const strategy = (body) => `<scxml xmlns="http://www.w3.org/2005/07/scxml"
  xmlns:t="urn:tandem:strategy" version="1.0" datamodel="ecmascript" name="Own" initial="first">
<datamodel><data id="interaction"/></datamodel>
${body}
</scxml>`;

const greeting = strategy(`<state id="first">
<onentry><t:chat.say textexpr="'Hello ' + interaction.contactName"/><t:queue.submit/></onentry>
<transition event="queue.submit.done" target="over"/></state><final id="over"/>`);

async function names(ada, strategyId, more = {}) {
  const { document } = await ada.ask("admin.site", {});
  const support = document.queues.find(({ id }) => id === "support");
  const put = { queues: [{ ...support, strategy: strategyId }], ...more };
  await ada.ask("admin.apply", { put });
}

async function filed(t, text) {
  const file = join(await temporaryFolder(t), "own.scxml");
  await writeFile(file, text);
  return file;
}

test("a strategy is installed, greets, submits and is traced", async (t) => {
  const company = await Company.open(t);
  const file = await filed(t, greeting);
  const words = ["strategy", "install", "own", file, "--note", "first try"];
  assert.match(await answers(company, "ada", words), /Version 1 of own is active\./);
  const listed = await answers(company, "ada", ["strategy", "list"]);
  assert.match(listed, /own +Own +1 +1 +0/);
  assert.match(listed, /basic_chat +Basic chat/);
  assert.equal(await answers(company, "ada", ["strategy", "show", "own"]), greeting);

  const ada = await company.agent("ada", { ready: false });
  await names(ada, "own");
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await customer.hears("Hello Maria");
  await alice.accepts(customer.chatId);
  let traced;
  await until("the session to be over", async () => {
    traced = await answers(company, "ada", ["strategy", "trace", customer.chatId]);
    return /own 1, .*finished/.test(traced);
  });
  assert.match(traced, /chat\.say text="Hello Maria"/);
  assert.match(traced, /queue\.submit\.done .*"agent":"alice"/);
  const sessions = await answers(company, "ada", ["strategy", "sessions", "own", "--all"]);
  assert.match(sessions, /own +1 .*over +finished/);
});

test("what is wrong with a document refuses it, and nothing is stored", async (t) => {
  const company = await Company.open(t);
  const bad = await filed(t, strategy('<state id="first"><onentry><t:fly/></onentry></state>'));
  const refused = await refuses(company, "ada", ["strategy", "install", "own", bad]);
  assert.match(refused, /line 4, column 28: there is no action <fly>/);
  await refuses(company, "ada", ["strategy", "show", "own"]);
  await refuses(company, "alice", ["strategy", "list"]);
  const ada = await company.agent("ada", { ready: false });
  const { findings } = await ada.ask("strategy.check", { document: "<scxml" });
  assert.equal(findings.length, 1);
  await assert.rejects(names(ada, "own"), /install it first/);
});

test("versions go forward and back", async (t) => {
  const company = await Company.open(t);
  const first = await filed(t, greeting);
  const second = await filed(t, greeting.replace("Hello", "Welcome"));
  await answers(company, "ada", ["strategy", "install", "own", first]);
  await answers(company, "ada", ["strategy", "install", "own", second]);
  const ada = await company.agent("ada", { ready: false });
  await names(ada, "own");
  await (await company.customer().starts()).hears("Welcome Maria");
  await answers(company, "ada", ["strategy", "activate", "own", "1"]);
  await (await company.customer().starts()).hears("Hello Maria");
  await refuses(company, "ada", ["strategy", "activate", "own", "7"]);
  await refuses(company, "ada", ["strategy", "remove", "own"]);
});

test("a strategy asks an allowed system and uses its answer", async (t) => {
  const company = await Company.open(t);
  const crm = createServer((request, response) => {
    let body = "";
    request.on("data", (bytes) => (body += bytes));
    request.on("end", () => response.end(JSON.stringify({ tier: `gold ${JSON.parse(body).who}` })));
  });
  await new Promise((resolve) => crm.listen(0, "127.0.0.1", resolve));
  t.after(() => crm.close());
  const base = `http://127.0.0.1:${crm.address().port}/tier`;
  const asking = strategy(`<state id="first">
<onentry><t:http url="${base}" method="POST"><param name="who" expr="interaction.contactName"/>
</t:http></onentry>
<transition event="http.done" target="say"/>
<transition event="error.http" target="failed"/></state>
<state id="say"><onentry><t:chat.say textexpr="JSON.parse(_event.data.body).tier"/><t:queue.submit/>
</onentry></state>
<state id="failed"><onentry><t:chat.say textexpr="_event.data.reason"/><t:queue.submit/></onentry>
</state>`);
  const ada = await company.agent("ada", { ready: false });
  await ada.ask("strategy.install", { strategyId: "own", document: asking });
  await names(ada, "own");
  await (await company.customer().starts()).hears("not_permitted");
  const { document } = await ada.ask("admin.site", {});
  await names(ada, "own", { rules: { ...document.rules, httpAllowed: [{ url: base }] } });
  await (await company.customer().starts()).hears("gold Maria");
});

test("a customer's words reach the strategy", async (t) => {
  const company = await Company.open(t);
  const echo = strategy(`<state id="first">
<transition event="chat.message" cond="_event.data.text == 'agent'" target="out"/>
<transition event="chat.message"><t:chat.say textexpr="'You said ' + _event.data.text"/>
</transition>
</state><state id="out"><onentry><t:queue.submit/></onentry></state>`);
  const ada = await company.agent("ada", { ready: false });
  await ada.ask("strategy.install", { strategyId: "own", document: echo });
  await names(ada, "own");
  const alice = await company.agent("alice");
  const customer = await company.customer().starts();
  await customer.says("hm");
  await customer.hears("You said hm");
  const { places } = await ada.ask("strategy.places", { strategyId: "own" });
  assert.deepEqual(places, [
    { state: "first", count: 1, interactionIds: [customer.chatId] },
  ]);
  await customer.says("agent");
  await alice.accepts(customer.chatId);
});
