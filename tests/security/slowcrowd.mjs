// SPDX-License-Identifier: GPL-3.0-or-later
// A program that opens slow connections to a server and holds on to them until its standard input
// ends, then prints what became of them as JSON: { heads: { opened, cut, lastCutMs }, ... }.
// It prints "open" when all have been tried. usage: node slowcrowd.mjs URL COUNT KIND...
import { connect } from "node:net";

const [url, wanted, ...names] = process.argv.slice(2);
const count = Number(wanted);
const { hostname, port, host } = new URL(url);
const trickleMs = 1000;
const atOnce = 100;
const answersAsked = 30;

const start = `POST /genesys/2/chat/support HTTP/1.1\r\nHost: ${host}\r\n`;
const large = `GET /widget/tandem.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

/** By kind: what is sent at once, and then a byte at a time; reads: whether answers are read. */
const kinds = {
  silent: { first: "", then: "", reads: true },
  heads: { first: `${start}X-Slow: `, then: "x", reads: true },
  bodies: { first: `${start}Content-Type: application/x-www-form-urlencoded\r\n` +
    "Content-Length: 1000\r\n\r\nnickname=", then: "x", reads: true },
  readers: { first: large.repeat(answersAsked), then: "", reads: false },
};

const report = {};
const sockets = [];

function openOne(name) {
  const { first, reads } = kinds[name];
  const found = (report[name] ??= { opened: 0, cut: 0, lastCutMs: 0 });
  const socket = connect({ host: hostname, port: Number(port) });
  sockets.push({ socket, name });
  return new Promise((resolve) => {
    let began = null;
    socket.once("connect", () => {
      began = performance.now();
      found.opened += 1;
      socket.write(first);
      if (reads) {
        socket.resume();
      } else {
        socket.pause();
      }
      resolve();
    });
    socket.on("error", () => {});
    socket.once("close", () => {
      if (began !== null) {
        found.cut += 1;
        found.lastCutMs = Math.max(found.lastCutMs, performance.now() - began);
      }
      resolve();
    });
  });
}

const timer = setInterval(() => {
  sockets.filter(({ socket }) => socket.writable && !socket.connecting)
    .forEach(({ socket, name }) => kinds[name].then && socket.write(kinds[name].then));
}, trickleMs);

process.stdin.resume();
process.stdin.once("end", () => {
  clearInterval(timer);
  process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
});

for (let at = 0; at < count; at += atOnce) {
  const length = Math.min(atOnce, count - at);
  const some = Array.from({ length }, (_, number) => names[number % names.length]);
  await Promise.race([
    Promise.all(some.map(openOne)),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ]);
}
process.stdout.write("open\n");
