// SPDX-License-Identifier: GPL-3.0-or-later
// S2: what RFC 6455 asks of a server, as frames and what must become of them.
import { closePayload, frame, opcodes } from "../support/rawwebsocket.mjs";

const { continuation, text, binary, close, ping, pong } = opcodes;
const largest = 1024 * 1024;

/** The two doors that speak WebSocket, each with a question that it answers in a text, repeating
 * the id, and what it makes of a text that is no question. */
export const endpoints = [
  {
    path: "/genesys/cometd",
    fields: {},
    question: (id) => JSON.stringify([{ channel: "/meta/handshake", id, version: "1.0" }]),
    nonsense: { code: 1008 },
  },
  {
    path: "/agent",
    fields: { "Sec-WebSocket-Protocol": "tandem.agent.v1" },
    question: (id) => JSON.stringify({ jsonrpc: "2.0", id, method: "agent.list", params: {} }),
    nonsense: { answer: "-32700" },
  },
];

/** The connection goes on after these frames: matchers { opcode, holds }. */
const lives = (name, sends, ...answers) => ({ name, sends, answers });
/** The server closes with one of these codes. */
const closes = (name, sends, ...codes) => ({ name, sends, codes });
/** The same, and a server that does not has a fault of security. */
const refuses = (name, sends, ...codes) => ({ name, sends, codes, mustRefuse: true });

const pongOf = (holds) => ({ opcode: pong, holds });
const id = "é€😀";
const answerOf = () => ({ opcode: text, holds: id });

function inPieces(bytes, size) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) {
    const fin = at + size >= bytes.length;
    const opcode = at === 0 ? text : continuation;
    pieces.push(frame(opcode, bytes.subarray(at, at + size), { fin }));
  }
  return pieces;
}

function fragmentation({ question }) {
  const whole = Buffer.from(question(id));
  const pieces = inPieces(whole, 1);
  const withPings = pieces.flatMap((piece, at) =>
    at % 10 === 5 ? [piece, frame(ping, `p${at}`)] : [piece],
  );
  const pings = pieces.flatMap((_, at) => (at % 10 === 5 ? [pongOf(`p${at}`)] : []));
  const open = { fin: false };
  return [
    lives("a text in one frame", [frame(text, whole)], answerOf()),
    lives("a text in pieces of a byte", pieces, answerOf()),
    lives("pings between pieces are answered at once", withPings, ...pings, answerOf()),
    lives("an unasked pong between pieces",
      [pieces[0], frame(pong, "x"), ...pieces.slice(1)], answerOf()),
    lives("empty pieces",
      [frame(text, "", open), frame(continuation, whole, open), frame(continuation, "")],
      answerOf()),
    closes("a close between pieces", [pieces[0], frame(close, closePayload(1000))], 1000),
    refuses("a new text inside of another", [frame(text, "[", open), frame(text, "[")], 1002),
    refuses("binary inside of a text", [frame(text, "[", open), frame(binary, "[")], 1002),
    refuses("a continuation of nothing", [frame(continuation, "[")], 1002),
    refuses("an unfinished continuation of nothing", [frame(continuation, "[", open)], 1002),
    refuses("a continuation after the last piece",
      [frame(text, whole), frame(continuation, "]")], 1002),
  ];
}

function utf8({ question, nonsense }, vectors) {
  const broken = ["ff", "80", "c0af", "c1bf", "eda080", "edbfbf", "f4908080", "f888808080", "e282",
    "f09f98", "616263e2", "c3"];
  const fromData = (vectors ?? []).filter(({ valid }) => !valid).map(({ hex }) => hex);
  const cases = [];
  for (const hex of new Set([...broken, ...fromData])) {
    const bytes = Buffer.from(hex, "hex");
    cases.push(refuses(`invalid UTF-8 ${hex}`, [frame(text, bytes)], 1007));
    cases.push(refuses(`invalid UTF-8 ${hex} in pieces`, inPieces(bytes, 1), 1007));
  }
  const good = (vectors ?? []).filter(({ valid, hex }) => valid && !/00|22|5c/.test(hex));
  for (const { hex } of good.filter((one) => Buffer.from(one.hex, "hex").every((b) => b > 31))) {
    const said = Buffer.from(hex, "hex").toString();
    const pieces = inPieces(Buffer.from(question(said)), 3);
    const isJson = !/[\p{Noncharacter_Code_Point}]/u.test(said);
    const holds = isJson ? said : "";
    cases.push(lives(`valid UTF-8 ${hex} in pieces`, pieces, { opcode: text, holds }));
  }
  const close1007 = frame(close, closePayload(1000, Buffer.from("ff", "hex").toString("latin1")));
  const reason = Buffer.concat([closePayload(1000), Buffer.from("eda080", "hex")]);
  cases.push(refuses("a reason that is no UTF-8", [frame(close, reason)], 1007, 1002));
  cases.push(closes("a reason that is UTF-8", [close1007], 1000));
  cases.push(nonsense.code
    ? closes("a text that is no question", [frame(text, "Hello")], nonsense.code)
    : lives("a text that is no question", [frame(text, "Hello")],
      { opcode: text, holds: nonsense.answer }));
  return cases;
}

