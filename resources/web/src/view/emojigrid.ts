// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";
import { emojiColumns, emojis } from "./emoji.js";
import { base } from "./theme.js";

/** Emoji to choose from, by mouse or arrow keys. Dispatches "picked" with one of them, and
 *  "dismissed" where the customer wants none. */
export class EmojiGrid extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 8px 10px 0;
      }
      .row {
        display: grid;
        grid-template-columns: repeat(${emojiColumns}, 1fr);
      }
      [role="gridcell"] {
        display: grid;
      }
      button {
        height: 38px;
        border-radius: 8px;
        font-size: 22px;
        line-height: 1;
      }
      button:hover {
        background: var(--tandem-canvas);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    current: { state: true },
  };

  declare catalogue: Catalogue;
  /** The one that the keyboard is at. */
  declare private current: number;

  constructor() {
    super();
    this.current = 0;
  }

  protected override render(): TemplateResult {
    const rows: TemplateResult[] = [];
    for (let first = 0; first < emojis.length; first += emojiColumns) {
      const cells = emojis.slice(first, first + emojiColumns);
      const row = cells.map((emoji, column) => this.cell(emoji, first + column));
      rows.push(html`<div class="row" role="row">${row}</div>`);
    }
    // A press must not take the focus away before it is a click: the grid closes without it.
    return html`<div
      role="grid"
      aria-label=${this.catalogue.text("emoji")}
      @keydown=${this.onKey}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${rows}
    </div>`;
  }

  // A screen reader knows the name of an emoji in its user's language.
  private cell(emoji: string, at: number): TemplateResult {
    return html`<div role="gridcell">
      <button
        type="button"
        tabindex=${at === this.current ? 0 : -1}
        @click=${() => this.dispatchEvent(new CustomEvent("picked", { detail: emoji }))}
      >
        ${emoji}
      </button>
    </div>`;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent("dismissed"));
      return;
    }
    const isMirrored = getComputedStyle(this).direction === "rtl";
    const next = emojiAfter(event.key, this.current, isMirrored);
    if (next === null) {
      return;
    }
    event.preventDefault();
    this.current = next;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
    });
  }
}

/** Where a key leads to; null for a key that leads nowhere. */
export function emojiAfter(key: string, at: number, isMirrored = false): number | null {
  const column = at % emojiColumns;
  const forward = isMirrored ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: emojiColumns,
    ArrowUp: -emojiColumns,
    Home: -column,
    End: emojiColumns - 1 - column,
  };
  const step = steps[key];
  if (step === undefined) {
    return null;
  }
  const next = at + step;
  return next >= 0 && next < emojis.length ? next : at;
}
