// SPDX-License-Identifier: GPL-3.0-or-later
// An agent who speaks the agent protocol (JSON-RPC 2.0 over WebSocket), and who notices when a
// fact is missing from its stream.
import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { within } from "./condition.mjs";

const limitMs = 10_000;

export class RpcError extends Error {
  constructor(method, error) {
    super(`${method}: ${error.message} (${error.data?.reason ?? error.code})`);
    this.code = error.code;
    this.reason = error.data?.reason;
    this.data = error.data;
  }
}

export class NotConnected extends Error {}

export class AgentClient {
  #socket = null;
  #waiting = new Map();
  #listeners = [];
  #nextId = 1;
  /** Facts that nobody has waited for yet. */
  pending = [];
  /** Every chat event heard, by interaction. */
  events = new Map();
  lastSeq = null;

  constructor(url, from = undefined) {
    this.localAddress = from;
    this.url = `${url.replace(/^http/, "ws")}/agent`;
  }

  /** A connection; nobody is signed in yet. headers: for example Origin; from: an address of this
   * machine, for example 127.0.0.2. */
  static async connect(url, headers = {}, from = undefined) {
    const agent = new AgentClient(url, from);
    await agent.reconnect(headers);
    return agent;
  }

  /** Connected and signed in. */
  static async signedIn(url, user, password = "demo") {
    const agent = await AgentClient.connect(url);
    await agent.login(user, password);
    return agent;
  }

  async reconnect(headers = {}) {
    const { localAddress } = this;
    const options = { headers, handshakeTimeout: limitMs, localAddress };
    const socket = new WebSocket(this.url, "tandem.agent.v1", options);
    this.#socket = socket;
    socket.on("message", (bytes) => this.#received(JSON.parse(bytes.toString())));
    socket.on("error", () => {});
    this.closed = new Promise((resolve) => {
      socket.once("close", (code, reason) => {
        this.#lost(socket);
        resolve({ code, reason: reason.toString() });
      });
    });
    await within(limitMs, "the agent's socket to open", once(socket, "open"));
  }

  async login(user, password = "demo", place) {
    const begin = (welcome) => this.#startStream(welcome);
    this.lastSeq = null;
    const welcome = await this.ask("session.login", { user, password, place }, begin);
    this.token = welcome.sessionToken;
    this.id = welcome.agent.id;
    this.welcome = welcome;
    return welcome;
  }

  /** Goes on with the session on a new socket; missed facts follow, or a snapshot is the answer. */
  async resume(token = this.token, lastSeq = this.lastSeq) {
    const begin = (reply) => {
      if (reply.snapshot) {
        this.lastSeq = null;
        this.#startStream(reply);
      }
    };
    const reply = await this.ask("session.resume", { sessionToken: token, lastSeq }, begin);
    this.id ??= reply.agent.id;
    return reply;
  }

  #startStream(reply) {
    this.lastSeq ??= reply.seq;
    for (const own of reply.snapshot.interactions) {
      this.#keepEvents(own.interaction.id, own.events);
    }
  }

