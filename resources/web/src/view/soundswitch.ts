// SPDX-License-Identifier: GPL-3.0-or-later

/** Whether the customer wants to hear messages. Remembered only where they have said no, which
 *  they can do once a conversation has begun. */
export class SoundSwitch {
  private off: boolean;

  constructor(
    /** The page wants sounds at all. */
    readonly isOffered: boolean,
    private readonly key: string,
    private readonly storage: () => Storage = () => localStorage,
  ) {
    this.off = this.remembered();
  }

  get isOn(): boolean {
    return this.isOffered && !this.off;
  }

  toggle(): void {
    this.off = !this.off;
    try {
      if (this.off) {
        this.storage().setItem(this.key, "off");
      } else {
        this.storage().removeItem(this.key);
      }
    } catch {
      // Full or forbidden: it holds for this page.
    }
  }

  private remembered(): boolean {
    try {
      return this.storage().getItem(this.key) === "off";
    } catch {
      return false;
    }
  }
}
