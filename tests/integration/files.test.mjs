// SPDX-License-Identifier: GPL-3.0-or-later
// Files in chats (wire facts 1.1 and 1.2): every operation over REST, over the address of the
// CometD mode, and of agents, with every error.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { CustomerFiles, hashOf, png, posted, text, uploadForm } from "../support/files.mjs";

const isOf = (type) => (fact) => fact.event.type === type;

/** A customer's file operations by the secure key alone. */
class KeyFiles {
  constructor(company, customer) {
    this.address = `${company.server.url}/genesys/2/chat-ntf`;
    this.secureKey = customer.secureKey;
  }

  #does(operation, fields, file) {
    const all = { operation, secureKey: this.secureKey, ...fields };
    return posted(this.address, uploadForm(all, file));
  }

  upload(name, bytes, fields) {
    return this.#does("fileUpload", fields, { name, bytes });
  }

  limits() {
    return this.#does("fileGetLimits");
  }

  download(fileId) {
    return this.#does("fileDownload", { fileId });
  }

  thumbnail(fileId) {
    return this.#does("fileThumbnail", { fileId });
  }

  delete(fileId) {
    return this.#does("fileDelete", { fileId });
  }
}

/** How customers of each kind begin, and send files. */
const kinds = {
  rest: async (company) => {
    const customer = await company.customer().starts();
    return { customer, files: new CustomerFiles(customer) };
  },
  "chat-ntf": async (company) => {
    const customer = await (await company.cometdCustomer()).starts();
    return { customer, files: new KeyFiles(company, customer) };
  },
};

async function hasRules(company, changes) {
  const ada = await company.agent("ada", { ready: false });
  const { document } = await ada.ask("admin.site");
  await ada.ask("admin.apply", { put: { rules: { ...document.rules, ...changes } } });
}

function refusedWith(code, answer) {
  assert.equal(answer.status, 400, String(answer.bytes));
  assert.equal(answer.body.statusCode, 2);
  assert.equal(answer.body.errors[0].code, code, JSON.stringify(answer.body));
  assert.ok(answer.body.errors[0].advice);
}

for (const [name, begins] of Object.entries(kinds)) {
  test(`a customer sends, fetches and takes back a file over ${name}`, async (t) => {
    const company = await Company.open(t);
    const alice = await company.agent("alice");
    const { customer, files } = await begins(company);
    const { id } = await alice.accepts(customer.chatId);
    const bytes = text(300_000);
    const key = { clientMessageId: "k1", message: "My invoice", "userData[order]": "4711" };
    const sent = await files.upload("Rechnung März.txt", bytes, key);
    assert.equal(sent.status, 200, String(sent.bytes));
    assert.equal(sent.body.statusCode, 0);
    const fileId = sent.body.userData["file-id"];

    const { event } = await alice.hears("chat.event", isOf("FileUploaded"));
    assert.equal(event.text, "My invoice");
    assert.equal(event.userData["file-id"], fileId);
    assert.equal(event.userData["file-name"], "Rechnung März.txt");
    assert.equal(event.userData["file-size"], "300000");
    assert.equal(event.userData["file-type"], "text/plain");
    assert.equal(event.userData.order, "4711");

    const again = await files.upload("Rechnung März.txt", bytes, key);
    assert.equal(again.body.userData["file-id"], fileId);
    const limits = (await files.limits()).body.userData;
    assert.equal(limits["used-upload-max-files"], "1");
    assert.equal(limits["used-upload-max-total-size"], "300000");

    const fetched = await files.download(fileId);
    assert.equal(fetched.status, 200);
    assert.equal(hashOf(fetched.bytes), hashOf(bytes));
    refusedWith(113, await files.thumbnail(fileId));

    assert.equal((await files.delete(fileId)).body.statusCode, 0);
    assert.equal((await files.delete(fileId)).body.statusCode, 0);
    const gone = (await alice.hears("chat.event", isOf("FileDeleted"))).event;
    assert.deepEqual(gone.userData, { "file-id": fileId, "file-name": "Rechnung März.txt" });
    refusedWith(113, await files.download(fileId));
    const { events } = await alice.ask("chat.transcript", { interactionId: id });
    assert.equal(events.filter(({ type }) => type === "FileUploaded").length, 1);
    assert.equal(events.filter(({ type }) => type === "FileDeleted").length, 1);
  });

  test(`the limits and their errors over ${name}`, async (t) => {
    const company = await Company.open(t);
    await hasRules(company, {
      fileTypes: "txt:png",
      fileMaxBytes: 2000,
      filesMaxBytes: 3000,
      filesMost: 2,
      filesNeedAgent: true,
      filesDeletable: false,
    });
    const alice = await company.agent("alice");
    const { customer, files } = await begins(company);
    refusedWith(112, await files.upload("a.txt", text(100)));
    await alice.accepts(customer.chatId);
    const { userData, statusCode, chatEnded } = (await files.limits()).body;
    assert.equal(statusCode, 0);
    assert.equal(chatEnded, false);
    assert.deepEqual(userData, {
      "upload-max-files": "2",
      "upload-max-file-size": "2000",
      "upload-max-total-size": "3000",
      "upload-file-types": "txt:png",
      "upload-need-agent": "true",
      "used-upload-max-files": "0",
      "used-upload-max-total-size": "0",
      "download-attempts": "1000",
      "used-download-attempts": "0",
      "delete-file": "false",
    });
    refusedWith(203, await files.upload("a.exe", text(100)));
    refusedWith(203, await files.upload("a.png", text(100)));
    refusedWith(203, await files.upload("noending", text(100)));
    refusedWith(110, await files.upload("a.txt", text(2001)));
    refusedWith(110, await files.upload("a.txt", Buffer.alloc(0)));
    const first = await files.upload("a.txt", text(2000));
    assert.equal(first.body.statusCode, 0);
    refusedWith(202, await files.upload("b.txt", text(1500)));
    assert.equal((await files.upload("b.txt", text(500))).body.statusCode, 0);
    refusedWith(201, await files.upload("c.txt", text(10)));
    refusedWith(100, await files.delete(first.body.userData["file-id"]));
    refusedWith(113, await files.download("nosuchfile"));
    await hasRules(company, { filesMost: 0 });
    refusedWith(201, await files.upload("c.txt", text(10)));
  });
}

