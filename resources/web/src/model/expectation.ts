// SPDX-License-Identifier: GPL-3.0-or-later
import type { Surroundings } from "./surroundings.js";

/** What somebody who thinks of writing may expect. */
export interface Expected {
  readonly isOpen: boolean;
  readonly waitMs: number | null;
  /** Names of the fields that a chat must come with. */
  readonly requiredFields?: readonly string[];
}

/** Null: the server is there and does not tell. */
export type WaitAnswer = Expected | "unreachable" | null;

const askAgainMs = 30_000;

/** Asks how it stands with the queue when somebody looks, not before; where the wait is shown,
 *  again and again. Dispatches "change". */
export class Expectation extends EventTarget {
  private known: Expected | null = null;
  private reachable = true;
  private asked = false;
  private isWatching = false;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly ask: () => Promise<WaitAnswer>,
    private readonly surroundings: Pick<Surroundings, "after">,
    private readonly isRepeated = true,
  ) {
    super();
  }

  /** Null where it is not known. */
  get current(): Expected | null {
    return this.known;
  }

  /** There has been an answer, or it is clear that there is none. */
  get isSettled(): boolean {
    return this.asked;
  }

  /** Nobody is there to chat with. */
  get isAway(): boolean {
    return !this.reachable || this.known?.isOpen === false;
  }

  watch(isWatching: boolean): void {
    if (isWatching === this.isWatching) {
      return;
    }
    this.isWatching = isWatching;
    this.stopTimer();
    const isEnough = this.asked && !this.isRepeated && !this.isAway;
    if (isWatching && !isEnough) {
      void this.look();
    }
  }

  private async look(): Promise<void> {
    this.stopTimer();
    if (this.isRepeated) {
      this.stopTimer = this.surroundings.after(askAgainMs, () => void this.look());
    }
    const answer = await this.ask();
    if (this.isWatching) {
      this.asked = true;
      this.reachable = answer !== "unreachable";
      this.known = answer === "unreachable" ? null : answer;
      this.dispatchEvent(new Event("change"));
    }
  }
}
