// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the cases of S2 to a server and says which rules it breaks.
import { readFile } from "node:fs/promises";
import {
  acceptKeyOf,
  closePayload,
  frame,
  handshake,
  opcodes,
  RawWebSocket,
} from "../support/rawwebsocket.mjs";
import { testData } from "../support/testdata.mjs";
import { casesFor } from "./websocketcases.mjs";

const barrier = "barrier";
const atOnce = 32;
const answerLimitMs = 2_000;

export async function vectors() {
  return {
    utf8: await testData("utf8-vectors/utf8.json"),
    frames: await testData("websocket-vectors/frames.json"),
  };
}

/** Takes frames until all that is awaited has come and the ping after the case is answered, or the
 * connection ends. Answers to texts may come after that to the ping. */
async function outcomeOf(raw, awaited) {
  const frames = [];
  let isPast = false;
  while (!isPast || frames.length < awaited) {
    const got = await raw.next(answerLimitMs).catch(() => undefined);
    if (got === undefined) {
      return { frames, end: isPast ? "alive" : "silent" };
    }
    if (got === null) {
      return { frames, end: "dropped" };
    }
    if (got.isMasked || got.reserved !== 0) {
      return { frames, end: "a masked or reserved frame" };
    }
    if (got.opcode === opcodes.close) {
      const code = got.payload.length < 2 ? null : got.payload.readUInt16BE(0);
      return { frames, end: "closed", code };
    }
    if (got.opcode === opcodes.pong && String(got.payload) === barrier) {
      isPast = true;
    } else {
      frames.push(got);
    }
  }
  return { frames, end: "alive" };
}

function areAnswered(awaited, frames) {
  const ofKind = (list, kind) => list.filter(({ opcode }) => opcode === kind);
  return frames.length === awaited.length && awaited.every(({ opcode, holds }, at) => {
    const place = ofKind(awaited.slice(0, at), opcode).length;
    return String(ofKind(frames, opcode)[place]?.payload).includes(holds);
  });
}

function isAsExpected(one, { frames, end, code }) {
  return one.codes
    ? end === "closed" && one.codes.includes(code)
    : end === "alive" && areAnswered(one.answers, frames);
}

/** Nothing where the case goes well, else what became of it: { end, text }. */
async function fault(url, endpoint, one) {
  const raw = await RawWebSocket.open(url, endpoint.path, endpoint.fields);
  try {
    one.sends.forEach((bytes) => raw.send(bytes));
    raw.send(frame(opcodes.ping, barrier));
    const outcome = await outcomeOf(raw, one.answers?.length ?? 0);
    if (!isAsExpected(one, outcome)) {
      const seen = outcome.frames.map(({ opcode, payload }) => `${opcode} ${payload}`.slice(0, 80));
      const text = `${outcome.end} ${outcome.code ?? ""} ${seen.join("; ")}`;
      return { end: outcome.end, text };
    }
    if (outcome.end === "closed") {
      raw.send(frame(opcodes.close, closePayload(1000)));
      const isClosed = await raw.closes(answerLimitMs).then(() => true, () => false);
      return isClosed ? null : { end: "open", text: "the connection stays open" };
    }
    return null;
  } finally {
    raw.drop();
  }
}