test("who has not the key of a chat gets nothing of its files", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer } = await company.conversation(alice);
  const files = new CustomerFiles(customer);
  const fileId = (await files.upload("a.txt", text(100))).body.userData["file-id"];
  const other = new CustomerFiles(await company.customer().starts());
  refusedWith(113, await other.download(fileId));
  refusedWith(113, await other.delete(fileId));
  const wrong = new CustomerFiles(customer);
  wrong.customer = { ...customer, base: customer.base, secureKey: "wrong" };
  for (const answer of [await wrong.download(fileId), await wrong.limits()]) {
    refusedWith(240, answer);
    assert.equal(answer.body.chatEnded, true);
  }
  const bob = await company.agent("bob");
  await assert.rejects(bob.ask("file.read", { fileId, offset: 0 }), { reason: "not_found" });
  const sam = await company.agent("sam", { ready: false });
  assert.equal((await sam.ask("file.read", { fileId, offset: 0 })).size, 100);
});

test("a form without a file, with two, or of a foreign page is refused", async (t) => {
  const company = await Company.open(t);
  const customer = await company.customer().starts();
  const { secureKey } = customer;
  const address = `${customer.base}/${customer.chatId}/file`;
  refusedWith(100, await posted(address, uploadForm({ secureKey })));
  const two = uploadForm({ secureKey }, { name: "a.txt", bytes: text(10) });
  two.append("file", new Blob([text(10)]), "b.txt");
  refusedWith(100, await posted(address, two));
  const file = { name: "a.txt", bytes: text(10) };
  const foreign = { Origin: "https://elsewhere.example" };
  for (const [where, fields] of [
    [address, { secureKey }],
    [`${company.server.url}/genesys/2/chat-ntf`, { secureKey, operation: "fileUpload" }],
  ]) {
    const answer = await posted(where, uploadForm(fields, file), foreign);
    assert.equal(answer.status, 403);
  }
  const unknown = { secureKey, operation: "fileEat" };
  refusedWith(100, await posted(`${company.server.url}/genesys/2/chat-ntf`, uploadForm(unknown)));
});

test("a page of an allowed origin may send and fetch files", async (t) => {
  const origin = "https://shop.example";
  const company = await Company.open(t, { config: { gateway: { allowedOrigins: [origin] } } });
  const customer = await company.customer().starts();
  const { secureKey } = customer;
  const form = uploadForm({ secureKey }, { name: "a.txt", bytes: text(10) });
  const address = `${customer.base}/${customer.chatId}/file`;
  const sent = await posted(address, form, { Origin: origin });
  assert.equal(sent.headers.get("access-control-allow-origin"), origin);
  const fileId = sent.body.userData["file-id"];
  const files = new CustomerFiles(customer);
  const fetched = await files.download(fileId, { Origin: origin });
  assert.equal(fetched.headers.get("access-control-allow-origin"), origin);
});

/** Sends a file as an agent does; gives what file.finish answers. */
async function agentSends(agent, interactionId, name, bytes, more = {}) {
  const begin = { interactionId, name, size: bytes.length, ...more };
  const { uploadId, isRepeat } = await agent.ask("file.begin", begin);
  const step = 400_000;
  for (let offset = 0; !isRepeat && offset < bytes.length; offset += step) {
    const part = bytes.subarray(offset, offset + step);
    await agent.ask("file.append", { uploadId, offset, bytes: part.toString("base64") });
  }
  return agent.ask("file.finish", { uploadId });
}

