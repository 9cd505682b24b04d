// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts when the interaction is done: verified without us, redacted, erased.
import assert from "node:assert/strict";
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { answers, ctl, refuses } from "../support/ctl.mjs";
import { databaseFile, longReader } from "../support/lockholder.mjs";
import { program, temporaryFolder } from "../support/programs.mjs";
import { run } from "../support/server.mjs";
import { writtenTexts } from "../support/writtentexts.mjs";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};
const hex = (text) => Buffer.from(text, "hex");
const ms = (time) => new Date(time).getTime();

// docs/transcripts.md, format 1
function fields(...values) {
  const parts = values.map((value) => {
    if (value === undefined) {
      return Buffer.from("-");
    }
    const bytes = Buffer.from(String(value));
    return Buffer.concat([Buffer.from(`${bytes.length}:`), bytes, Buffer.from(",")]);
  });
  return Buffer.concat(parts);
}

function eventBytes(id, event) {
  const { index, type, from, time, audience, text, userData } = event;
  const keys = Object.keys(userData).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const sender = [from.participantId, from.type, from.nickname];
  const data = keys.flatMap((key) => [key, userData[key]]);
  const head = ["tandem.event.1", id, index, type, ...sender, ms(time), audience, text];
  return fields(...head, keys.length, ...data);
}

function sealBytes(id, seal) {
  const times = [ms(seal.endedAt), ms(seal.doneAt), ms(seal.sealedAt)];
  return fields("tandem.seal.1", id, seal.events, seal.chainHash, ...times, seal.keyId);
}

function chainOf(document) {
  const leaves = document.events.map(({ leaf }) => hex(leaf));
  return leaves.reduce((hash, leaf) => sha256(hash, leaf), Buffer.alloc(32)).toString("hex");
}

async function doneConversation(company, texts, fields = {}) {
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice, fields);
  for (const text of texts) {
    await customer.says(text);
  }
  await alice.says(interactionId, "Thank you, Wilhelmina");
  await alice.ask("chat.end", { interactionId });
  await alice.ask("interaction.markDone", { interactionId });
  return interactionId;
}

async function exported(company, id, folder, name = "transcript.json") {
  const file = join(folder, name);
  await answers(company, "sam", ["transcript", "export", id, file]);
  return { file, document: JSON.parse(await readFile(file, "utf8")) };
}

async function verifies(file, ...words) {
  return run(program("tandemctl"), ["transcript", "verify", file, ...words]);
}

test("others verify an export from the documentation alone", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const id = await doneConversation(company, ["Grüße, 4111 1111", "zwei"]);
  const { document } = await exported(company, id, folder);
  const { seal, events } = document;
  assert.equal(events.length, seal.events);
  for (const { event, salt, leaf } of events) {
    assert.equal(sha256(hex(salt), eventBytes(id, event)).toString("hex"), leaf);
  }
  assert.equal(chainOf(document), seal.chainHash);
  const pem = document.keys.find((key) => key.keyId === seal.keyId).publicKey;
  const raw = createPublicKey(pem).export({ format: "der", type: "spki" }).subarray(-32);
  assert.equal(sha256(raw).toString("hex").slice(0, 16), seal.keyId);
  const message = sealBytes(id, seal);
  assert.ok(verify(null, message, createPublicKey(pem), hex(seal.signature)));
  await writeFile(join(folder, "message"), message);
  await writeFile(join(folder, "signature"), hex(seal.signature));
  await writeFile(join(folder, "key.pem"), pem);
  const openssl = ["pkeyutl", "-verify", "-pubin", "-inkey", join(folder, "key.pem"), "-rawin"];
  const files = ["-in", join(folder, "message"), "-sigfile", join(folder, "signature")];
  const checked = await run("openssl", [...openssl, ...files]);
  assert.equal(checked.code, 0, checked.errors);
});

