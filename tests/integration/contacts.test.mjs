// SPDX-License-Identifier: GPL-3.0-or-later
// What a contact is given: the document and the files, on the operator's command line.
import assert from "node:assert/strict";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { answers, ctl, refuses } from "../support/ctl.mjs";
import { CustomerFiles, hashOf, text } from "../support/files.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";

const address = "wilhelmina@rumpelgasse.example";
const whose = ["--email", address, "--reason", "asked by letter"];

/** A chat with these files: { interactionId, ids }. */
async function chatWith(company, contents) {
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice, { emailAddress: address });
  const files = new CustomerFiles(customer);
  const ids = [];
  for (const [name, bytes] of contents) {
    const { status, body } = await files.upload(name, bytes);
    assert.equal(status, 200, JSON.stringify(body));
    ids.push(body.userData["file-id"]);
  }
  return { alice, files, interactionId, ids };
}

test("a contact's files are exported beside the document that names them", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const large = text(1_500_000, "a long letter");
  const letters = [
    ["letter.txt", text(300, "first")],
    ["letter.txt", text(300, "second")],
    ["../../up.txt", large],
    ["taken back.txt", text(100, "oh no")],
  ];
  const { files, ids } = await chatWith(company, letters);
  assert.equal((await files.delete(ids[3])).status, 200);
  const to = join(folder, "files");
  const file = join(folder, "contact.json");

  const without = await answers(company, "ada", ["contact", "export", file, ...whose]);
  assert.match(without, /^1 interaction is in .*\n3 files are kept, too: --files/);

  const words = ["contact", "export", file, ...whose, "--files", to];
  await refuses(company, "sam", words);
  await assert.rejects(access(to), "nothing is made for whoever may not");
  const told = await answers(company, "ada", words);
  assert.match(told, /^1 interaction .*\n3 files are in .*\n1 file is not kept any more\.\n$/);
  const document = JSON.parse(await readFile(file, "utf8"));
  const states = document.files.map(({ state }) => state);
  assert.deepEqual(states, ["exported", "exported", "exported", "deleted"]);
  for (const [i, [, bytes]] of letters.slice(0, 3).entries()) {
    const entry = document.files[i];
    const kept = await readFile(join(to, entry.file));
    assert.ok(kept.equals(bytes), entry.file);
    assert.equal(entry.fileId, ids[i]);
    assert.equal(entry.sha256, hashOf(bytes));
    assert.equal(entry.size, bytes.length);
  }
  assert.equal(document.files[3].file, undefined);
  assert.deepEqual((await readdir(folder)).sort(), ["contact.json", "files"]);
  assert.equal((await readdir(to)).length, 3);

  const again = await ctl(company, "ada", words);
  assert.equal(again.code, 2, "into a folder that is not empty");
  assert.match(again.errors, /not empty/);
  const printed = ["contact", "export", "-", ...whose, "--files", join(folder, "others")];
  assert.equal(JSON.parse(await answers(company, "ada", printed)).files.length, 4);
  assert.equal((await readdir(join(folder, "others"))).length, 3);
});

test("a damaged file is told, and nothing is left where the document fails", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  await chatWith(company, [
    ["good.txt", text(300, "good")],
    ["bad.txt", text(300, "bad")],
  ]);
  const to = join(folder, "files");
  await mkdir(join(folder, "contact.json"));
  const words = ["contact", "export", join(folder, "contact.json"), ...whose, "--files", to];
  await refuses(company, "ada", words);
  await assert.rejects(access(to));

  const store = join(company.server.options.data, "tandem.sqlite");
  const change =
    "UPDATE file_chunk SET bytes = CAST(replace(CAST(bytes AS TEXT), 'bad', 'BAD') AS BLOB)";
  const changed = await run("sqlite3", ["-cmd", ".timeout 5000", store, change]);
  assert.equal(changed.code, 0, changed.errors);
  const file = join(folder, "other.json");
  await writeFile(file, "what was there before");
  const done = await ctl(company, "ada", ["contact", "export", file, ...whose, "--files", to]);
  assert.equal(done.code, 1);
  assert.match(done.errors, /1 file is not as the hash says/);
  const states = JSON.parse(await readFile(file, "utf8")).files.map(({ state }) => state);
  assert.deepEqual(states, ["exported", "damaged"]);
  assert.equal((await readdir(to)).length, 1);
});
