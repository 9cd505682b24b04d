// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of sessions of a strategy wait for their timers while the server is killed: all go on,
// and no timer fires twice.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";

const sessions = 5_000;
const ticks = 4;
const tickMs = 4_000;
const kills = 3;

const document = `<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:t="urn:tandem:strategy"
  version="1.0" datamodel="ecmascript" initial="counting">
<datamodel><data id="interaction"/><data id="n" expr="0"/></datamodel>
<state id="counting">
  <onentry><send event="tick" delay="${tickMs}ms"/></onentry>
  <transition event="tick" cond="n &lt; ${ticks - 1}" target="counting">
    <assign location="n" expr="n + 1"/></transition>
  <transition event="tick" target="waiting"/>
</state>
<state id="waiting">
  <onentry><t:ixn.setData name="ticks" valueexpr="n + 1"/><t:queue.submit/></onentry>
  <transition event="queue.submit.done" target="over"/>
</state>
<final id="over"/>
</scxml>`;

const counts = `
import json, sqlite3, sys
store = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
rows = store.execute("""SELECT s.id, s.outcome, s.states,
    (SELECT count(*) FROM strategy_step WHERE session_id = s.id AND event = 'timer'),
    (SELECT count(*) FROM strategy_step WHERE session_id = s.id AND step IS NULL)
    FROM strategy_session s""").fetchall()
told = {"sessions": len(rows), "failed": 0, "waiting": 0, "unanswered": 0, "timers": {}}
for _, outcome, states, timers, unanswered in rows:
    told["failed"] += outcome == "failed"
    told["waiting"] += json.loads(states) == ["waiting"]
    told["unanswered"] += unanswered
    told["timers"][timers] = told["timers"].get(timers, 0) + 1
print(json.dumps(told))
`;

async function counted(server) {
  const file = join(server.options.data, "tandem.sqlite");
  const { stdout } = await promisify(execFile)("/usr/bin/python3", ["-B", "-c", counts, file]);
  return JSON.parse(stdout);
}

async function begins(company, ada) {
  const strategyId = "counting";
  await ada.ask("strategy.install", { strategyId, document });
  const { document: site } = await ada.ask("admin.site", {});
  const support = site.queues.find(({ id }) => id === "support");
  await ada.ask("admin.apply", { put: { queues: [{ ...support, strategy: strategyId }] } });
  const asked = [];
  for (let number = 0; number < sessions; ++number) {
    const externalId = `counting ${number}`;
    asked.push(
      ada.ask("interaction.submit", { mediaType: "mail", queueId: "support", externalId }),
    );
    if (asked.length === 50) {
      await Promise.all(asked.splice(0));
    }
  }
  await Promise.all(asked);
}

test("5,000 sessions go on after kills, and no timer fires twice", async (t) => {
  const company = await Company.open(t);
  const ada = await company.agent("ada", { ready: false });
  await begins(company, ada);
  for (let kill = 0; kill < kills; ++kill) {
    await new Promise((resolve) => setTimeout(resolve, 1_500 + 700 * kill));
    await company.server.crashAndRestart();
  }
  const end = await until(
    "all sessions to wait in their queue",
    async () => {
      const told = await counted(company.server);
      return told.waiting === sessions && told.unanswered === 0 ? told : null;
    },
    120_000,
  );
  assert.equal(end.sessions, sessions);
  assert.equal(end.failed, 0);
  assert.deepEqual(end.timers, { [ticks]: sessions });
  const sam = await AgentClient.signedIn(company.server.url, "sam");
  t.after(() => sam.drop());
  const { queues } = await sam.ask("queue.list");
  assert.equal(queues.find(({ id }) => id === "support").waiting, sessions);
});
