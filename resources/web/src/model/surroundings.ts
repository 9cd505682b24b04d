// SPDX-License-Identifier: GPL-3.0-or-later

/** What a conversation takes from the browser, passed in so that tests decide it. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after the delay; the result stops it. */
  after(delayMs: number, action: () => void): () => void;
  /** A key that nobody else will make: 128 random bits. */
  newKey(): string;
  /** Whether somebody can see the page at present. */
  isVisible(): boolean;
  userData(): Record<string, string>;
  pageData(): Record<string, string>;
}

// randomUUID is missing on pages that are not served over TLS.
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
