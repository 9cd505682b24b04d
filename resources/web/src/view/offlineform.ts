// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, type TemplateResult } from "lit";
import type { Mail, MailOutcome } from "../link/maillink.js";
import { field, wrongIn, type Field, type Values, type Wrong } from "../model/fields.js";
import type { Catalogue } from "../texts/catalogue.js";
import { fieldStyles, fieldViews, focusFirstWrong, follow, readFields } from "./fieldviews.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";

type State = "writing" | "sending" | "failed" | "sent";

/** Takes a message where nobody is there to chat with. What could not be sent stays. */
export class OfflineForm extends LitElement {
  static override styles = [
    base,
    fieldStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .sent {
        display: grid;
        justify-items: center;
        gap: 16px;
        padding: 48px 24px;
        text-align: center;
      }
      .sent .icon {
        width: 44px;
        height: 44px;
        padding: 10px;
        border-radius: 50%;
        background: var(--tandem-brand);
        color: var(--tandem-brand-text);
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    state: { state: true },
    wrong: { state: true },
  };

  declare catalogue: Catalogue;
  send: (mail: Mail) => Promise<MailOutcome> = () => Promise.resolve("failed");
  /** What the customer told before; kept: in this form. */
  known: Values = {};
  private kept: Values = {};
  declare private state: State;
  declare private wrong: Readonly<Record<string, Wrong>>;
  private focusNext: (() => void) | null = null;

  constructor() {
    super();
    this.state = "writing";
    this.wrong = {};
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("input, .sent p")?.focus();
  }

  protected override render(): TemplateResult {
    return this.state === "sent" ? this.thanks() : this.form();
  }

  protected override updated(): void {
    this.focusNext?.();
    this.focusNext = null;
  }

  private form(): TemplateResult {
    const { catalogue } = this;
    const isSending = this.state === "sending";
    return html`<form
      novalidate
      aria-labelledby="offline"
      @submit=${this.submit}
      @input=${(event: Event) => follow(event, catalogue)}
    >
      <div>
        <h3 id="offline">${catalogue.text("offlineTitle")}</h3>
        <p>${catalogue.text("offlineText")}</p>
      </div>
      ${fieldViews({
        fields: this.fields(),
        values: { ...this.known, ...this.kept },
        wrong: this.wrong,
        catalogue,
        isDisabled: isSending,
      })}
      <p class=${this.state === "failed" ? "problem" : "none"} role="alert">
        ${this.state === "failed" ? catalogue.text("notDone") : ""}
      </p>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${isSending}>
          ${catalogue.text(isSending ? "sending" : "send")}
        </button>
      </div>
    </form>`;
  }

  private thanks(): TemplateResult {
    return html`<div class="sent">
      ${icons.check}
      <p role="status" tabindex="-1">${this.catalogue.text("offlineSent")}</p>
      <button type="button" class="secondary" @click=${this.another}>
        ${this.catalogue.text("writeAnother")}
      </button>
    </div>`;
  }

  private fields(): readonly Field[] {
    const label = this.catalogue.text("offlineMessage");
    return [
      field("firstName", true),
      field("lastName", true),
      field("fromAddress", true, { type: "email" }),
      field("subject", true),
      field("text", true, { label, maxLength: 4000 }),
    ];
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = this.fields();
    const values = readFields(this.renderRoot, fields);
    this.wrong = wrongIn(fields, values);
    if (focusFirstWrong(this.renderRoot, fields, this.wrong)) {
      return;
    }
    this.state = "sending";
    const trimmed = Object.entries(values).map(([name, value]) => [name, value.trim()]);
    const outcome = await this.send(Object.fromEntries(trimmed) as Mail);
    if (outcome === "sent") {
      this.kept = { ...values, subject: "", text: "" };
    }
    this.show(outcome);
  }

  private show(outcome: MailOutcome): void {
    const focus = (selector: string) => () =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    if (typeof outcome !== "string") {
      const { field: name } = outcome;
      this.wrong = { [name]: name === "fromAddress" ? "emailWrong" : "fieldMissing" };
      this.state = "writing";
      this.focusNext = () => void focusFirstWrong(this.renderRoot, this.fields(), this.wrong);
      return;
    }
    this.state = outcome;
    this.focusNext = focus(outcome === "sent" ? ".sent p" : ".primary");
  }

  private another(): void {
    this.state = "writing";
    this.focusNext = () => this.focus();
  }
}
