// SPDX-License-Identifier: GPL-3.0-or-later
// Files are shown to the real clamd, with a signature of the test's own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { Company } from "../support/company.mjs";
import { until } from "../support/condition.mjs";
import { CustomerFiles, text } from "../support/files.mjs";
import { temporaryFolder } from "../support/programs.mjs";

const clamd = "/usr/sbin/clamd";
const skip = existsSync(clamd) ? false : "clamd is not installed";
const mark = "tandem-test-mark-that-a-scanner-finds";

function answersPing(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket, () => connection.write("zPING\0"));
    connection.once("data", (bytes) => {
      connection.destroy();
      resolve(bytes.toString().startsWith("PONG"));
    });
    connection.once("error", () => resolve(false));
  });
}

/** A clamd of the test's own; gives its socket and a way to end it. */
async function scanner(t) {
  const folder = await temporaryFolder(t);
  await chmod(folder, 0o755);
  const socket = join(folder, "clamd.ctl");
  const signature = `Tandem.Test:0:*:${Buffer.from(mark).toString("hex")}\n`;
  await writeFile(join(folder, "own.ndb"), signature);
  const configuration = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${folder}`,
    "Foreground yes",
    "MaxThreads 4",
    "StreamMaxLength 30M",
    ...(process.getuid() === 0 ? ["User root"] : []),
  ];
  await writeFile(join(folder, "clamd.conf"), `${configuration.join("\n")}\n`);
  const child = spawn(clamd, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  const end = () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    return ended;
  };
  t.after(() => child.exitCode === null && child.signalCode === null && end());
  await until("clamd to answer", () => answersPing(socket), 30_000);
  return { socket, end };
}

test("what a scanner finds is refused, kept nowhere and in the audit", { skip }, async (t) => {
  const { socket, end } = await scanner(t);
  const company = await Company.open(t, { config: { clamav: socket } });
  const alice = await company.agent("alice");
  const { customer, interactionId } = await company.conversation(alice);
  const files = new CustomerFiles(customer);

  const good = await files.upload("good.txt", text(200_000));
  assert.equal(good.status, 200, String(good.bytes));
  const bad = Buffer.concat([text(100_000), Buffer.from(mark), text(100)]);
  const refused = await files.upload("bad.txt", bad);
  assert.equal(refused.status, 400);
  assert.equal(refused.body.errors[0].code, 111);
  assert.match(refused.body.errors[0].advice, /Tandem\.Test/);
  assert.equal((await files.limits()).body.userData["used-upload-max-files"], "1");

  const begin = { interactionId, name: "bad.txt", size: bad.length };
  const { uploadId } = await alice.ask("file.begin", begin);
  await alice.ask("file.append", { uploadId, offset: 0, bytes: bad.toString("base64") });
  await assert.rejects(alice.ask("file.finish", { uploadId }), {
    reason: "invalid_params",
    message: /Tandem\.Test/,
  });
  const ada = await company.agent("ada", { ready: false });
  const { entries } = await ada.ask("admin.audit", {});
  const ofFiles = entries.filter(({ action }) => action === "file.refused");
  assert.deepEqual(ofFiles.map(({ userName }) => userName).sort(), ["", "alice"]);
  assert.match(ofFiles[0].detail, /bad\.txt: Tandem\.Test/);
  await assert.rejects(ada.ask("admin.undo", { auditId: ofFiles[0].auditId }), {
    reason: "wrong_state",
  });

  await end();
  const unseen = await files.upload("good2.txt", text(100, "other"), { clientMessageId: "k" });
  assert.equal(unseen.status, 503);
  assert.equal(unseen.body.statusCode, 1);
  assert.equal((await files.limits()).body.userData["used-upload-max-files"], "1");
});

test("without the scanner that is asked for nothing comes in", async (t) => {
  const config = { clamav: "/nowhere/clamd.ctl" };
  const company = await Company.open(t, { config });
  const files = new CustomerFiles(await company.customer().starts());
  const { status, body } = await files.upload("a.txt", text(10));
  assert.equal(status, 503);
  assert.equal(body.statusCode, 1);
});
