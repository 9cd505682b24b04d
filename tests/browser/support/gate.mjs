// SPDX-License-Identifier: GPL-3.0-or-later
// A network between the customer and the server that fails as real ones do: it refuses
// WebSockets or all of Bayeux, cuts what is held, loses what the server says, or is cut.
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

const lateMs = 3000;

export class Gate {
  #sockets = new Set();
  #isCut = false;
  #losesAnswers = false;
  upgrades = 0;
  polls = 0;
  /** Operations by REST, in order; a start has none. */
  calls = [];
  /** The server does what it is asked by HTTP, and nobody hears of it. */
  losesHttpAnswers = false;
  /** So many messages by REST are cut on their way, and still arrive a while later. */
  strays = 0;

  /** cutsAfterMs: a request that is not answered in that time is cut. */
  static async before(url, options = {}) {
    const { allowsWebSocket = true, allowsBayeux = true, cutsAfterMs = null } = options;
    const gate = new Gate();
    gate.target = new URL(url);
    Object.assign(gate, { allowsWebSocket, allowsBayeux, cutsAfterMs });
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
      if (!this.allowsBayeux) {
        outgoing.destroy();
        return;
      }
    } else if (incoming.url.startsWith("/genesys/2/chat/")) {
      const operation = incoming.url.split("/")[6] ?? "";
      this.calls.push(operation);
      if (operation === "send" && this.strays > 0) {
        this.strays -= 1;
        void this.#passLate(incoming, outgoing);
        return;
      }
    }
    const { hostname, port } = this.target;
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      if (this.losesHttpAnswers) {
        outgoing.destroy();
        return;
      }
      clearTimeout(timer);
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    const cuts = () => outgoing.destroy();
    const timer = this.cutsAfterMs === null ? undefined : setTimeout(cuts, this.cutsAfterMs);
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  }

  async #passLate(incoming, outgoing) {
    const parts = [];
    for await (const part of incoming) {
      parts.push(part);
    }
    outgoing.destroy();
    await pause(lateMs);
    const { hostname, port } = this.target;
    const { method, url: path, headers } = incoming;
    const late = request({ hostname, port, method, path, headers }, (answer) => answer.resume());
    late.on("error", () => undefined);
    late.end(Buffer.concat(parts));
  }

  #upgrade(incoming, socket, head) {
    this.upgrades += 1;
    if (!this.allowsWebSocket || !this.allowsBayeux) {
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
