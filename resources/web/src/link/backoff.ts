// SPDX-License-Identifier: GPL-3.0-or-later

const firstDelayMs = 500;
const longestDelayMs = 15_000;

/** How long to wait before the next attempt: doubling, and spread over half of its length, so
 *  that the customers of a server that comes back do not all return in the same moment. */
export class Backoff {
  private attempts = 0;

  constructor(private readonly random: () => number = Math.random) {}

  reset(): void {
    this.attempts = 0;
  }

  nextDelayMs(): number {
    const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** this.attempts);
    this.attempts = Math.min(this.attempts + 1, 10);
    return Math.round(whole * (0.5 + this.random() / 2));
  }
}
