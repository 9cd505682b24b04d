// SPDX-License-Identifier: GPL-3.0-or-later
// What the generator must notice: a server behind which every third message that was said is not
// shown to the agent, and every fifth is shown twice.
import { once } from "node:events";
import { WebSocket, WebSocketServer } from "ws";

export class LossyProxy {
  #messages = 0;

  static async before(url) {
    const proxy = new LossyProxy();
    proxy.target = url.replace(/^http/, "ws");
    proxy.server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    proxy.server.on("connection", (front, request) => proxy.#joins(front, request));
    await once(proxy.server, "listening");
    proxy.url = `http://127.0.0.1:${proxy.server.address().port}`;
    return proxy;
  }

  #joins(front, request) {
    const protocols = request.headers["sec-websocket-protocol"] ?? [];
    const back = new WebSocket(this.target + request.url, protocols);
    const early = [];
    front.on("message", (bytes) => {
      const text = bytes.toString();
      back.readyState === WebSocket.OPEN ? back.send(text) : early.push(text);
    });
    back.on("open", () => early.forEach((text) => back.send(text)));
    back.on("message", (bytes) => this.#forwards(bytes.toString(), front));
    back.on("error", () => front.terminate());
    back.on("close", () => front.terminate());
    front.on("error", () => {});
    front.on("close", () => back.terminate());
  }

  #forwards(text, front) {
    const isShown = text.includes('"chat.event"') && text.includes('"Client"');
    const number = isShown && text.includes('"Message"') ? ++this.#messages : 1;
    if (number % 3 !== 0) {
      front.send(text);
    }
    if (number % 5 === 0) {
      front.send(text);
    }
  }

  close() {
    this.server.clients.forEach((client) => client.terminate());
    this.server.close();
  }
}
