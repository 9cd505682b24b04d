// SPDX-License-Identifier: GPL-3.0-or-later
import type { Surroundings } from "./surroundings.js";

/** What somebody who thinks of writing may expect. */
export interface Expected {
  readonly isOpen: boolean;
  readonly waitMs: number | null;
}

const askAgainMs = 30_000;

/** Asks how long a wait would be, again and again while somebody looks, and not otherwise.
 *  Dispatches "change". */
export class Expectation extends EventTarget {
  private known: Expected | null = null;
  private isWatching = false;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly ask: () => Promise<Expected | null>,
    private readonly surroundings: Surroundings,
  ) {
    super();
  }

  /** Null where it is not known. */
  get current(): Expected | null {
    return this.known;
  }

  watch(isWatching: boolean): void {
    if (isWatching === this.isWatching) {
      return;
    }
    this.isWatching = isWatching;
    this.stopTimer();
    if (isWatching) {
      void this.look();
    }
  }

  private async look(): Promise<void> {
    this.stopTimer();
    this.stopTimer = this.surroundings.after(askAgainMs, () => void this.look());
    const answer = await this.ask();
    if (this.isWatching) {
      this.known = answer;
      this.dispatchEvent(new Event("change"));
    }
  }
}
