// SPDX-License-Identifier: GPL-3.0-or-later
// Requests as bytes on a socket, and what a server makes of them.
import { connect } from "node:net";
import { testData } from "./testdata.mjs";

const closeLimitMs = 15_000;

/** Sends the bytes and no more, reads until the server closes: { statuses, closed, text }. */
export function exchange(url, bytes) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const parts = [];
    const done = (closed) => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(parts).toString("latin1");
      const found = text.matchAll(/HTTP\/1\.[01] (\d{3}) /g);
      resolve({ statuses: [...found].map(([, status]) => Number(status)), closed, text });
    };
    const timer = setTimeout(() => done(false), closeLimitMs);
    socket.on("data", (part) => parts.push(part));
    socket.on("end", () => done(true));
    socket.on("error", () => done(true));
    socket.on("connect", () => socket.end(bytes));
  });
}

/** The answers with which a server says that it does not understand or want such a request. */
const refusals = new Set([400, 405, 408, 411, 413, 414, 417, 431, 501, 505]);

/** Whether the request was refused and the connection closed. A request before the bad one in the
 * same bytes may be answered. */
export function isRefused({ statuses, closed }, goodBefore = 0) {
  const answers = statuses.slice(goodBefore);
  return closed && answers.length <= 1 && answers.every((status) => refusals.has(status));
}

const head = "Host: localhost\r\n";
const post = `POST /health HTTP/1.1\r\n${head}`;
const get = `GET /health HTTP/1.1\r\n`;
const chunks = `${post}Transfer-Encoding: chunked\r\n\r\n`;

/** Bad requests by name. */
export const ownBadRequests = {
  "two lengths that differ": `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
  "two lengths that are equal": `${post}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`,
  "a list of lengths": `${post}Content-Length: 1, 1\r\n\r\na`,
  "a length beyond 64 bits": `${post}Content-Length: 99999999999999999999\r\n\r\na`,
  "a length beyond the limit": `${post}Content-Length: 2000000000\r\n\r\na`,
  "a negative length": `${post}Content-Length: -1\r\n\r\n`,
  "a length with a sign": `${post}Content-Length: +1\r\n\r\na`,
  "length and transfer coding":
    `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  "gzip, chunked": `${post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  "chunked twice": `${post}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`,
  "a transfer coding hidden by a tab":
    `${post}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n`,
  "a space before the colon": `${get}Host : localhost\r\n\r\n`,
  "a line that ends with LF only": `GET /health HTTP/1.1\nHost: localhost\n\n`,
  "a line that ends with CR only": `GET /health HTTP/1.1\rHost: localhost\r\r`,
  "a folded line": `${get}${head}X: a\r\n b\r\n\r\n`,
  "no Host": `${get}\r\n`,
  "two Hosts": `${get}${head}${head}\r\n`,
  "a Host that is none": `${get}Host: a b\r\n\r\n`,
  "a NUL in a field": `${get}${head}X: a\0b\r\n\r\n`,
  "an empty field name": `${get}${head}: a\r\n\r\n`,
  "a head beyond the limit": `${get}${head}X: ${"a".repeat(20_000)}\r\n\r\n`,
  "too many fields": `${get}${head}${"A: b\r\n".repeat(4000)}\r\n`,
  "a target beyond the limit": `GET /${"a".repeat(20_000)} HTTP/1.1\r\n${head}\r\n`,
  "an unknown version": `GET /health HTTP/2.0\r\n${head}\r\n`,
  "no version": `GET /health\r\n`,
  TLS: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  "a chunk size that overflows": `${chunks}fffffffffffffffff\r\na\r\n0\r\n\r\n`,
  "a chunk size with a sign": `${chunks}+1\r\na\r\n0\r\n\r\n`,
  "a chunk longer than its size": `${chunks}1\r\nab\r\n0\r\n\r\n`,
};

/** The public corpus where it is at hand, else nothing: [{ name, bytes, goodBefore }]. */
export async function corpusOfBadRequests() {
  const cases = await testData("http-llhttp/cases.json");
  // 21 and 22 are pauses of that parser's own tests; 5 is data after the last request allowed.
  return cases
    ?.filter(({ meta, expect, error_code: code }) => {
      return meta.type === "request" && expect === "error" && code !== 21 && code !== 22;
    })
    .map(({ name, input_hex: hex, error_code: code }) => {
      return { name, bytes: Buffer.from(hex, "hex"), goodBefore: code === 5 ? 1 : 0 };
    });
}
