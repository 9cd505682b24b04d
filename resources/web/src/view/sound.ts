// SPDX-License-Identifier: GPL-3.0-or-later

const loudness = 0.06;
/** Several messages at once are one sound, and a late one is none. */
const pauseMs = 1000;
const notes = [
  { frequency: 659.3, begin: 0, lasts: 0.16 },
  { frequency: 880, begin: 0.11, lasts: 0.28 },
] as const;

/** Two short soft notes, made and not loaded. Silent until the customer has done something on the
 *  page, as browsers want it too, and where a browser has no audio. */
export class Sound {
  private context: AudioContext | null = null;
  private hasGesture = false;
  private playedAt = -pauseMs;

  constructor(page: EventTarget) {
    for (const name of ["pointerdown", "keydown"]) {
      const heard = (event: Event) => {
        this.hasGesture ||= event.isTrusted;
      };
      page.addEventListener(name, heard, { capture: true, passive: true });
    }
  }

  play(): void {
    if (this.hasGesture && performance.now() - this.playedAt >= pauseMs) {
      this.playedAt = performance.now();
      void this.sound().catch(() => undefined);
    }
  }

  private async sound(): Promise<void> {
    this.context ??= new AudioContext();
    const { context } = this;
    if (context.state !== "running") {
      await context.resume();
    }
    if (performance.now() - this.playedAt >= pauseMs) {
      return;
    }
    for (const { frequency, begin, lasts } of notes) {
      const from = context.currentTime + begin;
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(loudness, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + lasts);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + lasts);
    }
  }
}
