// SPDX-License-Identifier: GPL-3.0-or-later
// Customers and agents who keep talking while the server dies and comes back: what was not
// acknowledged is said again with the same key, until it is given up.
import { setTimeout as pause } from "node:timers/promises";
import { AgentClient } from "../support/agent.mjs";
import { until } from "../support/condition.mjs";
import { RestCustomer } from "../support/rest.mjs";

const answerLimitMs = 5_000;

/** Repeats `attempt` until it does not throw, at most the scene's `insistMs`. */
function insisting({ insistMs }, what, attempt) {
  const gives = async () => ({ value: await attempt() });
  return until(what, gives, insistMs).then(({ value }) => value);
}

/**
 * Says one message after the other, each at its time, until told to stop, or until one is given
 * up. Gives whether all were acknowledged.
 */
async function talks(scene, say) {
  const { recorder, chat, side, intervalMs, isOver, random } = scene;
  let due = performance.now() + random() * intervalMs;
  for (let number = 1; !isOver(); ++number) {
    await pause(Math.max(0, due - performance.now()));
    due = Math.max(due + intervalMs, performance.now() - 5 * intervalMs);
    const text = `${chat} ${side} ${number}`;
    const record = recorder.sends(chat, side, text);
    try {
      const index = await insisting(scene, `"${text}" to be acknowledged`, () => {
        recorder.attempts(record);
        return say(text, `${side}-${number}`);
      });
      recorder.acknowledges(record, index);
    } catch (error) {
      recorder.givesUp(chat, text, error);
      return false;
    }
  }
  return true;
}

export class TalkingCustomer {
  constructor(url, scene) {
    this.scene = { ...scene, side: "customer" };
    this.rest = new RestCustomer(url);
    this.counted = 0;
  }

  async begins() {
    await this.rest.starts({ nickname: "Customer" });
    this.scene.chat = this.rest.chatId;
  }

  async #say(text, clientMessageId) {
    const fields = { message: text, clientMessageId };
    const { body } = await this.rest.tries("send", fields);
    if (body.statusCode !== 0) {
      throw new Error(`not acknowledged: ${JSON.stringify(body)}`);
    }
    return null;
  }

  /** What is new since the last look, as received. */
  async looks() {
    await this.rest.catchesUp();
    const { recorder, chat } = this.scene;
    const fresh = this.rest.seen.slice(this.counted);
    this.counted = this.rest.seen.length;
    fresh
      .filter((event) => event.type === "Message" && event.from.type === "Agent")
      .forEach((event) => recorder.receives(chat, "customer", event.text));
  }

  async #polls() {
    while (!this.scene.isOver()) {
      await this.looks().catch(() => {}); // the server may be down
      await pause(400);
    }
  }

  async lives() {
    const said = talks(this.scene, (text, key) => this.#say(text, key));
    const [isWell] = await Promise.all([said, this.#polls()]);
    if (isWell) {
      await insisting(this.scene, "a last look", () => this.looks());
    }
  }

  /** After all have fallen silent: sees what came since. A chat that was given up may be gone. */
  looksOnce() {
    const { recorder, chat } = this.scene;
    return recorder.givenUp(chat).length > 0 ? this.looks().catch(() => {}) : this.looks();
  }
}

export class TalkingAgent {
  chats = [];
  #noted = new WeakSet();

  constructor(url, scene) {
    this.url = url;
    this.scene = { ...scene, side: "agent" };
  }

  async begins(user, password) {
    this.client = await AgentClient.signedIn(this.url, user, password);
    await this.client.ready();
  }

  async #say(interactionId, text, clientMessageId) {
    const asked = this.client.ask("chat.send", { interactionId, text, clientMessageId });
    const late = pause(answerLimitMs, null, { ref: false }).then(() => {
      throw new Error("no answer");
    });
    return (await Promise.race([asked, late])).index;
  }

  /** Comes back whenever the socket is lost. */
  async #staysConnected() {
    while (!this.scene.isOver()) {
      await Promise.race([this.client.closed, pause(200)]);
      if (!this.scene.isOver()) {
        await this.reconnectsIfLost();
      }
      this.notes();
    }
  }

  async reconnectsIfLost() {
    const open = Symbol("open");
    const state = await Promise.race([this.client.closed, Promise.resolve(open)]);
    if (state === open) {
      return;
    }
    await insisting(this.scene, "the agent to be back", async () => {
      await this.client.reconnect();
      await this.client.resume();
    });
  }

  /** Records what is new of the events heard. */
  notes() {
    this.client.pending.length = 0;
    for (const chat of this.chats) {
      const fresh = (this.client.events.get(chat) ?? []).filter((one) => !this.#noted.has(one));
      fresh.forEach((event) => this.#noted.add(event));
      fresh
        .filter((event) => event.type === "Message" && event.from.type === "Client")
        .forEach((event) => this.scene.recorder.receives(chat, "agent", event.text));
    }
  }

  async lives() {
    const speeches = this.chats.map((chat) =>
      talks({ ...this.scene, chat }, (text, key) => this.#say(chat, text, key)),
    );
    await Promise.all([...speeches, this.#staysConnected()]);
  }

  /** After all have fallen silent: hears what is still under way. */
  async listensOut() {
    await this.reconnectsIfLost();
    await insisting(this.scene, "the stream to be drained", () => this.client.ask("server.status"));
    this.notes();
  }
}
