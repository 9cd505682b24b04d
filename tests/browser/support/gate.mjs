// SPDX-License-Identifier: GPL-3.0-or-later
// A network between the customer and the server that fails as real ones do: it refuses
// WebSockets, loses what the server says, or is cut.
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { once } from "node:events";

export class Gate {
  #sockets = new Set();
  #isCut = false;
  #losesAnswers = false;
  upgrades = 0;
  polls = 0;

  static async before(url, { allowsWebSocket = true } = {}) {
    const gate = new Gate();
    gate.target = new URL(url);
    gate.allowsWebSocket = allowsWebSocket;
    gate.server = createServer((incoming, outgoing) => gate.#pass(incoming, outgoing));
    gate.server.on("upgrade", (incoming, socket, head) => gate.#upgrade(incoming, socket, head));
    gate.server.on("connection", (socket) => gate.#accept(socket));
    gate.server.listen(0, "127.0.0.1");
    await once(gate.server, "listening");
    gate.url = `http://127.0.0.1:${gate.server.address().port}`;
    return gate;
  }

  /** What the server sends over a WebSocket is lost; what it is sent still arrives. */
  loseAnswers() {
    this.#losesAnswers = true;
  }

  cut() {
    this.#isCut = true;
    this.#losesAnswers = false;
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  mend() {
    this.#isCut = false;
  }

  close() {
    this.cut();
    this.server.close();
  }

  #accept(socket) {
    if (this.#isCut) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => this.#sockets.delete(socket));
  }

  #pass(incoming, outgoing) {
    if (incoming.url.startsWith("/genesys/cometd")) {
      this.polls += 1;
    }
    const { hostname, port } = this.target;
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  }

  #upgrade(incoming, socket, head) {
    this.upgrades += 1;
    if (!this.allowsWebSocket) {
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return;
    }
    const onward = connect(Number(this.target.port), this.target.hostname, () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
        lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
      }
      onward.write(`${lines.join("\r\n")}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward);
      onward.on("data", (bytes) => this.#losesAnswers || socket.write(bytes));
      onward.on("close", () => socket.destroy());
    });
    onward.on("error", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  }
}