test("tandemctl verifies files, and finds what was changed", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const id = await doneConversation(company, ["one", "two"]);
  const { file, document } = await exported(company, id, folder);
  const key = join(folder, "keys.pem");
  await writeFile(key, await answers(company, "sam", ["transcript", "keys"]));
  assert.equal((await verifies(file)).code, 0);
  const whole = await verifies(file, "--key", key);
  assert.equal(whole.code, 0, whole.errors);
  assert.match(whole.output, /^sealed, of /);
  const two = document.events.find(({ event }) => event.text === "two").event.index;
  const changes = {
    letter: ({ events }) => (events[two - 1].event.text = "twi"),
    time: ({ events }) => (events[two - 1].event.time = "2020-01-01T00:00:00.000Z"),
    sender: ({ events }) => (events[two - 1].event.from.nickname = "Eve"),
    dropped: ({ events }) => events.splice(two - 1, 1),
    added: ({ events }) => events.splice(two - 1, 0, structuredClone(events[0])),
    swapped: ({ events }) => events.splice(two - 2, 2, events[two - 1], events[two - 2]),
    truncated: ({ events }) => events.pop(),
  };
  for (const [name, change] of Object.entries(changes)) {
    const changed = structuredClone(document);
    change(changed);
    const other = join(folder, `${name}.json`);
    await writeFile(other, JSON.stringify(changed));
    const found = await verifies(other);
    assert.equal(found.code, 1, name);
    assert.match(found.output, name === "truncated" ? /events, the seal is of/ : /event \d+: /);
  }
  const mine = join(folder, "mine.pem");
  const made = await run("openssl", ["genpkey", "-algorithm", "ed25519", "-out", mine]);
  assert.equal(made.code, 0, made.errors);
  const foreign = join(folder, "foreign.pem");
  await run("openssl", ["pkey", "-in", mine, "-pubout", "-out", foreign]);
  assert.equal((await verifies(file, "--key", foreign)).code, 1);
  assert.equal((await verifies(join(folder, "none.json"))).code, 2);
});

/** Of the event whose text begins so. */
async function indexOf(company, id, begin, folder) {
  const { document } = await exported(company, id, folder, "before.json");
  return document.events.find(({ event }) => event.text?.startsWith(begin)).event.index;
}

test("a redaction is told, signed and kept over a restart", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const { data } = company.server.options;
  const card = "4111222233334444";
  const id = await doneConversation(company, [`my card is ${card}`]);
  assert.deepEqual(await writtenTexts(data, [card]), [card]);
  const index = await indexOf(company, id, "my card", folder);
  const words = ["transcript", "redact", id, String(index), "--from", "11"];
  assert.equal((await ctl(company, "sam", words)).code, 2);
  await refuses(company, "alice", [...words, "--reason", "card number"]);
  await answers(company, "sam", [...words, "--reason", "card number"]);
  assert.deepEqual(await writtenTexts(data, [card]), []);
  await company.server.crashAndRestart();
  const after = await exported(company, id, folder, "after.json");
  assert.equal(after.document.events[index - 1].event.text, "my card is [redacted]");
  assert.equal(JSON.stringify(after.document).includes("4111"), false);
  const { output, code } = await verifies(after.file);
  assert.equal(code, 0, output);
  assert.match(output, new RegExp(`^redacted, .*\nevent ${index}: redacted`));
  assert.match(await answers(company, "sam", ["transcript", "verify", id]), /redacted/);
  assert.match(await answers(company, "sam", ["transcript", "verify", "--all"]), /^All 1 /);
  const audit = await answers(company, "ada", ["site", "audit"]);
  assert.match(audit, /transcript\.redact +.*card number/);
});

test("what is redacted while somebody reads leaves the files when that is over", async (t) => {
  const company = await Company.open(t);
  const { data } = company.server.options;
  const card = "4111222233334444";
  const id = await doneConversation(company, [`my card is ${card}`]);
  const letGo = await longReader(t, await databaseFile(data));
  const index = await indexOf(company, id, "my card", await temporaryFolder(t));
  const words = ["transcript", "redact", id, String(index), "--reason", "card number"];
  await answers(company, "sam", words);
  await until("the log to say so", () => company.server.log.includes("still in the files"));
  assert.deepEqual(await writtenTexts(data, [card]), [card], "it is in the log");
  await company.server.crashAndRestart();
  await letGo();
  const isGone = async () => (await writtenTexts(data, [card])).length === 0;
  await until("the text to be gone", isGone, 30_000);
});

test("nothing of an erased contact is left in the data folder", async (t) => {
  const company = await Company.open(t);
  const folder = await temporaryFolder(t);
  const { data } = company.server.options;
  const address = "wilhelmina@rumpelgasse.example";
  const about = { nickname: "Wilhelmina", emailAddress: address, subject: "Rhododendron" };
  const personal = ["Wilhelmina", "rumpelgasse", "Rhododendron", "Stiefmütterchen"];
  const id = await doneConversation(company, ["My Stiefmütterchen is ill"], about);
  assert.deepEqual(await writtenTexts(data, personal), personal);
  const whose = ["--email", address, "--reason", "asked by letter"];
  const file = join(folder, "contact.json");
  await refuses(company, "sam", ["contact", "export", file, ...whose]);
  await answers(company, "ada", ["contact", "export", file, ...whose]);
  const kept = await readFile(file, "utf8");
  personal.forEach((text) => assert.ok(kept.includes(text), text));
  assert.match(await answers(company, "ada", ["contact", "erase", ...whose]), new RegExp(id));
  assert.deepEqual(await writtenTexts(data, personal), []);
  assert.match(await answers(company, "sam", ["transcript", "verify", id]), /erased/);
  const mode = (await stat(join(data, "transcript-key.pem"))).mode & 0o777;
  assert.equal(mode, 0o600);
});
