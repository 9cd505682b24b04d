// SPDX-License-Identifier: GPL-3.0-or-later
// S2: rules of RFC 6455 that the server breaks on either of its WebSockets.
import { laxServer } from "../security/laxwebsocket.mjs";
import { endpoints } from "../security/websocketcases.mjs";
import {
  badKeysTaken,
  checkFrames,
  checkHandshakes,
  growthOfAnnounced,
  vectors,
} from "../security/websocketchecker.mjs";
import { scoped } from "../support/scope.mjs";
import { Server } from "../support/server.mjs";

const announced = 200;
const growthLimitMiB = 20;

async function checkEndpoint(t, endpoint, known) {
  const server = await Server.start(t);
  const handshakes = await checkHandshakes(server.url, endpoint);
  const keys = await badKeysTaken(server.url, endpoint);
  const frames = await checkFrames(server.url, endpoint, known);
  const growth = await growthOfAnnounced(t, server, endpoint, announced);
  return { handshakes, keys, frames, growth };
}

async function isLaxServerCaught(t, known) {
  const address = await laxServer(t);
  const { mustRefuse, notRefused } = await checkFrames(address, endpoints[0], known);
  const { broken } = await checkHandshakes(address, endpoints[0]);
  return notRefused.length === mustRefuse && broken.length >= 10;
}

export function measureWebSocket({ tell }) {
  return scoped(async (t) => {
    const known = await vectors();
    tell(known.frames && known.utf8 ? "with the public data" : "skipped: the public data");
    const all = [];
    for (const endpoint of endpoints) {
      all.push(await checkEndpoint(t, endpoint, known));
    }
    const sum = (count) => all.reduce((before, one) => before + count(one), 0);
    all.flatMap(({ handshakes, keys, frames }) => [...handshakes.broken, ...keys,
      ...frames.broken, ...frames.mute.map((name) => `closed without a code: ${name}`)])
      .forEach((text) => tell(text));
    const control = await isLaxServerCaught(t, known);
    return [
      { name: "websocket_rules_asked", limit: null,
        value: sum(({ handshakes, frames }) => handshakes.cases + frames.cases) },
      { name: "frame_rules_broken", value: sum(({ frames }) => frames.broken.length), limit: 0 },
      { name: "handshake_rules_broken", limit: 0,
        value: sum(({ handshakes, keys }) => handshakes.broken.length + keys.length) },
      { name: "closed_without_a_code", limit: null,
        value: sum(({ frames }) => frames.mute.length) },
      { name: `mib_for_${announced}_announced`, limit: growthLimitMiB,
        value: Math.max(...all.map(({ growth }) => growth)) },
      { name: "control_caught", value: Number(control), limit: 1, atLeast: true },
    ];
  });
}
