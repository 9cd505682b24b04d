// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed while a contact is erased: the erasure ends by itself after the restart, and
// nothing of the contact is left in any file of the data folder.
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { NotConnected } from "../support/agent.mjs";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { CustomerFiles, text } from "../support/files.mjs";
import { databaseFile, longReader } from "../support/lockholder.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";
import { writtenTexts } from "../support/writtentexts.mjs";

const kills = 8;
const interactions = 8;
const fileSize = 700_000;

/** Asks a copy of the store, which is then as the server left it. (Node's copyFile never ends where
 * the file becomes shorter meanwhile, as it does when the store is cleaned.) */
async function stored(t, company, sql) {
  const folder = await temporaryFolder(t);
  const { data } = company.server.options;
  const names = (await readdir(data)).filter((name) => /^tandem\.sqlite(-wal)?$/.test(name));
  const copy = async (name) => writeFile(join(folder, name), await readFile(join(data, name)));
  await Promise.all(names.map(copy));
  const done = await run("sqlite3", [join(folder, "tandem.sqlite"), sql]);
  assert.equal(done.code, 0, done.errors);
  return done.output.trim();
}

/** A contact with conversations and files that are over: { address, texts, ids }. */
async function contactOf(company, round) {
  const address = `wilhelmina${round}@rumpelgasse.example`;
  const said = `Stiefmütterchen${round} `;
  const name = `Rhododendron${round}`;
  const inFile = `Vergissmeinnicht${round} `;
  const alice = await company.agent("alice");
  const ids = [];
  for (let i = 0; i < interactions; ++i) {
    const about = { nickname: name, emailAddress: address, subject: `Of ${name}` };
    const { customer, interactionId } = await company.conversation(alice, about);
    await customer.says(`My ${said}are ill`);
    const files = new CustomerFiles(customer);
    const sent = await files.upload(`${name}-${i}.txt`, text(fileSize, `${inFile} ${i}`));
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    await alice.ask("chat.end", { interactionId });
    await alice.ask("interaction.markDone", { interactionId });
    ids.push(interactionId);
  }
  await alice.drop();
  return { address, ids, texts: [address, said, name, inFile] };
}

function erases(ada, { address }) {
  return ada.ask("privacy.erase", { emailAddress: address, reason: "asked by letter" });
}

const isOver = async (t, company) =>
  (await stored(t, company, "SELECT count(*) FROM erasure")) === "0";

test("an erasure that a crash has cut off ends by itself", async (t) => {
  const company = await Company.open(t);
  const { data } = company.server.options;

  const other = await contactOf(company, "other");
  const first = await contactOf(company, "zero");
  const control = await writtenTexts(data, first.texts);
  assert.deepEqual(control, first.texts, "the search finds what is there");
  const begun = performance.now();
  const { interactionIds } = await erases(await company.agent("ada", { ready: false }), first);
  let takesMs = performance.now() - begun;
  assert.deepEqual(interactionIds, first.ids);
  assert.deepEqual(await writtenTexts(data, first.texts), [], "of an erasure without a crash");

  let cutOff = 0;
  for (let round = 0; round < kills; ++round) {
    const contact = await contactOf(company, `no${round}x`);
    assert.deepEqual(await writtenTexts(data, contact.texts), contact.texts);
    const ada = await company.agent("ada", { ready: false });
    const asked = performance.now();
    const answer = erases(ada, contact)
      .then(() => performance.now() - asked)
      .catch((error) => assert.ok(error instanceof NotConnected, String(error)));
    await pause((takesMs * (round + 0.5)) / kills); // the moment of the crash
    await company.server.kill();
    const answeredMs = await answer;
    takesMs = Math.min(takesMs, answeredMs ?? takesMs); // the first has warmed the server up
    const pending = Number(await stored(t, company, "SELECT count(*) FROM erasure"));
    const isBegun = pending > 0 || (await writtenTexts(data, contact.texts)).length < 4;
    await company.server.up();
    if (answeredMs) {
      const left = await writtenTexts(data, contact.texts);
      assert.deepEqual(left, [], "what was acknowledged is done");
    }
    cutOff += pending > 0 ? 1 : 0;
    if (!isBegun) {
      await erases(await company.agent("ada", { ready: false }), contact);
    }
    await until(`nothing of contact ${round} to be left`, async () => {
      return (await writtenTexts(data, contact.texts)).length === 0 && (await isOver(t, company));
    });
    assert.deepEqual(await writtenTexts(data, contact.texts), []);
    const sam = await company.agent("sam", { ready: false });
    for (const interactionId of contact.ids) {
      const { state, findings } = await sam.ask("transcript.verify", { interactionId });
      assert.deepEqual({ state, findings }, { state: "erased", findings: [] });
    }
    await sam.drop();
  }
  t.diagnostic(`${cutOff} of ${kills} erasures were cut off; one takes ${Math.round(takesMs)} ms`);
  assert.ok(cutOff >= 2, `only ${cutOff} of ${kills} crashes came within an erasure`);
  const kept = await stored(t, company, "SELECT DISTINCT interaction_id FROM chat_file");
  assert.equal(kept.split("\n").length, other.ids.length, "files of nobody else");
  assert.deepEqual(await writtenTexts(data, other.texts), other.texts, "others stay");
});

test("while somebody reads what was, an erasure is not said to be over", async (t) => {
  const company = await Company.open(t);
  const { data } = company.server.options;
  const contact = await contactOf(company, "read");
  const ada = await company.agent("ada", { ready: false });
  const letGo = await longReader(t, await databaseFile(data));
  let isAnswered = false;
  const answers = () => (isAnswered = true);
  erases(ada, contact).then(answers, () => {}); // who asks need not wait for so long
  await until("the log to say so", () => company.server.log.includes("still in the files"));
  assert.equal(isAnswered, false);
  assert.equal(await isOver(t, company), false, "a restart would go on with it");
  await company.conversation(await company.agent("alice"));
  await letGo();
  await until("the erasure to end", () => isOver(t, company), 60_000);
  assert.deepEqual(await writtenTexts(data, contact.texts), []);
});
