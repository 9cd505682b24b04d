// SPDX-License-Identifier: GPL-3.0-or-later
// What tandemctl says of strategies, without a server.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { program, temporaryFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";

const strategy = (...words) => run(program("tandemctl"), ["strategy", ...words]);
const scxml = (states) =>
  `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript">
${states}
</scxml>
`;

async function filed(t, files) {
  const folder = await temporaryFolder(t);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
  }
  return folder;
}

test("a strategy without faults is told with its size", async (t) => {
  const folder = await filed(t, {
    "good.scxml": scxml('<state id="a"><transition event="e" target="b"/></state><final id="b"/>'),
  });
  const done = await strategy("check", join(folder, "good.scxml"));
  assert.equal(done.code, 0, done.errors);
  assert.match(done.output, /good\.scxml: nothing found; states: 2, transitions: [1-9]/);
});

test("every fault of a strategy is told with file, line and column", async (t) => {
  const folder = await filed(t, {
    "bad.scxml": scxml('<state id="a">\n <transition cond="1 +"/>\n</state>\n<state id="b"/>'),
    "broken.scxml": scxml('<state id="a"><transition event="e" target="c"/></state>'),
    "cut.scxml": "<scxml xmlns=",
  });
  const names = ["bad", "broken", "cut"].map((name) => join(folder, `${name}.scxml`));
  const done = await strategy("check", ...names);
  assert.equal(done.code, 1);
  assert.match(done.output, /bad\.scxml:3:2: /);
  assert.match(done.output, /bad\.scxml:5:1: "b" is never entered/);
  assert.match(done.output, /broken\.scxml:2:15: there is no state "c"/);
  assert.match(done.output, /cut\.scxml:1:\d+: /);
  const [first] = JSON.parse((await strategy("check", "--json", names[0])).output);
  assert.deepEqual(first.findings.map(({ line, column }) => [line, column]), [[3, 2], [5, 1]]);
});

test("control characters of a document do not reach the terminal", async (t) => {
  const folder = await filed(t, {
    "bad.scxml": scxml('<state id="a"><transition event="e" target="\u009b31m"/></state>'),
  });
  const done = await strategy("check", join(folder, "bad.scxml"));
  assert.equal(done.code, 1);
  assert.doesNotMatch(done.output, /\u009b/);
});

test("a file of scripts is found beside its strategy, and nowhere else", async (t) => {
  const folder = await filed(t, {
    "a.scxml": scxml('<script src="a.js"/><state id="a"/>'),
    "b.scxml": scxml('<script src="../a.js"/><state id="a"/>'),
    "a.js": "var x = 1;",
  });
  assert.equal((await strategy("check", join(folder, "a.scxml"))).code, 0);
  const outside = await strategy("check", join(folder, "b.scxml"));
  assert.equal(outside.code, 1);
  assert.match(outside.output, /not a file of this folder/);
});

test("a file that cannot be read, or no file, is wrong usage", async (t) => {
  const folder = await filed(t, {});
  const missing = await strategy("check", join(folder, "none.scxml"));
  assert.equal(missing.code, 2);
  assert.match(missing.errors, /Cannot read .*none\.scxml/);
  assert.equal((await strategy("check")).code, 2);
  assert.equal((await strategy("conformance", folder)).code, 2);
});

test("conformance tells what ends in pass and what does not", async (t) => {
  const folder = await filed(t, {
    "test1.scxml": scxml('<final id="pass"/>'),
    "test2.scxml": scxml('<state id="a"><transition target="fail"/></state><final id="fail"/>'),
  });
  const done = await strategy("conformance", folder);
  assert.equal(done.code, 1);
  assert.match(done.output, /^pass test1\.scxml$/m);
  assert.match(done.output, /^FAIL test2\.scxml: fail$/m);
  assert.match(done.output, /1 of 2 pass/);
});
