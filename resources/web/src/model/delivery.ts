// SPDX-License-Identifier: GPL-3.0-or-later
import { StatusCode } from "../protocol.js";
import { Outbox, type Outgoing, type OutgoingRecord } from "./outbox.js";
import type { Surroundings } from "./surroundings.js";
import type { Entry } from "./transcript.js";

const answerWithinMs = 8000;
const transientPauseMs = 2000;

/** Brings the customer's messages to the server: in order, each once, again after silence. */
export class Delivery {
  private readonly outbox: Outbox;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly send: (message: Outgoing) => void,
    private readonly canSend: () => boolean,
    private readonly changed: () => void,
    records: readonly OutgoingRecord[],
  ) {
    this.outbox = new Outbox(records);
  }

  get messages(): readonly Outgoing[] {
    return this.outbox.messages;
  }

  records(): OutgoingRecord[] {
    return this.outbox.records();
  }

  add(text: string, key = this.surroundings.newKey(), time = this.surroundings.now()): void {
    this.outbox.add(key, text, time);
    this.advance();
  }

  again(key: string): void {
    this.outbox.retry(key);
    this.advance();
  }

  /** Sends what is due, if the way is free. */
  advance(): void {
    const next = this.canSend() ? this.outbox.takeNext() : null;
    if (next) {
      this.send(next);
      this.retryAfter(next.key, answerWithinMs);
    }
  }

  interrupted(): void {
    this.stopTimer();
    this.outbox.interrupted();
  }

  answered(key: string, statusCode: number): void {
    if (statusCode === StatusCode.transient) {
      this.retryAfter(key, transientPauseMs);
      return;
    }
    const isOurs =
      statusCode === StatusCode.refused ? this.outbox.refused(key) : this.outbox.confirmed(key);
    if (isOurs) {
      this.stopTimer();
    }
  }

  /** The server has put an own message into the transcript: it has arrived. */
  arrived(entry: Entry): void {
    const isOurs = entry.key
      ? this.outbox.remove(entry.key)
      : this.outbox.removeFirstWithText(entry.text);
    if (isOurs) {
      this.stopTimer();
    }
  }

  /** The conversation is over: what has not arrived will not. */
  abandon(): void {
    this.stopTimer();
    this.outbox.refuseAll();
  }

  private retryAfter(key: string, delayMs: number): void {
    this.stopTimer();
    this.stopTimer = this.surroundings.after(delayMs, () => {
      this.outbox.unanswered(key);
      this.advance();
      this.changed();
    });
  }
}
