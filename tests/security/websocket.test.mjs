// SPDX-License-Identifier: GPL-3.0-or-later
// S2: WebSocket as RFC 6455 has it, by raw frames against the running server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Server } from "../support/server.mjs";
import { absence } from "../support/testdata.mjs";
import { laxServer } from "./laxwebsocket.mjs";
import { endpoints } from "./websocketcases.mjs";
import {
  badKeysTaken,
  checkFrames,
  checkHandshakes,
  growthOfAnnounced,
  vectors,
} from "./websocketchecker.mjs";

const own = { utf8: null, frames: null };

for (const endpoint of endpoints) {
  test(`${endpoint.path} keeps to the rules of frames`, async (t) => {
    const server = await Server.start(t);
    const { broken, cases } = await checkFrames(server.url, endpoint, own);
    assert.deepEqual(broken, []);
    assert.ok(cases > 100, `${cases} cases`);
  });

  test(`${endpoint.path} keeps to the rules of frames of the public data`, async (t) => {
    const known = await vectors();
    if (!known.utf8 || !known.frames) {
      t.skip(absence);
      return;
    }
    const server = await Server.start(t);
    assert.deepEqual((await checkFrames(server.url, endpoint, known)).broken, []);
  });

  test(`${endpoint.path} shakes hands by the rules, and not with foreign pages`, async (t) => {
    const server = await Server.start(t);
    assert.deepEqual((await checkHandshakes(server.url, endpoint)).broken, []);
  });

  test(`${endpoint.path} takes no key but one of 16 bytes`, async (t) => {
    const server = await Server.start(t);
    assert.deepEqual(await badKeysTaken(server.url, endpoint), []);
  });

  test(`${endpoint.path} keeps no room for what is only announced`, async (t) => {
    const server = await Server.start(t);
    const grown = await growthOfAnnounced(t, server, endpoint, 100);
    assert.ok(grown < 20, `${grown} MiB for 100 announcements of a MiB`);
  });
}

test("control: a server that takes anything is caught by every case", async (t) => {
  const address = await laxServer(t);
  const { mustRefuse, notRefused, mute } = await checkFrames(address, endpoints[0], own);
  assert.deepEqual(mute, []);
  assert.equal(notRefused.length, mustRefuse);
  const { broken } = await checkHandshakes(address, endpoints[0]);
  assert.ok(broken.length >= 10);
});
