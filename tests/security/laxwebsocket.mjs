// SPDX-License-Identifier: GPL-3.0-or-later
// The control of S2: a server that takes whatever frames come, and must be caught for it.
import { once } from "node:events";
import { createServer } from "node:net";
import { acceptKeyOf, frame, opcodes, parseFrame } from "../support/rawwebsocket.mjs";

function answers(socket, { opcode, payload }) {
  if (opcode === opcodes.ping) {
    socket.write(frame(opcodes.pong, payload, { masked: false }));
  } else if (opcode === opcodes.close) {
    socket.end(frame(opcodes.close, payload.subarray(0, 125), { masked: false }));
  } else if (opcode === opcodes.text) {
    socket.write(frame(opcodes.text, payload, { masked: false }));
  }
}

function serve(socket) {
  let bytes = Buffer.alloc(0);
  let isOpen = false;
  socket.on("error", () => {});
  socket.on("data", (part) => {
    bytes = Buffer.concat([bytes, part]);
    const end = bytes.indexOf("\r\n\r\n");
    if (!isOpen && end >= 0) {
      const [, key] = /Sec-WebSocket-Key: (\S+)/.exec(bytes.toString("latin1", 0, end)) ?? [];
      const accept = acceptKeyOf(key ?? "");
      socket.write(`HTTP/1.1 101 Yes\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      isOpen = true;
      bytes = bytes.subarray(end + 4);
    }
    for (let found = isOpen && parseFrame(bytes); found; found = parseFrame(bytes)) {
      bytes = found.rest;
      answers(socket, found.frame);
    }
  });
}

/** Listens until the test has ended; gives its address. */
export async function laxServer(t) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}
