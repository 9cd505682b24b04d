// SPDX-License-Identifier: GPL-3.0-or-later
// "tandemctl simulate": a day with one strategy or another, without a server.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { answers } from "../support/ctl.mjs";
import { program, sourceFolder, temporaryFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";

const simulate = (...words) => run(program("tandemctl"), ["simulate", ...words]);
const small = ["--chats", "200", "--agents", "6"];

async function figures(...words) {
  const done = await simulate("--json", ...small, ...words);
  assert.equal(done.code, 0, done.errors);
  return JSON.parse(done.output);
}

test("two strategies stand beside each other in a table", async () => {
  const done = await simulate("--strategy", "none", "--strategy", "basic_chat", ...small);
  assert.equal(done.code, 0, done.errors);
  assert.match(done.output, /^ +the queues' own rules +basic_chat$/m);
  assert.match(done.output, /^offered +200 +200$/m);
  assert.match(done.output, /^service level +[\d.]+ % +[\d.]+ %$/m);
  assert.match(done.output, /^messages of the company +0 +2\d\d$/m);
  assert.match(done.output, /^trace +[0-9a-f]{16} +[0-9a-f]{16}$/m);
  assert.equal(done.errors, "");
});

test("the same seed is the same day, another is not", async () => {
  const [first] = await figures("--strategy", "vip");
  const [again] = await figures("--strategy", "vip");
  const [other] = await figures("--strategy", "vip", "--seed", "2");
  assert.equal(first.trace, again.trace);
  assert.notEqual(first.trace, other.trace);
});

test("the half hours of CSV and JSON add up to the day, and the chart shows both", async (t) => {
  const folder = await temporaryFolder(t);
  const [csv, svg] = [join(folder, "day.csv"), join(folder, "day.svg")];
  const document = join(folder, "my <own>.scxml");
  const shipped = join(sourceFolder, "resources/strategies/basic_chat.scxml");
  await writeFile(document, await readFile(shipped));
  const files = ["--csv", csv, "--svg", svg];
  const [own, none] = await figures("--strategy", document, "--strategy", "none", ...files);
  const lines = (await readFile(csv, "utf8")).trim().split("\r\n");
  assert.equal(lines.length, 1 + 2 * 48);
  const offered = (name) =>
    lines
      .map((line) => line.split(","))
      .filter(([strategy]) => strategy === name)
      .reduce((sum, [, , count]) => sum + Number(count), 0);
  assert.equal(offered("my <own>.scxml"), 200);
  assert.equal(offered("the queues' own rules"), 200);
  for (const day of [own, none]) {
    assert.equal(day.answered + day.abandoned + day.other, 200);
    assert.equal(day.halfHours.reduce((sum, slot) => sum + slot.answered, 0), day.answered);
  }
  const chart = await readFile(svg, "utf8");
  assert.equal(chart.match(/<polyline points="\d/g).length, 4);
  assert.match(chart, /my &lt;own&gt;\.scxml/);
});

test("recorded arrivals of an exported site are simulated as they came", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const [site, arrivals] = [join(folder, "site.json"), join(folder, "day.csv")];
  await answers(company, "ada", ["site", "export", site]);
  await writeFile(arrivals, "time,queue\n36000,sales,60,120\n2026-03-03T10:00:30,support,60,120\n");
  const done = await simulate(
    ...["--strategy", "basic_chat", "--site", site, "--arrivals", arrivals, "--json"],
  );
  assert.equal(done.code, 0, done.errors);
  const [day] = JSON.parse(done.output);
  assert.equal(day.offered, 2);
  assert.equal(day.answered, 2);
  assert.equal(day.halfHours.find(({ from }) => from === "10:00").answered, 2);
});

test("bad input is told with what is wrong, and nothing is written", async (t) => {
  const folder = await temporaryFolder(t);
  const file = async (name, text) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const csv = await file("bad.csv", "1,support\n2,nowhere\n");
  const site = await file("bad.json", '{"agents":[],"queuez":[]}');
  const broken = await file("broken.scxml", "<scxml xmlns=");
  const unknown = await file(
    "unknown.scxml",
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">
<state id="a"><onentry><x:jump xmlns:x="urn:tandem:strategy"/></onentry></state></scxml>`,
  );
  const strategy = ["--strategy", "none"];
  const cases = [
    [[], 2, /Say --strategy FILE once, or twice/],
    [[...strategy, ...strategy, ...strategy], 2, /Say --strategy FILE once, or twice/],
    [["--strategy", join(folder, "no.scxml")], 2, /Cannot read .*no\.scxml/],
    [["--strategy", broken], 1, /broken\.scxml: line 1/],
    [["--strategy", unknown], 1, /line 2, .*there is no action <jump>/],
    [[...strategy, "--arrivals", csv], 2, /bad\.csv, line 2: the site has no queue "nowhere"/],
    [[...strategy, "--site", site], 2, /bad\.json: .*queuez/],
    [[...strategy, "--agents", "0"], 2, /--agents is a number, 1 to 9000; not "0"/],
    [[...strategy, "--seed", "x"], 2, /--seed is a whole number/],
    [[...strategy, "--queue", "none"], 2, /The site has no queue "none"/],
    [[...strategy, "--date", "today"], 2, /A date is written 2026-03-03; not "today"/],
    [[...strategy, "more"], 2, /"more" is not understood/],
    [[...strategy, "--wrong"], 2, /wrong/],
    [[...strategy, ...small, "--svg", join(folder, "no/day.svg")], 2, /Cannot write .*day\.svg/],
  ];
  for (const [words, code, message] of cases) {
    const done = await simulate(...words);
    assert.equal(done.code, code, `${words}: ${done.errors}`);
    assert.match(done.errors, message);
    assert.equal(done.output, "");
  }
});

test("the manual of the simulation tells every option that there is", async () => {
  const done = await simulate("--help");
  assert.equal(done.code, 0);
  for (const option of ["strategy", "queue", "site", "agents", "shift", "date", "arrivals", "chats",
    "handling", "after-work", "accept", "reply", "patience", "callbacks", "seed", "csv", "svg",
    "json"]) {
    assert.ok(done.output.includes(`--${option}`), option);
  }
  assert.match((await run(program("tandemctl"), ["--help"])).output, /simulate --strategy FILE/);
});
