// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed while files come in: what was acknowledged is whole, what was not is absent
// and may be sent again by the same key.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { CustomerFiles, hashOf } from "../support/files.mjs";
import { run } from "../support/server.mjs";

const rounds = 6;
const customers = 3;

/** Hexadecimal digits: a text that no other file has. */
const content = (size) => Buffer.from(randomBytes(size / 2).toString("hex"));

async function asked(company, sql) {
  const file = join(company.server.options.data, "tandem.sqlite");
  const done = await run("sqlite3", ["-readonly", file, sql]);
  assert.equal(done.code, 0, done.errors);
  return done.output.trim();
}

/** Sends files until the server is gone; notes what was acknowledged. */
async function sends(files, upload) {
  const answer = await files
    .upload(upload.name, upload.bytes, { clientMessageId: upload.key })
    .catch(() => null);
  if (answer?.status === 200) {
    upload.fileId = answer.body.userData["file-id"];
  }
}

test("files survive a server that is killed while they come in", async (t) => {
  const company = await Company.open(t);
  const all = [];
  for (let i = 0; i < customers; ++i) {
    all.push(new CustomerFiles(await company.customer().starts()));
  }
  const uploads = [];
  for (let round = 0; round < rounds; ++round) {
    const wave = all.map((files, i) => ({
      files,
      key: `r${round}c${i}`,
      name: `${round}-${i}.txt`,
      bytes: content(1_500_000 + 200_000 * i),
    }));
    uploads.push(...wave);
    const sent = Promise.all(wave.map((upload) => sends(upload.files, upload)));
    await pause(20 + 60 * round); // the moment of the crash, not a wait for anything
    await company.server.crashAndRestart();
    await sent;

    for (const upload of wave.filter(({ fileId }) => fileId)) {
      const fetched = await upload.files.download(upload.fileId);
      assert.equal(hashOf(fetched.bytes), hashOf(upload.bytes), upload.name);
    }
    await until("nothing half to be left", async () => {
      const left = await asked(
        company,
        "SELECT (SELECT count(*) FROM chat_file WHERE state = 'arriving') + " +
          "(SELECT count(*) FROM file_chunk WHERE hash NOT IN (SELECT hash FROM chat_file))",
      );
      return left === "0";
    });
    for (const upload of wave.filter(({ fileId }) => !fileId)) {
      await sends(upload.files, upload);
      assert.ok(upload.fileId, `${upload.name} can be sent again`);
    }
  }
  for (const upload of uploads) {
    const before = upload.fileId;
    await sends(upload.files, upload);
    assert.equal(upload.fileId, before, "a repeat brings the same file");
    const fetched = await upload.files.download(before);
    assert.equal(hashOf(fetched.bytes), hashOf(upload.bytes), upload.name);
  }
  const kept = await asked(company, "SELECT count(*) FROM chat_file WHERE state = 'kept'");
  assert.equal(Number(kept), rounds * customers);
});
