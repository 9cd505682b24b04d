// SPDX-License-Identifier: GPL-3.0-or-later
// Administrators change how the company is set up: as a whole, at once, on record, undoable.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { AgentClient } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { answers, ctl, refuses } from "../support/ctl.mjs";
import { temporaryFolder } from "../support/programs.mjs";

const ada = "ada";

const exported = (company) => answers(company, ada, ["site", "export"]);
const put = (company, kind, object) =>
  answers(company, ada, [kind, "put", "-"], { input: JSON.stringify(object) });
const putRefused = (company, kind, object) =>
  refuses(company, ada, [kind, "put", "-"], { input: JSON.stringify(object) });

test("an export that is imported is the same byte for byte, also in another company", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];
  await put(company, "calendar", {
    id: "late",
    name: "Late \u201cshift\u201d",
    timeZone: "America/New_York",
    hours: [{ days: ["friday"], from: "22:00", to: "06:00" }],
    specialDays: [{ date: "2026-12-25", name: "Christmas", hours: [] }],
  });
  await answers(company, ada, ["site", "export", first]);
  const same = await answers(company, ada, ["site", "import", first]);
  assert.match(same, /Nothing differs/);
  assert.equal((await answers(company, ada, ["site", "audit"])).trim().split("\n").length, 2);

  const other = await Company.open(t);
  assert.match(await answers(other, ada, ["site", "import", first]), /\+ calendar "late"/);
  await answers(other, ada, ["site", "export", second]);
  assert.equal(await readFile(second, "utf8"), await readFile(first, "utf8"));
  await other.server.crashAndRestart();
  assert.equal(await exported(other), await readFile(first, "utf8"));
});

test("a dry run shows the difference and changes nothing", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const file = join(folder, "site.json");
  const before = await exported(company);
  const site = JSON.parse(before);
  site.queues[0].name = "Help";
  site.queues[3].steps[1].targets[0].expression = "support >= 4";
  site.skills.push({ id: "dutch", name: "Dutch" });
  const gone = site.statistics.pop();
  await writeFile(file, JSON.stringify(site));
  const shown = await answers(company, ada, ["site", "import", file, "--dry-run"]);
  assert.match(shown, /^\+ skill "dutch"\n {4}id: "dutch"\n {4}name: "Dutch"$/m);
  assert.match(shown, /^~ queue "support"\n {4}name: "Support" -> "Help"$/m);
  assert.match(
    shown,
    /^ {4}steps\[1\]\.targets\[0\]\.expression: "support >= 3" -> "support >= 4"$/m,
  );
  assert.ok(shown.includes(`- statistic "${gone.id}"`), shown);
  assert.match(shown, /dry run/);
  assert.equal(await exported(company), before);
  assert.match(await answers(company, ada, ["site", "import", file]), /entry 1 of the audit/);
  assert.deepEqual(JSON.parse(await exported(company)), site);
});

test("a changed queue is used for the next chat and for those that wait", async (t) => {
  const company = await Company.open(t);
  const bob = await company.agent("bob");
  const onlyCarol = [{ afterMs: 0, targets: [{ agent: "carol" }] }];
  await put(company, "queue", { id: "billing", steps: onlyCarol });
  const customer = await company.customer("billing").starts();
  assert.equal(await bob.hasHeard("interaction.offered"), false);
  await put(company, "queue", { id: "billing", steps: [] });
  await bob.accepts(customer.chatId);
});

test("an agent's new skills and capacity count at once", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  await answers(company, ada, ["user", "set", "bob", "--skill", "billing=0"]);
  const bob = await company.agent("bob");
  const customer = await company.customer("billing").starts();
  assert.equal(await alice.hasHeard("interaction.offered"), false);
  assert.equal(await bob.hasHeard("interaction.offered"), false);
  await answers(company, ada, ["user", "set", "alice", "--skill", "billing=2"]);
  await alice.accepts(customer.chatId);

  await put(company, "capacity", {
    id: "one",
    name: "One at a time",
    channels: [{ mediaType: "chat", most: 1, weight: 1 }],
  });
  await answers(company, ada, ["user", "set", "alice", "--capacity", "one"]);
  await company.customer("billing").starts();
  assert.equal(await alice.hasHeard("interaction.offered"), false);
  await answers(company, ada, ["user", "set", "alice", "--capacity", ""]);
  await alice.offered();
});

