// SPDX-License-Identifier: GPL-3.0-or-later

/** The agents' pictures. Each is asked for once in a page's life; one that does not come, since
 *  the agent has another one by now or the page's policy forbids it, is done without. */
export class Pictures {
  private readonly arrived = new Map<string, boolean>();

  constructor(
    private readonly base: string,
    private readonly changed: () => void,
    private readonly load: (address: string) => Promise<unknown> = loadImage,
  ) {}

  /** The picture's address once it can be shown at once; until then "", and it is asked for. */
  shown(hash: string | undefined): string {
    if (!hash) {
      return "";
    }
    if (!this.arrived.has(hash)) {
      this.arrived.set(hash, false);
      void this.ask(hash);
    }
    return this.arrived.get(hash) ? this.base + hash : "";
  }

  private async ask(hash: string): Promise<void> {
    try {
      await this.load(this.base + hash);
      this.arrived.set(hash, true);
      this.changed();
    } catch {
      // The initials stay.
    }
  }
}

function loadImage(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = resolve;
    image.onerror = reject;
    image.referrerPolicy = "no-referrer";
    image.src = address;
  });
}
