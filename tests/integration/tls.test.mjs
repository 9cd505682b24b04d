// SPDX-License-Identifier: GPL-3.0-or-later
// The front door with TLS: the same conversation, what is refused, and a new certificate.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { copyFile, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { connect as connectPlain } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { connect } from "node:tls";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Authority } from "../support/certificates.mjs";
import { until, within } from "../support/condition.mjs";
import { temporaryFolder } from "../support/programs.mjs";
import { Server, StartFailure } from "../support/server.mjs";

const execute = promisify(execFile);

async function encrypted(t) {
  const folder = await temporaryFolder(t, "tandem-tls-");
  const authority = await Authority.make(folder);
  const files = await authority.issue("first");
  const options = ["--tls-cert", files.certificate, "--tls-key", files.key];
  const server = await Server.start(t, { arguments: options });
  return { server, authority, files, folder, port: Number(new URL(server.url).port) };
}

/** A connection with TLS, or the error that came instead. */
function reaches({ port }, options = {}) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...options });
    socket.once("secureConnect", () => resolve(socket));
    socket.once("error", resolve);
  });
}

test("a conversation over every door", async (t) => {
  const { server, authority } = await encrypted(t);
  assert.match(server.url, /^https:/);
  const script = fileURLToPath(new URL("tlsconversation.mjs", import.meta.url));
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority.file };
  const { stdout } = await execute(process.execPath, [script, server.url], { env });
  assert.equal(stdout.trim(), "done");
});

test("old protocols, weak ciphers and other languages are refused", async (t) => {
  const scene = await encrypted(t);
  const good = await reaches(scene, { ALPNProtocols: ["h2", "http/1.1"] });
  assert.equal(good.getProtocol(), "TLSv1.3");
  assert.equal(good.alpnProtocol, "http/1.1");
  good.destroy();
  const older = await reaches(scene, { maxVersion: "TLSv1.2" });
  assert.match(older.getCipher().standardName, /^TLS_ECDHE_.*(GCM|POLY1305)/);
  older.destroy();
  const weak = { ciphers: "AES128-SHA:AES128-GCM-SHA256:@SECLEVEL=0", maxVersion: "TLSv1.2" };
  const old = { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0" };
  for (const options of [weak, old, { ALPNProtocols: ["h2"] }]) {
    const refused = await reaches(scene, options);
    assert.ok(refused instanceof Error, JSON.stringify(options));
  }
});

test("who does not speak TLS is cut off, and nobody else is disturbed", async (t) => {
  const { server, port } = await encrypted(t);
  const socket = connectPlain(port, "127.0.0.1");
  socket.write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
  const heard = [];
  socket.on("data", (bytes) => heard.push(bytes));
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve)); // reset or not
  await within(5_000, "the connection to be closed", closed);
  assert.doesNotMatch(String(Buffer.concat(heard)), /HTTP\/1.1 200/);
  const idle = connectPlain(port, "127.0.0.1"); // says nothing at all
  t.after(() => idle.destroy());
  const status = await new Promise((resolve, reject) => {
    const asked = get(`${server.url}/health`, { rejectUnauthorized: false }, (answer) =>
      resolve(answer.statusCode),
    );
    asked.on("error", reject);
  });
  assert.equal(status, 200);
});

test("a new certificate is taken at SIGHUP; a bad one is not", async (t) => {
  const scene = await encrypted(t);
  const { server, authority, files, folder } = scene;
  const name = async () => {
    const socket = await reaches(scene);
    const { CN } = socket.getPeerCertificate().subject;
    socket.destroy();
    return CN;
  };
  assert.equal(await name(), "first");
  const open = await reaches(scene);
  t.after(() => open.destroy());
  const next = await authority.issue("second");
  await copyFile(next.certificate, files.certificate);
  server.signal("SIGHUP"); // the key is still the old one
  await until("the server to say so", () => /the old certificate stays/.test(server.log));
  assert.equal(await name(), "first");
  await copyFile(next.key, files.key);
  server.signal("SIGHUP");
  await until("the new certificate", async () => (await name()) === "second");
  await writeFile(join(folder, "first.pem"), "no certificate");
  server.signal("SIGHUP");
  await until("the server to say so", () => server.log.match(/old certificate stays/g).length > 1);
  assert.equal(await name(), "second");
  open.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const [answer] = await within(5_000, "an answer", once(open, "data"));
  assert.match(String(answer), /^HTTP\/1.1 200/);
});

test("options that do not fit keep it from starting", async (t) => {
  const folder = await temporaryFolder(t, "tandem-tls-");
  const authority = await Authority.make(folder);
  const [one, two] = [await authority.issue("one"), await authority.issue("two")];
  for (const [options, said] of [
    [["--tls-cert", one.certificate], /TLS needs both/],
    [["--tls-cert", one.certificate, "--tls-key", two.key], /key .*two\.key cannot be used/],
    [["--tls-cert", `${folder}/none.pem`, "--tls-key", one.key], /certificate .*none\.pem cannot/],
  ]) {
    await assert.rejects(Server.start(t, { arguments: options }), (error) => {
      assert.ok(error instanceof StartFailure);
      assert.match(error.log, said);
      return true;
    });
  }
});
