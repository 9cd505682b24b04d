// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatLink } from "../link/chatlink.js";
import type { Surroundings } from "./surroundings.js";

const quietInterruptionMs = 1000;

/** What is known of the way to the server at present. */
export class Line {
  private isUp = false;
  private attached = false;
  private interrupted = false;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly link: ChatLink,
    private readonly surroundings: Surroundings,
    private readonly changed: () => void,
  ) {}

  /** The server delivers this conversation's events on the present connection. */
  get isAttached(): boolean {
    return this.attached;
  }

  get canSend(): boolean {
    return this.isUp && this.attached;
  }

  /** It has been gone for long enough to be worth a word. */
  get isInterrupted(): boolean {
    return this.interrupted;
  }

  open(): void {
    this.watch();
    this.link.open();
  }

  close(): void {
    this.isUp = false;
    this.attached = false;
    this.beQuiet();
    this.link.close();
  }

  cameUp(): void {
    this.isUp = true;
    this.attached = false;
  }

  wentDown(): void {
    this.isUp = false;
    this.attached = false;
    this.watch();
  }

  becomeAttached(): void {
    this.attached = true;
    this.beQuiet();
  }

  private beQuiet(): void {
    this.interrupted = false;
    this.stopTimer();
  }

  private watch(): void {
    this.stopTimer();
    this.stopTimer = this.surroundings.after(quietInterruptionMs, () => {
      this.interrupted = true;
      this.changed();
    });
  }
}
