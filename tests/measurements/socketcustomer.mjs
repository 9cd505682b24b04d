// SPDX-License-Identifier: GPL-3.0-or-later
// A customer over Bayeux on a WebSocket, with as little work of its own as can be, so that it is
// the server that is measured.
import { once } from "node:events";
import { WebSocket } from "ws";
import { until } from "../support/condition.mjs";

export class SocketCustomer {
  chatEnded = false;
  #next = 1;

  constructor(url, service = "support") {
    this.channel = `/service/chatV2/${service}`;
    this.socket = new WebSocket(`${url.replace(/^http/, "ws")}/genesys/cometd`);
    this.socket.on("message", (bytes) => JSON.parse(bytes).forEach((one) => this.#received(one)));
    this.socket.on("error", () => {});
  }

  #send(message) {
    const id = String(this.#next++);
    this.socket.send(JSON.stringify([{ id, clientId: this.clientId, ...message }]));
  }

  #connect() {
    this.#send({ channel: "/meta/connect", connectionType: "websocket" });
  }

  #received(message) {
    if (message.channel === "/meta/handshake") {
      this.clientId = message.clientId;
      this.#connect();
    } else if (message.channel === "/meta/connect") {
      if (message.successful && this.socket.readyState === WebSocket.OPEN) {
        this.#connect();
      }
    } else if (message.data) {
      this.chatId ??= message.data.chatId;
      this.secureKey = message.data.secureKey || this.secureKey;
      this.chatEnded ||= Boolean(message.data.chatEnded);
    }
  }

  async starts() {
    await once(this.socket, "open");
    const supportedConnectionTypes = ["websocket"];
    this.#send({ channel: "/meta/handshake", version: "1.0", supportedConnectionTypes });
    await until("the handshake", () => this.clientId);
    const data = { operation: "requestChat", nickname: "Customer", subject: "Load" };
    this.#send({ channel: this.channel, data });
    await until("the chat to begin", () => this.chatId && this.secureKey);
    return this;
  }

  async says(message) {
    const data = { operation: "sendMessage", message, secureKey: this.secureKey };
    this.#send({ channel: this.channel, data });
  }

  async leaves() {
    const data = { operation: "disconnect", secureKey: this.secureKey };
    this.#send({ channel: this.channel, data });
    await until("the chat to end", () => this.chatEnded);
    this.socket.close();
  }
}