function heads({ question }) {
  const whole = question(id);
  const cases = [
    refuses("a text without a mask", [frame(text, whole, { masked: false })], 1002),
    refuses("a ping without a mask", [frame(ping, "p", { masked: false })], 1002),
    refuses("a close without a mask",
      [frame(close, closePayload(1000), { masked: false })], 1002),
    refuses("a ping of 126 bytes", [frame(ping, Buffer.alloc(126))], 1002),
    refuses("a pong of 126 bytes", [frame(pong, Buffer.alloc(126))], 1002),
    refuses("a close of 126 bytes",
      [frame(close, closePayload(1000, "x".repeat(124)))], 1002),
    refuses("a ping in pieces", [frame(ping, "p", { fin: false })], 1002),
    refuses("a close in pieces", [frame(close, closePayload(1000), { fin: false })], 1002),
    lives("a ping of 125 bytes", [frame(ping, "p".repeat(125))], pongOf("p".repeat(125))),
    lives("an empty ping", [frame(ping)], { opcode: pong, holds: "" }),
    lives("an unasked pong", [frame(pong, "x")]),
    lives("ten pings in one segment",
      [Buffer.concat([..."0123456789"].map((digit) => frame(ping, digit)))],
      ...[..."0123456789"].map(pongOf)),
    closes("binary is not spoken here", [frame(binary, whole)], 1003),
  ];
  for (const reserved of [1, 2, 4, 7]) {
    cases.push(refuses(`reserved bits ${reserved}`, [frame(text, whole, { reserved })], 1002));
    const onPing = [frame(ping, "p", { reserved })];
    cases.push(refuses(`reserved bits ${reserved} on a ping`, onPing, 1002));
  }
  for (const opcode of [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) {
    cases.push(refuses(`opcode ${opcode}`, [frame(opcode)], 1002));
  }
  return cases;
}

function lengths({ question }) {
  const padded = (length) => question(id).padEnd(length - Buffer.byteLength(id) + id.length);
  const half = Buffer.alloc(largest / 2, " ");
  const open = { fin: false };
  const announces = (announced, opcode = text) => frame(opcode, "", { announced, form: 64 });
  return [
    lives("a message of the largest size", [frame(text, padded(largest))], answerOf()),
    lives("a short length in 64 bits",
      [frame(ping, "p"), frame(text, padded(70_000), { form: 64 })], pongOf("p"), answerOf()),
    refuses("a byte too many is announced", [announces(largest + 1)], 1009),
    refuses("a byte too many is announced as binary", [announces(largest + 1, binary)], 1009),
    refuses("a GiB is announced", [announces(2 ** 30)], 1009),
    refuses("2^53 bytes are announced", [announces(2n ** 53n)], 1009),
    refuses("2^63 - 1 bytes are announced", [announces(2n ** 63n - 1n)], 1009),
    refuses("the top bit of the length is set", [announces(2n ** 63n)], 1002, 1009),
    refuses("all bits of the length are set", [announces(2n ** 64n - 1n)], 1002, 1009),
    refuses("pieces that are too much together",
      [frame(text, half, open), frame(continuation, half, open),
        frame(continuation, "", { announced: 1, fin: false })], 1009),
    refuses("pieces that announce too much together",
      [frame(text, half, open), announces(largest / 2 + 1, continuation)], 1009),
  ];
}

const goodCodes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 3000, 3999,
  4000, 4999];
const badCodes = [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535];

function closing() {
  return [
    closes("a close without a code", [frame(close)], null, 1000, 1005),
    refuses("a close with half a code", [frame(close, Buffer.from([3]))], 1002),
    closes("what comes after a close is ignored",
      [frame(close, closePayload(1001)), frame(text, "[]")], 1001),
    closes("a close with a reason", [frame(close, closePayload(1000, "é"))], 1000),
    ...goodCodes.map((code) =>
      closes(`close ${code} is repeated`, [frame(close, closePayload(code))], code)),
    ...badCodes.map((code) => refuses(`close ${code}`, [frame(close, closePayload(code))], 1002)),
  ];
}

/** What the recorded frames of the public data expect: [{ name, sends, codes }]. */
function recorded({ nonsense }, vectors) {
  return (vectors ?? [])
    .filter(({ direction, expect }) => direction === "client" && typeof expect === "number")
    .map(({ name, hex, expect }) => {
      const sends = [Buffer.from(hex, "hex")];
      const make = expect === 1002 || expect === 1007 ? refuses : closes;
      return make(`recorded: ${name}`, sends, expect, ...(nonsense.code ? [nonsense.code] : []));
    });
}

/** vectors: { utf8, frames }, each null where the data is not at hand. */
export function casesFor(endpoint, vectors) {
  return [
    ...fragmentation(endpoint),
    ...utf8(endpoint, vectors.utf8),
    ...heads(endpoint),
    ...lengths(endpoint),
    ...closing(),
    ...recorded(endpoint, vectors.frames),
  ];
}