async function eachOf(list, act) {
  const left = [...list];
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      await act(one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The rules of frames that the server breaks: { cases, mustRefuse, broken[], notRefused[],
 * mute[] }. mute: the connection was ended, as it must be, but what comes out of order at the
 * closing (the peer still sends) took the frame away that says why. */
export async function checkFrames(url, endpoint, known) {
  const cases = casesFor(endpoint, known);
  const [broken, notRefused, mute] = [[], [], []];
  await eachOf(cases, async (one) => {
    const found = await fault(url, endpoint, one);
    if (found?.end === "dropped" && one.codes) {
      mute.push(`${endpoint.path}: ${one.name}`);
    } else if (found) {
      broken.push(`${endpoint.path}: ${one.name}: ${found.text}`);
      notRefused.push(...(one.mustRefuse ? [one.name] : []));
    }
  });
  const mustRefuse = cases.filter((one) => one.mustRefuse).length;
  return { cases: cases.length, mustRefuse, broken, notRefused, mute };
}

const key = "dGhlIHNhbXBsZSBub25jZQ==";

/** Handshakes by name: changed fields, and the statuses that may answer them. */
const handshakes = {
  "an upgrade as it should be": [{}, [101]],
  "an upgrade in a list": [{ Connection: "keep-alive, Upgrade" }, [101]],
  "an upgrade in other letters": [{ Upgrade: "WebSocket" }, [101]],
  "version 12": [{ "Sec-WebSocket-Version": "12" }, [400, 426]],
  "no version": [{ "Sec-WebSocket-Version": null }, [400, 426]],
  "no key": [{ "Sec-WebSocket-Key": null }, [400]],
  "two keys": [{ "Sec-WebSocket-Key": [key, "AAAAAAAAAAAAAAAAAAAAAA=="] }, [400]],
  "no Host": [{ Host: null }, [400]],
  "a foreign Origin": [{ Origin: "https://evil.example" }, [403]],
  "an Origin of nobody": [{ Origin: "null" }, [403]],
  "an Origin that begins like one's own": [{ Origin: "http://127.0.0.1.evil.example" }, [403]],
};

const badKeys = {
  "a key of three bytes": "AAAA",
  "a key of 17 bytes": "AAAAAAAAAAAAAAAAAAAAAAA=",
  "a key that is no base64": "!".repeat(24),
};

async function handshakeFault(url, path, request, [statuses, fields]) {
  const raw = await RawWebSocket.connect(url);
  try {
    const answer = await raw.asks(request);
    if (!statuses.includes(answer.status)) {
      return `answered ${answer.status}`;
    }
    const accept = answer.fields.get("sec-websocket-accept");
    if (answer.status === 101 && accept !== acceptKeyOf(key)) {
      return "the accept key is wrong";
    }
    const extensions = answer.fields.get("sec-websocket-extensions") ?? "";
    return (fields.allows ?? /^$/).test(extensions) ? null : `extensions: ${extensions}`;
  } finally {
    raw.drop();
  }
}

/** Keys that are not 16 bytes in base64 (section 4.2.1) and taken all the same. */
export async function badKeysTaken(url, endpoint) {
  const taken = [];
  for (const [name, value] of Object.entries(badKeys)) {
    const fields = { ...endpoint.fields, "Sec-WebSocket-Key": value };
    const raw = await RawWebSocket.open(url, endpoint.path, fields).catch(() => null);
    if (raw) {
      taken.push(`${endpoint.path}: ${name}`);
      raw.drop();
    }
  }
  return taken;
}

/** The rules of the handshake that the server breaks, each as a text. */
export async function checkHandshakes(url, endpoint) {
  const { path, fields } = endpoint;
  const head = (changed) => handshake(path, new URL(url).host, { ...fields, ...changed });
  const extension = (offer) => head({ "Sec-WebSocket-Extensions": offer });
  const deflate = /^(permessage-deflate.*)?$/;
  const asked = Object.entries(handshakes).map(([name, [changed, statuses]]) => {
    return [name, head(changed), [statuses, {}]];
  });
  asked.push(
    ["by HTTP/1.0", head({}).replace("HTTP/1.1", "HTTP/1.0"), [[400, 426, 505], {}]],
    ["by POST", head({ "Content-Length": "0" }).replace("GET", "POST"), [[400, 405, 426], {}]],
    ["an unknown extension", extension("x-unknown"), [[101], {}]],
    ["compression that is asked for", extension("permessage-deflate"), [[101],
      { allows: deflate }]],
    ["frames before the answer", head({}) + frame(opcodes.ping, "p").toString("latin1"),
      [[400], {}]],
  );
  const broken = [];
  for (const [name, request, wanted] of asked) {
    const found = await handshakeFault(url, path, request, wanted);
    if (found !== null) {
      broken.push(`${path}: ${name}: ${found}`);
    }
  }
  return { cases: asked.length, broken };
}

async function residentMiB(pid) {
  const status = await readFile(`/proc/${pid}/status`, "latin1");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
}

/** By how many MiB the server grows while `count` messages of a MiB each are announced to it. */
export async function growthOfAnnounced(t, server, endpoint, count) {
  const sockets = [];
  t.after(() => sockets.forEach((raw) => raw.drop()));
  for (let opened = 0; opened < count; ++opened) {
    sockets.push(await RawWebSocket.open(server.url, endpoint.path, endpoint.fields));
  }
  const before = await residentMiB(server.pid);
  const announcement = frame(opcodes.text, "", { announced: 2 ** 20 });
  for (const raw of sockets) {
    raw.send(frame(opcodes.ping, barrier));
    await raw.next();
    raw.send(Buffer.concat([announcement, Buffer.from("[")]));
  }
  await (await fetch(`${server.url}/health`)).text();
  return (await residentMiB(server.pid)) - before;
}
