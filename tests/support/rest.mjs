// SPDX-License-Identifier: GPL-3.0-or-later
// A customer over the REST form of Chat API version 2: form posts in, JSON out.
import assert from "node:assert/strict";
import { until } from "./condition.mjs";

export function form(fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && typeof value === "object") {
      Object.entries(value).forEach(([key, one]) => body.append(`${name}[${key}]`, String(one)));
    } else if (value !== undefined) {
      body.append(name, String(value));
    }
  }
  return body;
}

export class RestCustomer {
  /** Every event seen, in order. */
  seen = [];
  position = 1;
  chatEnded = false;

  constructor(url, service = "support") {
    this.base = `${url}/genesys/2/chat/${service}`;
  }

  /** Posts and gives { status, body }. */
  static async post(address, fields, headers = {}) {
    const answer = await fetch(address, {
      method: "POST",
      body: form(fields),
      headers,
      signal: AbortSignal.timeout(15_000),
    });
    const text = await answer.text();
    let body = text;
    try {
      body = JSON.parse(text);
    } catch {
      // not every refusal has a body
    }
    return { status: answer.status, headers: answer.headers, body };
  }

  async starts(fields = {}) {
    const all = { nickname: "Maria", subject: "Where is my parcel?", ...fields };
    const answer = await RestCustomer.post(this.base, all);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.body.statusCode, 0, JSON.stringify(answer.body));
    this.adopt(answer.body);
    return this;
  }

  adopt(body) {
    this.chatId = body.chatId;
    this.alias = body.alias;
    this.userId = body.userId;
    this.secureKey = body.secureKey;
    this.#take(body);
  }

  /** One operation on the conversation; gives { status, body }, whatever it is. */
  tries(operation, fields = {}) {
    const { alias, secureKey, userId } = this;
    return RestCustomer.post(`${this.base}/${this.chatId}/${operation}`, {
      alias,
      secureKey,
      userId,
      ...fields,
    });
  }

  async does(operation, fields = {}) {
    const answer = await this.tries(operation, { transcriptPosition: this.position, ...fields });
    assert.equal(answer.status, 200, `${operation}: ${JSON.stringify(answer.body)}`);
    assert.equal(answer.body.statusCode, 0, `${operation}: ${JSON.stringify(answer.body)}`);
    this.#take(answer.body);
    return answer.body;
  }

  says(message, clientMessageId) {
    return this.does("send", { message, clientMessageId });
  }

  leaves() {
    return this.does("disconnect");
  }

  refresh() {
    return this.does("refresh", { message: "" });
  }

  /** Asks until nothing more is to be seen: a long chat comes in several answers. */
  async catchesUp() {
    for (let before = null; before !== this.position; ) {
      before = this.position;
      await this.refresh();
    }
  }

  #take(body) {
    for (const event of body.messages ?? []) {
      if (event.index > (this.seen.at(-1)?.index ?? 0)) {
        this.seen.push(event);
      }
    }
    this.position = Math.max(this.position, body.nextPosition ?? 1);
    this.chatEnded ||= Boolean(body.chatEnded);
    if (body.alias) {
      this.alias = body.alias; // it may change within a session
    }
  }

  texts() {
    return this.seen.filter((event) => event.type === "Message").map((event) => event.text);
  }

  /** Polls until an event as wanted has been seen. */
  sees(what, wanted, timeoutMs) {
    return until(
      `the customer to see ${what}`,
      async () => {
        await this.refresh();
        return this.seen.find(wanted);
      },
      timeoutMs,
    );
  }

  hears(text) {
    return this.sees(`"${text}"`, (event) => event.type === "Message" && event.text === text);
  }
}
