// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import {
  defaultFields,
  formOfValues,
  isStandard,
  valuesOf,
  wrongIn,
  type Field,
  type Wrong,
} from "../model/fields.js";
import type { StartForm } from "../model/record.js";
import type { StartError } from "../model/start.js";
import type { Catalogue } from "../texts/catalogue.js";
import type { TextKey } from "../texts/en.js";
import { fieldStyles, fieldViews, focusFirstWrong, follow, readFields } from "./fieldviews.js";
import { base } from "./theme.js";

const general = {
  length: "startErrorLength",
  unavailable: "startErrorUnavailable",
  refused: "startErrorRefused",
} as const;
const asksFor: Readonly<Record<string, TextKey>> = {
  nickname: "startErrorName",
  firstName: "startErrorName",
  lastName: "startErrorName",
  emailAddress: "startErrorEmail",
  text: "startErrorQuestion",
};
const ofField: Readonly<Record<string, Wrong>> = {
  nickname: "nameMissing",
  emailAddress: "emailMissing",
  text: "startErrorQuestion",
};

/** Asks who the customer is. Dispatches "start" with a StartForm, and "cancel". */
export class StartFormView extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    fieldStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .expected {
        color: var(--tandem-text-muted);
        font-size: 14px;
      }
      .expected:empty {
        display: none;
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    form: { attribute: false },
    ownFields: { attribute: false },
    demanded: { attribute: false },
    isStarting: { attribute: false },
    isUnreachable: { attribute: false },
    expected: { attribute: false },
    error: { attribute: false },
    wrong: { state: true },
  };

  declare catalogue: Catalogue;
  declare form: StartForm;
  /** The page's; null for the widget's own form. */
  declare ownFields: readonly Field[] | null;
  /** Names of what the server's queue must be told. */
  declare demanded: readonly string[];
  declare isStarting: boolean;
  declare isUnreachable: boolean;
  /** How long a wait would be, in words; empty where it is not known. */
  declare expected: string;
  declare error: StartError | null;
  declare private wrong: Readonly<Record<string, Wrong>>;
  private errorSeen: StartError | null = null;
  /** What the server has found missing, though it did not say so before. */
  private readonly missed: string[] = [];
  private goesToWrong = false;

  constructor() {
    super();
    this.wrong = {};
    this.ownFields = null;
    this.demanded = [];
  }

  protected override willUpdate(): void {
    // What the server refuses is marked where there is a field for it.
    if (this.error !== this.errorSeen) {
      this.errorSeen = this.error;
      if (typeof this.error === "object" && this.error?.isMissing) {
        this.missed.push(this.error.field);
      }
      const name = this.wrongField();
      if (name !== null && typeof this.error === "object" && this.error) {
        const found = ofField[name] ?? "fieldMissing";
        this.wrong = { [name]: this.error.isMissing ? found : "emailWrong" };
        this.goesToWrong = true;
      }
    }
  }

  protected override updated(): void {
    if (this.goesToWrong && !this.isStarting) {
      this.goesToWrong = false;
      focusFirstWrong(this.renderRoot, this.fields(), this.wrong);
    }
  }

  protected override render(): TemplateResult {
    const text = (key: TextKey) => this.catalogue.text(key);
    return html`<form
      novalidate
      @submit=${this.submit}
      @input=${(event: Event) => follow(event, this.catalogue)}
    >
      <p>${text("formIntroduction")}</p>
      <p class="expected" role="status">${this.expected}</p>
      ${this.problem()}
      ${fieldViews({
        fields: this.fields(),
        values: valuesOf(this.form),
        wrong: this.wrong,
        catalogue: this.catalogue,
        isDisabled: this.isStarting,
      })}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.isStarting}>
          ${text(this.isStarting ? "starting" : "start")}
        </button>
        ${this.isStarting && this.isUnreachable
          ? html`<button type="button" class="secondary" @click=${this.cancel}>
              ${text("cancel")}
            </button>`
          : nothing}
      </div>
    </form>`;
  }

  private fields(): readonly Field[] {
    if (this.ownFields) {
      return this.ownFields;
    }
    return defaultFields([...this.demanded, ...this.missed]);
  }

  private wrongField(): string | null {
    const { error } = this;
    const name = typeof error === "object" && error ? error.field : "";
    return this.fields().some((field) => field.name === name) ? name : null;
  }

  private problem(): TemplateResult {
    if (this.isStarting && this.isUnreachable) {
      const unreachable = this.catalogue.text("unreachable");
      return html`<p class="problem quiet" role="status">${unreachable}</p>`;
    }
    const text = this.errorText();
    return html`<p class=${text ? "problem" : "none"} role="alert" ?hidden=${!text}>${text}</p>`;
  }

  private errorText(): string {
    const { error } = this;
    if (error === null) {
      return "";
    }
    if (typeof error === "string") {
      return this.catalogue.text(general[error]);
    }
    return this.catalogue.text(asksFor[error.field] ?? "fieldMissing");
  }

  private submit(event: Event): void {
    event.preventDefault();
    const fields = this.fields();
    const values = readFields(this.renderRoot, fields);
    this.wrong = wrongIn(fields, values);
    if (Object.keys(this.wrong).length > 0) {
      focusFirstWrong(this.renderRoot, fields, this.wrong);
      return;
    }
    const asksName = fields.some(({ name }) => isStandard(name) && /name/i.test(name));
    const guest = asksName ? "" : this.catalogue.text("guest");
    this.dispatchEvent(new CustomEvent("start", { detail: formOfValues(values, guest) }));
  }

  private cancel(): void {
    this.dispatchEvent(new CustomEvent("cancel"));
  }
}
