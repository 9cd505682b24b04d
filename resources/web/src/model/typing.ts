// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatEvent } from "../protocol.js";
import type { Surroundings } from "./surroundings.js";

const idleMs = 2000;
const forgottenAfterMs = 20_000;
const previewEveryMs = 1000;

/** Tells the agents that the customer writes: once when it begins, once when it pauses; where they
 *  see previews, also what, about once a second. */
export class OwnTyping {
  private isTyping = false;
  private text = "";
  private stopTimer: () => void = () => undefined;
  private stopPreview: (() => void) | null = null;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly tell: (operation: "startTyping" | "stopTyping", preview?: string) => void,
  ) {}

  wrote(text: string, previews: boolean): void {
    this.stopTimer();
    this.text = text;
    if (text.trim() === "") {
      this.stopped();
      return;
    }
    if (!this.isTyping) {
      this.isTyping = true;
      this.tell("startTyping", previews ? text : undefined);
    } else if (previews) {
      this.stopPreview ??= this.surroundings.after(previewEveryMs, () => {
        this.stopPreview = null;
        this.tell("startTyping", this.text);
      });
    }
    this.stopTimer = this.surroundings.after(idleMs, () => this.stopped());
  }

  /** A message says by itself that the typing is over. */
  forget(): void {
    this.stopTimer();
    this.stopPreview?.();
    this.stopPreview = null;
    this.isTyping = false;
  }

  private stopped(): void {
    if (this.isTyping) {
      this.forget();
      this.tell("stopTyping");
    }
  }
}

/** Who on the other side writes at present. */
export class OthersTyping {
  private readonly names = new Map<string, string>();
  private readonly timers = new Map<string, () => void>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly changed: () => void,
  ) {}

  get current(): string[] {
    return [...this.names.values()];
  }

  heard(event: ChatEvent): void {
    const participant = String(event.from?.participantId ?? event.from?.nickname ?? "");
    if (event.from?.type === "Client") {
      return;
    }
    if (event.type === "TypingStarted") {
      this.begin(participant, event.from?.nickname ?? "");
    } else if (["TypingStopped", "Message", "ParticipantLeft"].includes(event.type)) {
      this.end(participant);
    }
  }

  clear(): void {
    for (const participant of [...this.names.keys()]) {
      this.end(participant);
    }
  }

  private begin(participant: string, name: string): void {
    this.timers.get(participant)?.();
    this.names.set(participant, name);
    // Where the end is lost on the way, the line must not stay for ever.
    const stop = this.surroundings.after(forgottenAfterMs, () => {
      this.end(participant);
      this.changed();
    });
    this.timers.set(participant, stop);
  }

  private end(participant: string): void {
    this.timers.get(participant)?.();
    this.timers.delete(participant);
    this.names.delete(participant);
  }
}
