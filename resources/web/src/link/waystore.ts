// SPDX-License-Identifier: GPL-3.0-or-later

/** What a tab remembers of the ways to the server. */
export interface WayStore {
  /** When Bayeux was tried last without success, in milliseconds since 1970; null where it is
   *  not known to fail. */
  failedAt(): number | null;
  remember(failedAt: number): void;
  forget(): void;
}

const key = "tandem.way";

/** Where a browser forbids sessionStorage, each page finds its way anew. */
export class SessionWayStore implements WayStore {
  constructor(private readonly storage: () => Storage = () => sessionStorage) {}

  failedAt(): number | null {
    try {
      const [, time] = /^rest (\d+)$/.exec(this.storage().getItem(key) ?? "") ?? [];
      return time === undefined ? null : Number(time);
    } catch {
      return null;
    }
  }

  remember(failedAt: number): void {
    this.quietly((storage) => storage.setItem(key, `rest ${failedAt}`));
  }

  forget(): void {
    this.quietly((storage) => storage.removeItem(key));
  }

  private quietly(action: (storage: Storage) => void): void {
    try {
      action(this.storage());
    } catch {
      // Full or forbidden.
    }
  }
}