test("an agent sends a file, and the customer and the agent read it", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const files = new CustomerFiles(customer);
  const bytes = text(900_000, "manual");
  const more = { text: "The manual", clientMessageId: "m1" };
  const { fileId, index } = await agentSends(alice, interactionId, "manual.txt", bytes, more);
  const again = await agentSends(alice, interactionId, "manual.txt", bytes, more);
  assert.deepEqual(again, { fileId, index });
  const seen = await customer.sees("the file", ({ type }) => type === "FileUploaded");
  assert.equal(seen.text, "The manual");
  assert.deepEqual(seen.userData, {
    "file-id": fileId,
    "file-name": "manual.txt",
    "file-size": "900000",
    "file-type": "text/plain",
  });
  assert.equal(hashOf((await files.download(fileId)).bytes), hashOf(bytes));
  refusedWith(113, await files.delete(fileId));

  const parts = [];
  for (let offset = 0; offset < bytes.length; ) {
    const read = await alice.ask("file.read", { fileId, offset, most: 500_001 });
    assert.equal(read.size, bytes.length);
    assert.equal(read.name, "manual.txt");
    assert.equal(read.type, "text/plain");
    parts.push(Buffer.from(read.bytes, "base64"));
    offset += parts.at(-1).length;
  }
  assert.equal(hashOf(Buffer.concat(parts)), hashOf(bytes));
  await alice.ask("file.delete", { fileId });
  await assert.rejects(alice.ask("file.read", { fileId, offset: 0 }), { reason: "not_found" });
  await customer.sees("that it is gone", ({ type }) => type === "FileDeleted");
});

test("an agent's upload obeys its order, its owner and the rules", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const bob = await company.agent("bob");
  const { interactionId } = await company.conversation(alice);
  const begin = { interactionId, name: "a.txt", size: 20 };
  await assert.rejects(bob.ask("file.begin", begin), { reason: "not_found" });
  const wrong = { ...begin, name: "a.exe" };
  await assert.rejects(alice.ask("file.begin", wrong), { reason: "invalid_params" });
  const { uploadId } = await alice.ask("file.begin", begin);
  const bytes = text(10).toString("base64");
  const append = (offset) => ({ uploadId, offset, bytes });
  await assert.rejects(bob.ask("file.append", append(0)), { reason: "not_found" });
  await assert.rejects(alice.ask("file.append", append(5)), { reason: "wrong_state" });
  const bad = { uploadId, offset: 0, bytes: "no base64" };
  await assert.rejects(alice.ask("file.append", bad), { reason: "invalid_params" });
  await alice.ask("file.append", append(0));
  await alice.ask("file.append", append(0));
  await assert.rejects(alice.ask("file.finish", { uploadId }), { reason: "wrong_state" });
  await assert.rejects(bob.ask("file.finish", { uploadId }), { reason: "not_found" });
  await alice.ask("file.cancel", { uploadId });
  await assert.rejects(alice.ask("file.append", append(10)), { reason: "not_found" });
});

test("a file for agents alone leaves no trace with the customer", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const more = { audience: "agents" };
  const { fileId } = await agentSends(alice, interactionId, "note.txt", text(50), more);
  await alice.says(interactionId, "Hello");
  await customer.hears("Hello");
  assert.ok(!customer.seen.some(({ type }) => type === "FileUploaded"));
  refusedWith(113, await new CustomerFiles(customer).download(fileId));
});

test("a picture has a small one, and a broken one has none", async (t) => {
  const company = await Company.open(t);
  const alice = await company.agent("alice");
  const { customer } = await company.conversation(alice);
  const files = new CustomerFiles(customer);
  const sent = await files.upload("photo.png", png(1200, 900));
  const fileId = sent.body.userData["file-id"];
  const { event } = await alice.hears("chat.event", isOf("FileUploaded"));
  assert.equal(event.userData["file-preview"], "true");
  const small = await files.thumbnail(fileId);
  assert.equal(small.headers.get("content-type"), "image/png");
  assert.equal(small.bytes.readUInt32BE(16), 320);
  assert.equal(small.bytes.readUInt32BE(20), 240);
  const { bytes } = await alice.ask("file.thumbnail", { fileId });
  assert.equal(hashOf(Buffer.from(bytes, "base64")), hashOf(small.bytes));

  const broken = png(40, 30).subarray(0, 60);
  const other = (await files.upload("broken.png", broken)).body.userData["file-id"];
  refusedWith(113, await files.thumbnail(other));
  assert.equal(hashOf((await files.download(other)).bytes), hashOf(broken));
});