test("what makes no sense is refused with the place, and nothing of it is applied", async (t) => {
  const company = await Company.open(t);
  const before = await exported(company);
  const step = (expression) => [{ afterMs: 0, targets: [{ expression }] }];
  const queue = (rest) => ({ id: "new", name: "New", ...rest });
  const cases = [
    ["queue", queue({ steps: step("german >= 3 & billng") }), /no skill "billng", at column 15/],
    ["queue", queue({ steps: step("german >= ") }), /steps\[0\].*at column 11/],
    ["queue", queue({ steps: step("german > 5 & german < 3") }), /never be true.*column 14/],
    ["queue", { id: "sales", overflow: { afterMs: 1, queueId: "sales" } }, /"sales" -> "sales"/],
    ["queue", queue({ calendar: "nowhere" }), /Queue "new", calendar: .*no calendar "nowhere"/],
    [
      "capacity",
      { id: "none", name: "None", channels: [{ mediaType: "chat", most: 0, weight: 1 }] },
      /channels\[0\]\.most: 0 is not from 1/,
    ],
    ["calendar", { id: "office", timeZone: "Europe/Atlantis" }, /no time zone "Europe\/Atlantis"/],
    [
      "calendar",
      { id: "office", hours: [{ days: ["monday"], from: "25:00", to: "26:00" }] },
      /hours\[0\]\.from.*"25:00"/,
    ],
    ["skill", { id: "a b", name: "X" }, /1 to 64 letters/],
    ["skill", { id: "german", nme: "X" }, /"nme" is not a known member/],
    ["rules", { missedOffers: -1 }, /missedOffers/],
  ];
  for (const [kind, object, message] of cases) {
    assert.match(await putRefused(company, kind, object), message);
  }
  // One wrong object spoils the whole list.
  const list = [
    { id: "fine", name: "Fine" },
    { id: "german", name: "" },
  ];
  assert.match(await putRefused(company, "skill", list), /Skill "german", name/);
  assert.match(await refuses(company, ada, ["skill", "remove", "german"]), /Agent "alice"/);
  assert.match(await refuses(company, ada, ["skill", "remove", "dutch"]), /no skill "dutch"/);
  assert.equal(await exported(company), before);
});

test("a queue in which something waits is not removed", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice", { ready: false });
  const customer = await company.customer("vip").starts();
  await refuses(company, ada, ["queue", "remove", "vip"]);
  await alice.ready();
  await alice.accepts(customer.chatId);
  await refuses(company, ada, ["queue", "remove", "vip"]);
  await alice.ask("interaction.markDone", { interactionId: customer.chatId });
  assert.match(await answers(company, ada, ["queue", "remove", "vip"]), /^- queue "vip"$/m);
});

test("who changed what is on record and can be taken back", async (t) => {
  const company = await Company.open(t);
  const before = await exported(company);
  await put(company, "skill", { id: "dutch", name: "Dutch" });
  await put(company, "skill", { id: "dutch", name: "Nederlands" });
  assert.match(await refuses(company, ada, ["site", "undo", "1"]), /skill "dutch"/);
  await company.server.crashAndRestart();
  const audit = JSON.parse(await answers(company, ada, ["--json", "site", "audit"]));
  assert.deepEqual(
    audit.entries.map(({ auditId, userName, action }) => [auditId, userName, action]),
    [
      [2, "ada", "apply"],
      [1, "ada", "apply"],
    ],
  );
  assert.match(await answers(company, ada, ["site", "audit", "2"]), /"Dutch" -> "Nederlands"/);
  const dry = await answers(company, ada, ["site", "undo", "2", "--dry-run"]);
  assert.match(dry, /"Nederlands" -> "Dutch"/);
  await answers(company, ada, ["site", "undo", "2"]);
  await answers(company, ada, ["site", "undo", "1"]);
  assert.equal(await exported(company), before);
  assert.match(await answers(company, ada, ["site", "audit"]), /^1 .* undone by 4$/m);
  assert.match(await refuses(company, ada, ["site", "undo", "1"]), /undone by entry 4/);
});

test("a user who is removed is signed out and may not come back without a password", async (t) => {
  const company = await Company.open(t);
  const bob = await company.agent("bob");
  await answers(company, ada, ["user", "remove", "bob"]);
  await bob.closed;
  const signsIn = () => AgentClient.signedIn(company.server.url, "bob");
  await assert.rejects(signsIn, { reason: "bad_credentials" });
  await answers(company, ada, ["site", "undo", "1"]);
  await assert.rejects(signsIn, { reason: "bad_credentials" });
  const environment = { TANDEM_NEW_PASSWORD: "a new one, long enough" };
  await answers(company, ada, ["user", "password", "bob"], { environment });
  const back = await AgentClient.signedIn(company.server.url, "bob", "a new one, long enough");
  t.after(() => back.drop());
  assert.equal(back.id, bob.id);
  assert.deepEqual(back.welcome.agent.skills, bob.welcome.agent.skills);
  // A password is on record without anything of it, and is not taken back.
  const entry = JSON.parse(await answers(company, ada, ["--json", "site", "audit", "3"]));
  assert.equal(entry.action, "password");
  assert.deepEqual(entry.changes, [{ kind: "agent", id: "bob" }]);
  assert.match(await refuses(company, ada, ["site", "undo", "3"]), /password/);
});

