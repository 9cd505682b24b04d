// SPDX-License-Identifier: GPL-3.0-or-later
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";
import { composerStyles } from "./composerstyles.js";
import { EmojiGrid } from "./emojigrid.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";

/** Four bytes a character at most: always within the server's 16 KiB. */
export const longestText = 4000;
const tallestPx = 120;

/** Where the customer writes. Dispatches "wrote" with the draft, "said" with the message,
 *  and "attached" with files. */
export class Composer extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, composerStyles];
  static override properties = {
    catalogue: { attribute: false },
    kept: { attribute: false },
    accepts: { attribute: false },
    draft: { state: true },
    isChoosing: { state: true },
  };

  declare catalogue: Catalogue;
  /** What was written before the page was left: taken over once. */
  declare kept: string;
  /** Extensions of files that may be attached, as an input takes them; null where none may. */
  declare accepts: string | null;
  declare private draft: string;
  /** The emoji are open. */
  declare private isChoosing: boolean;
  private focusNext: string | null = null;

  constructor() {
    super();
    this.kept = "";
    this.accepts = null;
    this.draft = "";
    this.isChoosing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!customElements.get("tandem-emoji")) {
      customElements.define("tandem-emoji", EmojiGrid);
    }
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
    return html`${excess > 0 ? tooLong : nothing} ${this.isChoosing ? this.grid() : nothing}
      <form @submit=${this.submit}>
        ${this.accepts === null ? nothing : this.attachButton(this.accepts)}
        <textarea
          rows="1"
          dir=${catalogue.fieldDirection(this.draft)}
          aria-label=${catalogue.text("writeMessage")}
          placeholder=${catalogue.text("writeMessage")}
          aria-invalid=${String(excess > 0)}
          .value=${this.draft}
          @input=${this.wrote}
          @keydown=${this.onKey}
          @paste=${this.pasted}
        ></textarea>
        ${this.emojiButton()}
        <button
          type="submit"
          class="send ${catalogue.direction}"
          title=${catalogue.text("send")}
          aria-label=${catalogue.text("send")}
          ?disabled=${this.draft.trim() === "" || excess > 0}
        >
          ${icons.send}
        </button>
      </form>`;
  }

  private attachButton(accepts: string): TemplateResult {
    const label = this.catalogue.text("attachFiles");
    return html`<input type="file" multiple hidden accept=${accepts} @change=${this.chosen} />
      <button
        type="button"
        class="attach"
        title=${label}
        aria-label=${label}
        @click=${() => this.renderRoot.querySelector<HTMLInputElement>("[type=file]")?.click()}
      >
        ${icons.clip}
      </button>`;
  }

  private emojiButton(): TemplateResult {
    const label = this.catalogue.text("insertEmoji");
    return html`<button
      type="button"
      class="emoji"
      title=${label}
      aria-label=${label}
      aria-haspopup="grid"
      aria-expanded=${String(this.isChoosing)}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.choose(!this.isChoosing)}
    >
      ${icons.emoji}
    </button>`;
  }

  private grid(): TemplateResult {
    return html`<tandem-emoji
      .catalogue=${this.catalogue}
      @picked=${(event: CustomEvent<string>) => this.insert(event.detail)}
      @dismissed=${() => this.choose(false)}
      @focusout=${() => (this.isChoosing = false)}
    ></tandem-emoji>`;
  }

  protected override updated(): void {
    const next = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    this.focusNext = null;
    if (next instanceof LitElement) {
      void next.updateComplete.then(() => next.focus());
    } else if (next) {
      next.focus();
    }
    const area = this.area();
    area.style.height = "auto";
    area.style.height = `${Math.min(tallestPx, Math.max(38, area.scrollHeight))}px`;
  }

  /** To the message, whatever stands before it. */
  override focus(): void {
    this.area().focus();
  }

  private area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector("textarea") as HTMLTextAreaElement;
  }

  private choose(isChoosing: boolean): void {
    this.isChoosing = isChoosing;
    this.focusNext = isChoosing ? "tandem-emoji" : ".emoji";
  }

  private insert(emoji: string): void {
    const area = this.area();
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, "end");
    this.isChoosing = false;
    this.focusNext = "textarea";
    this.wrote();
  }

  private wrote(): void {
    this.draft = this.area().value;
    this.dispatchEvent(new CustomEvent("wrote", { detail: this.draft }));
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.attach([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = "";
  }

  private pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0 && this.accepts !== null) {
      event.preventDefault();
      this.attach(files);
    }
  }

  private attach(files: readonly File[]): void {
    this.dispatchEvent(new CustomEvent("attached", { detail: files }));
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
