// SPDX-License-Identifier: GPL-3.0-or-later
import type { Surroundings } from "./surroundings.js";

const firstWaitMs = 8000;
const longestWaitMs = 30_000;

/** Does something now and again until it is stopped: for requests whose answer may be lost.
 *  Each wait is longer than the one before. */
export class Repeater {
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly action: () => void,
  ) {}

  begin(): void {
    this.run(firstWaitMs);
  }

  stop(): void {
    this.stopTimer();
  }

  private run(waitMs: number): void {
    this.stopTimer();
    this.action();
    this.stopTimer = this.surroundings.after(waitMs, () => {
      this.run(Math.min(waitMs * 1.5, longestWaitMs));
    });
  }
}
