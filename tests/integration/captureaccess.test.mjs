// SPDX-License-Identifier: GPL-3.0-or-later
// Who may bring work: this machine alone, unless the configuration says more.
import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { MediaSource } from "../support/openmedia.mjs";
import { Server, StartFailure } from "../support/server.mjs";

const token = "kept-0123456789-secret";

/** An address of this machine by which it is not "this machine", if it has one. */
function otherAddress() {
  const all = Object.values(networkInterfaces()).flat();
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}

/** A server that others can reach, asked from outside; gives the status. */
async function statusFrom(t, address, capture, headers) {
  const server = await Server.start(t, { demo: false, listen: "0.0.0.0:0", config: { capture } });
  const { port } = new URL(server.url);
  const source = new MediaSource(`http://${address}:${port}`);
  const answer = await source.tries("", { mediaType: "nosuch", externalId: "1" }, headers);
  await server.stop();
  return answer.status;
}

const passed = 404; // by the door, to find that there is no such media type

test("other machines may where the configuration says so", async (t) => {
  const address = otherAddress();
  if (!address) {
    t.skip("this machine has no address but its own");
    return;
  }
  const basic = `Basic ${Buffer.from(`crm:${token}`).toString("base64")}`;
  assert.equal(await statusFrom(t, address, {}), 403);
  assert.equal(await statusFrom(t, address, { allow: [address] }), passed);
  assert.equal(await statusFrom(t, address, { allow: ["240.0.0.0/8"] }), 403);
  assert.equal(await statusFrom(t, address, { token }), 401);
  assert.equal(await statusFrom(t, address, { token }, { apikey: token }), passed);
  assert.equal(await statusFrom(t, address, { token }, { authorization: basic }), passed);
  const both = { token, allow: ["240.0.0.0/8"] };
  assert.equal(await statusFrom(t, address, both, { apikey: token }), 403);
});

test("neither a log nor an answer holds the token", async (t) => {
  const options = { config: { capture: { token } }, arguments: ["--log-level", "debug"] };
  const server = await Server.start(t, options);
  const source = new MediaSource(server.url);
  for (const headers of [{}, { apikey: token }, { apikey: `${token}x` }]) {
    const answer = await source.tries("", { mediaType: "task", externalId: "1" }, headers);
    assert.ok(!JSON.stringify(answer.body).includes(token));
  }
  await server.stop();
  assert.ok(!server.log.includes(token));
});

for (const [name, capture, said] of [
  ["a token that is too short", { token: "short" }, /capture\.token/],
  ["an empty token", { token: "" }, /capture\.token/],
  ["an address that is none", { allow: ["10.0.0.300"] }, /10\.0\.0\.300/],
  ["a setting that there is not", { tokens: [token] }, /capture\.tokens/],
  ["an interval of nothing", { intervalMs: 0 }, /capture\.intervalMs/],
]) {
  test(`${name} refuses the start and is named`, async (t) => {
    await assert.rejects(Server.start(t, { config: { capture } }), (error) => {
      assert.ok(error instanceof StartFailure);
      assert.equal(error.code, 2);
      assert.match(error.log, said);
      assert.ok(!error.log.includes(token) && !error.log.includes("short"));
      return true;
    });
  });
}