  /** Asks and gives the result; throws RpcError where it is refused. `before` sees the result
   * before the facts that follow it. */
  async ask(method, params = {}, before = () => {}) {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      throw new NotConnected(`${method}: the socket is closed`);
    }
    const id = `q${this.#nextId++}`;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method, before });
    });
    this.#socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return within(limitMs, `the answer to ${method}`, answer);
  }

  /** Sends bytes as they are. */
  sendRaw(text) {
    this.#socket.send(text);
  }

  #received(frame) {
    if (frame.method) {
      this.#heard(frame.method, frame.params);
      return;
    }
    const waiting = this.#waiting.get(frame.id);
    if (!waiting) {
      this.unasked = frame;
      this.#tell("answer", frame);
      return;
    }
    this.#waiting.delete(frame.id);
    if (frame.error) {
      waiting.reject(new RpcError(waiting.method, frame.error));
    } else {
      waiting.before(frame.result);
      waiting.resolve(frame.result);
    }
  }

  #heard(name, params) {
    if (this.lastSeq !== null) {
      assert.equal(params.seq, this.lastSeq + 1, `a fact is missing or doubled before ${name}`);
    }
    this.lastSeq = params.seq;
    if (name === "chat.event") {
      this.#keepEvents(params.interactionId, [params.event]);
    }
    this.#tell(name, params);
  }

  #tell(name, params) {
    const listener = this.#listeners.findIndex((one) => one.name === name && one.wanted(params));
    if (listener < 0) {
      this.pending.push({ name, params });
      return;
    }
    const [found] = this.#listeners.splice(listener, 1);
    found.resolve(params);
  }

  /** The facts of a request come before its reply, which holds older events. */
  #keepEvents(interactionId, events) {
    const known = this.events.get(interactionId) ?? [];
    const indexes = new Set(known.map((event) => event.index));
    known.push(...events.filter(({ index }) => index !== undefined && !indexes.has(index)));
    known.sort((a, b) => a.index - b.index);
    this.events.set(interactionId, known);
  }

  #lost(socket) {
    if (socket !== this.#socket) {
      return;
    }
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach(({ reject, method }) => reject(new NotConnected(`${method}: socket lost`)));
  }

  /** The next fact of that name which nobody has taken yet, and which is as wanted. */
  hears(name, wanted = () => true, timeoutMs = limitMs) {
    const known = this.pending.findIndex((one) => one.name === name && wanted(one.params));
    if (known >= 0) {
      return Promise.resolve(this.pending.splice(known, 1)[0].params);
    }
    const listener = { name, wanted };
    const heard = new Promise((resolve) => (listener.resolve = resolve));
    this.#listeners.push(listener);
    return within(timeoutMs, `${name} to be heard`, heard).finally(() => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    });
  }

  /** Whether such a fact has come that nobody has taken, after all that was under way is here. */
  async hasHeard(name, wanted = () => true) {
    await this.ask("server.status");
    return this.pending.some((one) => one.name === name && wanted(one.params));
  }

  ready() {
    return this.ask("agent.setState", { state: "ready" });
  }

  notReady(reason) {
    return this.ask("agent.setState", { state: "not_ready", reason });
  }

  /** Waits for an offer (of that interaction, where one is named) and gives the fact. */
  offered(interactionId, timeoutMs) {
    return this.hears(
      "interaction.offered",
      (fact) => !interactionId || fact.interaction.id === interactionId,
      timeoutMs,
    );
  }

  /** Waits for the offer and accepts it; gives the interaction. */
  async accepts(interactionId) {
    const offer = await this.offered(interactionId);
    const own = await this.ask("interaction.accept", { interactionId: offer.interaction.id });
    this.#keepEvents(own.interaction.id, own.events);
    return own.interaction;
  }

  says(interactionId, text, clientMessageId) {
    return this.ask("chat.send", { interactionId, text, clientMessageId });
  }

  hearsText(interactionId, text) {
    return this.hears(
      "chat.event",
      (fact) => fact.interactionId === interactionId && fact.event.text === text,
    );
  }

  /** Everything that was said in it, as stored. */
  async transcript(interactionId) {
    const events = [];
    for (let from = 1; ; ) {
      const page = await this.ask("chat.transcript", { interactionId, from });
      events.push(...page.events);
      if (page.events.length === 0 || page.nextPosition === from) {
        return events;
      }
      from = page.nextPosition;
    }
  }

  /** Takes nothing more from the socket, until `readsAgain`. */
  stopsReading() {
    this.#socket.pause();
  }

  readsAgain() {
    this.#socket.resume();
  }

  /** The socket breaks, without a good-bye. */
  async drop() {
    this.#socket.terminate();
    await this.closed;
  }

  async close() {
    this.#socket.close();
    await this.closed;
  }
}
