// SPDX-License-Identifier: GPL-3.0-or-later
// The one place of the tab that leads: by the browser's own locks, or where there are none by vote.

export interface Seat {
  /** Waits until nobody else has it. */
  wait(): void;
  /** Takes it, whoever has it. */
  take(): void;
  leave(): void;
}

export interface SeatEvents {
  readonly got: () => void;
  readonly lost: () => void;
}

export class LockSeat implements Seat {
  private isWaiting = false;
  private release: (() => void) | null = null;
  /** Which request counts: what was asked for before is not wanted any more. */
  private turn = 0;
  private abort = new AbortController();

  constructor(
    private readonly locks: LockManager,
    private readonly name: string,
    private readonly events: SeatEvents,
  ) {}

  wait(): void {
    if (!this.isWaiting && !this.release) {
      this.isWaiting = true;
      this.request({ signal: this.abort.signal }, this.events.got);
    }
  }

  take(): void {
    this.leave();
    this.request({ steal: true }, () => undefined);
  }

  leave(): void {
    this.turn += 1;
    this.isWaiting = false;
    this.abort.abort();
    this.abort = new AbortController();
    this.release?.();
    this.release = null;
  }

  private request(options: LockOptions, got: () => void): void {
    const { turn } = this;
    const held = () =>
      new Promise<void>((resolve) => {
        if (turn !== this.turn) {
          resolve();
          return;
        }
        this.isWaiting = false;
        this.release = resolve;
        got();
      });
    this.locks.request(this.name, options, held).catch(() => {
      // Taken by another tab; or waited for in vain, which is of an earlier turn.
      if (turn === this.turn) {
        this.leave();
        this.events.lost();
      }
    });
  }
}

const answerWithinMs = 300;

export type Vote = { readonly seat: "who" | "mine" | "free"; readonly id: string };

interface Timers {
  after(delayMs: number, action: () => void): () => void;
}

/** Who asks and hears nothing has it; who takes it tells the others. */
export class VotedSeat implements Seat {
  private isMine = false;
  private isWaiting = false;
  private isFresh = false;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly post: (vote: Vote) => void,
    private readonly id: string,
    private readonly timers: Timers,
    private readonly events: SeatEvents,
    private readonly random: () => number = Math.random,
  ) {}

  wait(): void {
    if (!this.isMine && !this.isWaiting) {
      this.isWaiting = true;
      this.ask();
    }
  }

  take(): void {
    this.stopTimer();
    this.isWaiting = false;
    this.isMine = true;
    this.isFresh = true;
    this.post({ seat: "mine", id: this.id });
    this.stopTimer = this.timers.after(answerWithinMs, () => (this.isFresh = false));
  }

  leave(): void {
    this.stopTimer();
    this.isWaiting = false;
    if (this.isMine) {
      this.isMine = false;
      this.post({ seat: "free", id: this.id });
    }
  }

  heard({ seat, id }: Vote): void {
    if (seat === "mine") {
      this.stopTimer();
      // Of two that take it in the same moment the lower one has it; otherwise the later.
      if (this.isMine && this.isFresh && this.id < id) {
        this.take();
      } else if (this.isMine) {
        this.isMine = false;
        this.events.lost();
      }
    } else if (seat === "who" && this.isMine) {
      this.post({ seat: "mine", id: this.id });
    } else if (seat === "free" && this.isWaiting) {
      this.ask();
    }
  }

  private ask(): void {
    this.stopTimer();
    const delayMs = answerWithinMs * (1 + this.random());
    this.stopTimer = this.timers.after(delayMs, () => {
      this.take();
      this.events.got();
    });
    this.post({ seat: "who", id: this.id });
  }
}
