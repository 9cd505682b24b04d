// SPDX-License-Identifier: GPL-3.0-or-later
// An agent without a desktop: JSON-RPC over the agents' WebSocket.
import { once } from "node:events";
import WebSocket from "ws";
import { eventually } from "./eventually.mjs";

export class Agent {
  #socket = null;
  #nextId = 1;
  #waiting = new Map();
  #token = "";
  #lastSeq = 0;
  /** All facts heard, as { method, params }, oldest first. */
  facts = [];

  static async signIn(url, user) {
    const agent = new Agent();
    await agent.#connect(url);
    const welcome = await agent.ask("session.login", { user, password: "demo" });
    agent.#token = welcome.sessionToken;
    agent.#lastSeq = welcome.seq;
    await agent.ask("agent.setState", { state: "ready" });
    return agent;
  }

  /** After the server was gone: goes on with the session that was open. */
  async resume(url) {
    await this.#connect(url);
    const params = { sessionToken: this.#token, lastSeq: this.#lastSeq };
    const reply = await this.ask("session.resume", params);
    this.#lastSeq = Math.max(this.#lastSeq, reply.seq ?? 0);
  }

  async ask(method, params) {
    const id = String(this.#nextId++);
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return answered;
  }

  /** Takes the next conversation that is offered to this agent. */
  async accepts() {
    const taken = (this.taken ??= new Set());
    const offered = await eventually("an offer", () =>
      this.facts.find(
        ({ method, params }) =>
          method === "interaction.offered" && !taken.has(params.interaction.id),
      ),
    );
    const { interaction } = offered.params;
    taken.add(interaction.id);
    await this.ask("interaction.accept", { interactionId: interaction.id });
    return new AgentConversation(this, interaction);
  }

  close() {
    this.#socket?.terminate();
  }

  async #connect(url) {
    const address = `${url.replace(/^http/, "ws")}/agent`;
    const socket = new WebSocket(address, "tandem.agent.v1");
    this.#socket = socket;
    socket.on("message", (bytes) => this.#heard(JSON.parse(bytes.toString())));
    socket.on("error", () => undefined);
    socket.on("close", () => this.#disconnected());
    await once(socket, "open");
  }

  #heard(message) {
    if (message.id === undefined) {
      this.#lastSeq = Math.max(this.#lastSeq, message.params?.seq ?? 0);
      this.facts.push(message);
      return;
    }
    const { resolve, reject } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) {
      reject(new Error(`${message.error.message} (${message.error.data?.reason})`));
    } else {
      resolve(message.result);
    }
  }

  #disconnected() {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error("connection lost"));
    }
    this.#waiting.clear();
  }
}

class AgentConversation {
  #keys = 0;

  constructor(agent, interaction) {
    this.agent = agent;
    this.interaction = interaction;
    this.interactionId = interaction.id;
  }

  says(text) {
    const clientMessageId = `${this.interactionId}-${(this.#keys += 1)}`;
    const { interactionId } = this;
    return this.agent.ask("chat.send", {
      interactionId,
      text,
      audience: "everyone",
      clientMessageId,
    });
  }

  types(typing = true) {
    return this.agent.ask("chat.typing", { interactionId: this.interactionId, typing });
  }

  ends() {
    return this.agent.ask("chat.end", { interactionId: this.interactionId });
  }

  isDone() {
    return this.agent.ask("interaction.markDone", { interactionId: this.interactionId });
  }

  async attachedData() {
    const { interactionId } = this;
    return (await this.agent.ask("interaction.get", { interactionId })).attachedData;
  }

  /** The customer's messages as the server keeps them, in order. */
  async customerTexts() {
    const { interactionId } = this;
    const { events } = await this.agent.ask("chat.transcript", { interactionId });
    return events
      .filter(({ type, from }) => type === "Message" && from.type === "Client")
      .map(({ text }) => text);
  }

  hears(text) {
    return eventually(`the customer's "${text}"`, async () =>
      (await this.customerTexts()).includes(text),
    );
  }

  seesCustomerType(type) {
    return eventually(`the customer's ${type}`, () =>
      this.agent.facts.some(
        ({ method, params }) =>
          method === "chat.event" &&
          params.interactionId === this.interactionId &&
          params.event.type === type &&
          params.event.from.type === "Client",
      ),
    );
  }
}
