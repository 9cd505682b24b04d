// SPDX-License-Identifier: GPL-3.0-or-later

/** Tells up to where the customer has read: once on each connection, since what was told on the
 *  one before may be lost with it. */
export class Receipts {
  private toldOnLine = 0;

  constructor(private readonly tell: (index: number) => void) {}

  newLine(): void {
    this.toldOnLine = 0;
  }

  /** index: the last event that has been read. */
  read(index: number): void {
    if (index > this.toldOnLine) {
      this.toldOnLine = index;
      this.tell(index);
    }
  }
}
