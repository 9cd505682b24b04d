// SPDX-License-Identifier: GPL-3.0-or-later
// A customer over CometD, by the reference client from npm.
import { AckExtension, CometD } from "cometd";
import { adapt } from "cometd-nodejs-client";
import { until, within } from "./condition.mjs";

adapt();
const quiet = () => {};
Object.assign(globalThis.window.console, { debug: quiet });

export class CometdCustomer {
  seen = [];
  replies = [];
  #cometd = new CometD();
  #channel;

  /** transport: "websocket" or "long-polling" */
  constructor(url, { service = "support", transport = "websocket" } = {}) {
    this.transport = transport;
    this.#channel = `/service/chatV2/${service}`;
    const unwanted = transport === "websocket" ? "long-polling" : "websocket";
    this.#cometd.unregisterTransport("callback-polling");
    this.#cometd.unregisterTransport(unwanted);
    this.#cometd.registerExtension("ack", new AckExtension());
    this.#cometd.configure({
      url: `${url}/genesys/cometd`,
      logLevel: "error",
      useWorkerScheduler: false,
      appendMessageTypeToURL: false,
      connectTimeout: 5000,
      backoffIncrement: 100,
      maxBackoff: 500,
    });
    this.#cometd.addListener(this.#channel, (message) => this.#received(message));
    this.#cometd.addListener("/meta/connect", (message) => {
      this.connected = message.successful === true;
    });
  }

  async connects() {
    const shaken = new Promise((resolve) => this.#cometd.handshake(resolve));
    const answer = await within(10_000, "the Bayeux handshake", shaken);
    if (!answer.successful) {
      throw new Error(`handshake refused: ${answer.error ?? answer.failure?.reason}`);
    }
    this.#cometd.subscribe(this.#channel, quiet);
    return answer;
  }

  get currentTransport() {
    return this.#cometd.getTransport()?.type;
  }

  #received(message) {
    const data = message.data;
    if (data === null || typeof data !== "object") {
      return; // the confirmation of a publish
    }
    this.replies.push(data);
    if (data.secureKey) {
      this.secureKey = data.secureKey;
    }
    this.chatId ??= data.chatId;
    this.chatEnded ||= Boolean(data.chatEnded);
    for (const event of data.messages ?? []) {
      this.seen.push(event);
    }
  }

  publish(content) {
    return new Promise((resolve) => this.#cometd.publish(this.#channel, content, resolve));
  }

  async starts(fields = {}) {
    await this.publish({
      operation: "requestChat",
      nickname: "Maria",
      subject: "Where is my parcel?",
      ...fields,
    });
    await until("the chat to begin", () => this.chatId && this.secureKey);
    return this;
  }

  says(message, clientMessageId) {
    const { secureKey } = this;
    return this.publish({ operation: "sendMessage", message, secureKey, clientMessageId });
  }

  does(operation, fields = {}) {
    return this.publish({ operation, secureKey: this.secureKey, ...fields });
  }

  sees(what, wanted, timeoutMs) {
    return until(`the customer to see ${what}`, () => this.seen.find(wanted), timeoutMs);
  }

  hears(text) {
    return this.sees(`"${text}"`, (event) => event.type === "Message" && event.text === text);
  }

  texts() {
    return this.seen.filter((event) => event.type === "Message").map((event) => event.text);
  }

  disconnect() {
    return within(
      5000,
      "the Bayeux disconnect",
      new Promise((resolve) => this.#cometd.disconnect(resolve)),
    ).catch(quiet);
  }
}
