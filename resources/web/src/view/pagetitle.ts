// SPDX-License-Identifier: GPL-3.0-or-later

/** The page's own title, with the number of unseen messages before it while there are any. */
export class PageTitle {
  private own = "";
  private marked: string | null = null;

  constructor(private readonly page: { title: string }) {}

  /** As the page has it, whatever is shown at present. */
  get original(): string {
    return this.marked !== null && this.page.title === this.marked ? this.own : this.page.title;
  }

  mark(count: number): void {
    // A page may have changed its title meanwhile: that one is its own now.
    this.own = this.original;
    const title = count > 0 ? `(${count}) ${this.own}` : this.own;
    this.marked = count > 0 ? title : null;
    if (this.page.title !== title) {
      this.page.title = title;
    }
  }
}