test("someone can always administer the company", async (t) => {
  const company = await Company.open(t);
  const before = await exported(company);
  assert.match(await refuses(company, ada, ["user", "remove", "ada"]), /from yourself/);
  const roles = ["user", "set", "ada", "--role", "agent"];
  assert.match(await refuses(company, ada, roles), /from yourself/);
  const folder = await temporaryFolder(t);
  const file = join(folder, "without.json");
  const site = JSON.parse(before);
  site.agents = site.agents.filter(({ userName }) => userName !== "ada");
  await writeFile(file, JSON.stringify(site));
  assert.match(await refuses(company, ada, ["site", "import", file]), /from yourself/);
  assert.equal(await exported(company), before);
});

test("groups, roles and shifts are set by user", async (t) => {
  const company = await Company.open(t);
  const set = ["user", "set", "sam", "--group", "frontline", "--group", "backoffice"];
  await answers(company, ada, [...set, "--role", "auditor", "--calendar", "office"]);
  await answers(company, ada, ["user", "set", "bob", "--leave-group", "frontline"]);
  const site = JSON.parse(await exported(company));
  const groups = Object.fromEntries(site.groups.map(({ id, agents }) => [id, agents]));
  assert.deepEqual(groups, {
    frontline: ["alice", "carol", "sam"],
    backoffice: ["bob", "carol", "sam"],
  });
  const sam = site.agents.find(({ userName }) => userName === "sam");
  assert.deepEqual([sam.roles, sam.calendar], [["auditor"], "office"]);
  assert.match(
    await answers(company, ada, ["agent", "list"]),
    /^sam +Sam +auditor +support=5, sales=5, billing=5 +standard +office$/m,
  );
  assert.match(await refuses(company, ada, ["user", "set", "bob", "--group", "x"]), /no group "x"/);
});

test("each kind is listed, shown and put as it is shown", async (t) => {
  const company = await Company.open(t);
  const kinds = {
    skill: "german",
    group: "frontline",
    queue: "vip",
    capacity: "standard",
    calendar: "office",
    reason: "lunch",
    disposition: "solved",
    statistic: "queue_waiting",
    "media-type": "mail",
    agent: "alice",
  };
  for (const [kind, id] of Object.entries(kinds)) {
    assert.match(await answers(company, ada, [kind, "list"]), new RegExp(`^${id} `, "m"), kind);
    const shown = await answers(company, ada, [kind, "show", id]);
    const same = await answers(company, ada, [kind, "put", "-"], { input: shown });
    assert.match(same, /Nothing differs/, kind);
  }
  await put(company, "target-list", { id: "all", name: "All", targets: [{ group: "frontline" }] });
  await put(company, "place", { id: "desk-1", name: "Desk 1", mediaTypes: ["chat"] });
  const lists = await answers(company, ada, ["target-list", "list"]);
  assert.match(lists, /^all +All +group frontline$/m);
  assert.match(await answers(company, ada, ["place", "list"]), /^desk-1 +Desk 1 +chat$/m);
  assert.match(await answers(company, ada, ["rules", "show"]), /"missedOffers": 3/);
  await put(company, "rules", { missedOffers: 4 });
  assert.match(await answers(company, ada, ["rules", "show"]), /"missedOffers": 4/);
  assert.match(await answers(company, ada, ["queue", "list"]), /support >= 5, after 0:20: support/);
});

test("supervisors may look, only administrators may change", async (t) => {
  const company = await Company.open(t);
  assert.equal(await answers(company, "sam", ["site", "export"]), await exported(company));
  await refuses(company, "alice", ["site", "export"]);
  await refuses(company, "sam", ["site", "audit"]);
  await refuses(company, "sam", ["skill", "remove", "german"]);
  await refuses(company, "sam", ["site", "undo", "1"]);
  assert.equal((await ctl(company, ada, ["site", "import", "/does/not/exist"])).code, 2);
  assert.equal((await ctl(company, ada, ["site", "undo", "x"])).code, 2);
});
