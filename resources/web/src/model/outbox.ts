// SPDX-License-Identifier: GPL-3.0-or-later

export type DeliveryState = "waiting" | "sending" | "sent" | "failed";

/** A message of the customer that is not yet part of the transcript. */
export interface Outgoing {
  readonly key: string;
  readonly text: string;
  /** Milliseconds since 1970, by the customer's clock. */
  readonly time: number;
  state: DeliveryState;
  attempts: number;
}

export type OutgoingRecord = Pick<Outgoing, "key" | "text" | "time" | "state">;

const mostAttempts = 6;

/** Messages on their way, in the order they were written. One travels at a time, so that a
 *  repeated one is never overtaken; each keeps its key, so that a repeat counts once. */
export class Outbox {
  private list: Outgoing[];

  constructor(records: readonly OutgoingRecord[] = []) {
    this.list = records.map((record) => ({
      ...record,
      state: record.state === "sending" ? "waiting" : record.state,
      attempts: 0,
    }));
  }

  get messages(): readonly Outgoing[] {
    return this.list;
  }

  add(key: string, text: string, time: number): void {
    this.list.push({ key, text, time, state: "waiting", attempts: 0 });
  }

  /** The next to send, unless one is on its way. */
  takeNext(): Outgoing | null {
    if (this.list.some((message) => message.state === "sending")) {
      return null;
    }
    const next = this.list.find((message) => message.state === "waiting");
    if (next) {
      next.state = "sending";
      next.attempts += 1;
    }
    return next ?? null;
  }

  /** No answer came: it goes again with its key, or is given back to the customer. */
  unanswered(key: string): void {
    this.change(key, (message) => {
      if (message.state === "sending") {
        message.state = message.attempts >= mostAttempts ? "failed" : "waiting";
      }
    });
  }

  interrupted(): void {
    for (const message of this.list) {
      if (message.state === "sending") {
        message.state = "waiting";
        message.attempts = 0;
      }
    }
  }

  /** Accepted; it stays here until the transcript shows it. */
  confirmed(key: string): boolean {
    return this.change(key, (message) => {
      message.state = "sent";
    });
  }

  refused(key: string): boolean {
    return this.change(key, (message) => {
      message.state = "failed";
    });
  }

  refuseAll(): void {
    for (const message of this.list) {
      if (message.state !== "sent") {
        message.state = "failed";
      }
    }
  }

  retry(key: string): void {
    this.change(key, (message) => {
      if (message.state === "failed") {
        message.state = "waiting";
        message.attempts = 0;
      }
    });
  }

  remove(key: string): boolean {
    const before = this.list.length;
    this.list = this.list.filter((message) => message.key !== key);
    return this.list.length < before;
  }

  /** For a server that does not tell keys back: the oldest with this text is the one meant. */
  removeFirstWithText(text: string): boolean {
    const found = this.list.find((message) => message.text === text);
    return found ? this.remove(found.key) : false;
  }

  records(): OutgoingRecord[] {
    return this.list.map(({ key, text, time, state }) => ({ key, text, time, state }));
  }

  private change(key: string, action: (message: Outgoing) => void): boolean {
    const message = this.list.find((candidate) => candidate.key === key);
    if (message) {
      action(message);
    }
    return message !== undefined;
  }
}
