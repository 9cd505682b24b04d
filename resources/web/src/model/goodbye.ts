// SPDX-License-Identifier: GPL-3.0-or-later
import type { ConversationRecord } from "./record.js";
import type { Surroundings } from "./surroundings.js";

/** So long after that the server has ended it by itself. */
const withinMs = 60_000;

/** An end that nobody could be told of, since the line was down: the server hears of it when the
 *  line is back, on the next page, too. */
export class GoodBye {
  constructor(
    private readonly record: () => ConversationRecord,
    private readonly surroundings: Surroundings,
    private readonly line: { open(): void; close(): void },
  ) {}

  get isOwed(): boolean {
    const { phase, after } = this.record();
    return phase === "ended" && (after?.untoldUntil ?? 0) > this.surroundings.now();
  }

  owe(): void {
    const { after } = this.record();
    if (after) {
      after.untoldUntil = this.surroundings.now() + withinMs;
      this.begin();
    }
  }

  /** Waits for the line. */
  begin(): void {
    const { after } = this.record();
    if (after && this.isOwed) {
      const leftMs = (after.untoldUntil ?? 0) - this.surroundings.now();
      this.line.open();
      const { secureKey } = after;
      this.surroundings.after(leftMs, () => {
        if (this.record().after?.secureKey === secureKey) {
          this.end();
        }
      });
    }
  }

  /** The server has heard of it, or it is too late. */
  end(): void {
    const { after } = this.record();
    if (after?.untoldUntil) {
      this.line.close();
      delete after.untoldUntil;
    }
  }
}
