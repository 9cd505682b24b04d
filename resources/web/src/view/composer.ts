// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";

/** Four bytes a character at most: always within the server's 16 KiB. */
const longestText = 4000;
const tallestPx = 120;

/** Where the customer writes. Dispatches "wrote" with the draft, and "said" with the message. */
export class Composer extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: none;
        border-block-start: 1px solid var(--tandem-border);
        background: var(--tandem-surface);
      }
      form {
        display: flex;
        align-items: end;
        gap: 8px;
        padding-block: 9px;
        padding-inline: 8px 12px;
      }
      textarea {
        flex: 1;
        min-width: 0;
        height: 38px;
        padding: 8px;
        border: 0;
        border-radius: 10px;
        background: none;
        resize: none;
        line-height: 22px;
      }
      textarea:focus-visible {
        outline-width: 1px;
        outline-offset: 0;
      }
      textarea::placeholder {
        color: var(--tandem-text-faint);
        opacity: 1;
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 38px;
        height: 38px;
        border-radius: 50%;
        background: var(--tandem-brand);
        color: var(--tandem-brand-text);
      }
      .rtl .icon {
        transform: scaleX(-1);
      }
      .tooLong {
        margin: 0;
        padding: 6px 18px 0;
        font-size: 13px;
        color: var(--tandem-critical);
      }
      @media (pointer: coarse) {
        textarea {
          font-size: 16px;
        }
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    kept: { attribute: false },
    draft: { state: true },
  };

  declare catalogue: Catalogue;
  /** What was written before the page was left: taken over once. */
  declare kept: string;
  declare private draft: string;

  constructor() {
    super();
    this.kept = "";
    this.draft = "";
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) {
      this.draft = this.kept;
    }
  }

  protected override render(): TemplateResult {
    const { catalogue } = this;
    const excess = this.draft.length - longestText;
    const tooLong = html`<p class="tooLong" id="tooLong" role="alert">
      ${catalogue.text("tooLong", { count: excess })}
    </p>`;
    return html`${excess > 0 ? tooLong : nothing}
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          dir=${catalogue.fieldDirection(this.draft)}
          aria-label=${catalogue.text("writeMessage")}
          placeholder=${catalogue.text("writeMessage")}
          aria-invalid=${String(excess > 0)}
          .value=${this.draft}
          @input=${this.wrote}
          @keydown=${this.onKey}
        ></textarea>
        <button
          type="submit"
          class=${catalogue.direction}
          title=${catalogue.text("send")}
          aria-label=${catalogue.text("send")}
          ?disabled=${this.draft.trim() === "" || excess > 0}
        >
          ${icons.send}
        </button>
      </form>`;
  }

  protected override updated(): void {
    const area = this.area();
    area.style.height = "auto";
    area.style.height = `${Math.min(tallestPx, Math.max(38, area.scrollHeight))}px`;
  }

  private area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector("textarea") as HTMLTextAreaElement;
  }

  private wrote(): void {
    this.draft = this.area().value;
    this.dispatchEvent(new CustomEvent("wrote", { detail: this.draft }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      this.submit(event);
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.draft.trim();
    if (text !== "" && this.draft.length <= longestText) {
      this.draft = "";
      this.dispatchEvent(new CustomEvent("said", { detail: text }));
      this.area().focus();
    }
  }
}
