// SPDX-License-Identifier: GPL-3.0-or-later
// A WebSocket (RFC 6455) whose every byte the test decides.
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { within } from "./condition.mjs";

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

const limitMs = 10_000;
const acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export function acceptKeyOf(key) {
  return createHash("sha1").update(key + acceptSuffix).digest("base64");
}

function lengthBytes(length, form) {
  if (form === 64 || (form === undefined && length > 0xffff)) {
    const bytes = Buffer.alloc(9, 127);
    bytes.writeBigUInt64BE(BigInt(length), 1);
    return bytes;
  }
  if (form === 16 || (form === undefined && length > 125)) {
    const bytes = Buffer.alloc(3, 126);
    bytes.writeUInt16BE(length, 1);
    return bytes;
  }
  return Buffer.from([length]);
}

/** One frame. announced: another length than the payload's; form: 16 or 64 bits of length. */
export function frame(opcode, payload = "", options = {}) {
  const { fin = true, masked = true, reserved = 0 } = options;
  const bytes = Buffer.from(payload);
  const length = lengthBytes(options.announced ?? bytes.length, options.form);
  const first = Buffer.from([(fin ? 0x80 : 0) | (reserved << 4) | opcode]);
  if (!masked) {
    return Buffer.concat([first, length, bytes]);
  }
  const mask = randomBytes(4);
  length[0] |= 0x80;
  const hidden = bytes.map((byte, at) => byte ^ mask[at % 4]);
  return Buffer.concat([first, length, mask, hidden]);
}

export function closePayload(code, reason = "") {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(code);
  return Buffer.concat([bytes, Buffer.from(reason)]);
}

/** The first frame in the bytes, from either side: { frame, rest }, or null where it is not whole.
 */
export function parseFrame(bytes) {
  if (bytes.length < 2) {
    return null;
  }
  const short = bytes[1] & 0x7f;
  const head = { 126: 4, 127: 10 }[short] ?? 2;
  const isMasked = (bytes[1] & 0x80) !== 0;
  const start = head + (isMasked ? 4 : 0);
  if (bytes.length < start) {
    return null;
  }
  const long = () => Number(bytes.readBigUInt64BE(2));
  const length = short === 127 ? long() : short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < start + length) {
    return null;
  }
  const mask = isMasked ? bytes.subarray(head, start) : Buffer.alloc(4);
  const payload = Buffer.from(bytes.subarray(start, start + length));
  const plain = payload.map((byte, at) => byte ^ mask[at % 4]);
  const [fin, reserved] = [(bytes[0] & 0x80) !== 0, (bytes[0] >> 4) & 7];
  const found = { opcode: bytes[0] & 15, fin, reserved, isMasked, payload: plain };
  return { frame: found, rest: bytes.subarray(start + length) };
}

export function handshake(path, host, fields = {}) {
  const all = {
    Host: host,
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    ...fields,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== null)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`));
  return `GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}

export class RawWebSocket {
  #bytes = Buffer.alloc(0);
  #wake = () => {};
  /** The server has closed the connection. */
  isClosed = false;

  constructor(socket) {
    this.socket = socket;
    socket.on("data", (part) => {
      this.#bytes = Buffer.concat([this.#bytes, part]);
      this.#wake();
    });
    socket.on("error", () => {});
    for (const event of ["end", "close"]) {
      socket.on(event, () => {
        this.isClosed = true;
        this.#wake();
      });
    }
  }

  static async connect(url, options = {}) {
    const { hostname, port } = new URL(url);
    const address = { host: hostname, port: Number(port), allowHalfOpen: true, ...options };
    const socket = connect(address);
    await within(limitMs, "the connection", once(socket, "connect"));
    return new RawWebSocket(socket);
  }

  /** Open to frames; throws where the handshake is refused. */
  static async open(url, path, fields = {}) {
    const raw = await RawWebSocket.connect(url);
    const answer = await raw.asks(handshake(path, new URL(url).host, fields));
    if (answer.status !== 101) {
      raw.drop();
      throw new Error(`the handshake was answered ${answer.status}`);
    }
    return raw;
  }

  /** Sends a request head and gives the answer's: { status, fields }. */
  async asks(request) {
    this.send(Buffer.from(request, "latin1"));
    const ends = () => this.#bytes.indexOf("\r\n\r\n");
    await this.#until("the handshake's answer", () => ends() >= 0 || this.isClosed);
    const end = ends();
    const [first, ...lines] = this.#bytes.toString("latin1", 0, Math.max(end, 0)).split("\r\n");
    this.#bytes = this.#bytes.subarray(end + 4);
    const pairs = lines.map((line) => line.split(/:\s*/, 2));
    const fields = new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
    return { status: Number(first.split(" ")[1] ?? 0), fields };
  }

  send(bytes) {
    if (!this.socket.destroyed && !this.socket.writableEnded) {
      this.socket.write(bytes);
    }
  }

  async #until(what, isThere, timeoutMs = limitMs) {
    const wait = async () => {
      while (!isThere()) {
        await new Promise((resolve) => (this.#wake = resolve));
      }
    };
    await within(timeoutMs, what, wait());
  }

  /** The next frame; null where the connection is closed before. */
  async next(timeoutMs) {
    const whole = () => parseFrame(this.#bytes);
    await this.#until("a frame", () => whole() !== null || this.isClosed, timeoutMs);
    const found = whole();
    if (found) {
      this.#bytes = found.rest;
    }
    return found?.frame ?? null;
  }

  async closes(timeoutMs) {
    await this.#until("the connection to be closed", () => this.isClosed, timeoutMs);
  }

  drop() {
    this.socket.destroy();
  }
}
