// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { StartForm } from "../model/record.js";
import type { StartError } from "../model/start.js";
import type { Catalogue } from "../texts/catalogue.js";
import type { TextKey } from "../texts/en.js";
import { base } from "./theme.js";

type Field = "name" | "email" | "question";

const errorTexts: Readonly<Record<StartError, TextKey>> = {
  name: "startErrorName",
  email: "startErrorEmail",
  question: "startErrorQuestion",
  length: "startErrorLength",
  unavailable: "startErrorUnavailable",
  refused: "startErrorRefused",
};

/** Asks who the customer is. Dispatches "start" with a StartForm, and "cancel". */
export class StartFormView extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      form {
        display: grid;
        gap: 14px;
        padding: 20px 18px;
      }
      p {
        margin: 0;
      }
      label {
        display: flex;
        justify-content: space-between;
        margin-block-end: 5px;
        font-size: 14px;
        font-weight: 600;
      }
      label small {
        font-size: 13px;
        font-weight: 400;
        color: var(--tandem-text-faint);
      }
      input,
      textarea {
        display: block;
        width: 100%;
        min-height: 42px;
        padding: 9px 12px;
        border: 1px solid var(--tandem-field-border);
        border-radius: 10px;
        background: var(--tandem-surface);
      }
      textarea {
        min-height: 92px;
        resize: vertical;
      }
      input:focus-visible,
      textarea:focus-visible {
        outline-offset: -1px;
      }
      [aria-invalid="true"] {
        border-color: var(--tandem-critical);
      }
      .wrong {
        margin-block-start: 5px;
        font-size: 13px;
        color: var(--tandem-critical);
      }
      .expected {
        color: var(--tandem-text-muted);
        font-size: 14px;
      }
      .expected:empty {
        display: none;
      }
      .problem {
        padding: 10px 12px;
        border-radius: 10px;
        background: var(--tandem-critical-soft);
        color: var(--tandem-critical);
        font-size: 14px;
      }
      .problem.quiet {
        background: var(--tandem-warning-soft);
        color: var(--tandem-warning);
      }
      .actions {
        display: grid;
        gap: 8px;
      }
      @media (pointer: coarse) {
        input,
        textarea {
          font-size: 16px;
        }
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    form: { attribute: false },
    isStarting: { attribute: false },
    isUnreachable: { attribute: false },
    expected: { attribute: false },
    error: { attribute: false },
    wrong: { state: true },
  };

  declare catalogue: Catalogue;
  declare form: StartForm;
  declare isStarting: boolean;
  declare isUnreachable: boolean;
  /** How long a wait would be, in words; empty where it is not known. */
  declare expected: string;
  declare error: StartError | null;
  declare private wrong: Partial<Record<Field, TextKey>>;

  constructor() {
    super();
    this.wrong = {};
  }

  protected override render(): TemplateResult {
    const text = (key: TextKey) => this.catalogue.text(key);
    return html`<form novalidate @submit=${this.submit} @input=${this.wrote}>
      <p>${text("formIntroduction")}</p>
      <p class="expected" role="status">${this.expected}</p>
      ${this.problem()}
      ${this.input("name", "text", "name", true)} ${this.input("email", "email", "email", false)}
      <div>
        <label for="question"><span>${text("question")}</span>${this.optional()}</label>
        <textarea
          id="question"
          maxlength="2000"
          rows="3"
          dir=${this.catalogue.fieldDirection(this.form.question)}
          .value=${this.form.question}
          ?disabled=${this.isStarting}
        ></textarea>
      </div>
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

  private problem(): TemplateResult {
    if (this.isStarting && this.isUnreachable) {
      const unreachable = this.catalogue.text("unreachable");
      return html`<p class="problem quiet" role="status">${unreachable}</p>`;
    }
    const text = this.error ? this.catalogue.text(errorTexts[this.error]) : "";
    return html`<p class=${text ? "problem" : "none"} role="alert" ?hidden=${!text}>${text}</p>`;
  }

  private input(id: "name" | "email", type: string, complete: string, isRequired: boolean) {
    const wrong = this.wrong[id];
    return html`<div>
      <label for=${id}>
        <span>${this.catalogue.text(id)}</span>${isRequired ? nothing : this.optional()}
      </label>
      <input
        id=${id}
        type=${type}
        autocomplete=${complete}
        maxlength="100"
        dir=${this.catalogue.fieldDirection(this.form[id])}
        .value=${this.form[id]}
        aria-required=${String(isRequired)}
        aria-invalid=${String(wrong !== undefined)}
        aria-describedby=${wrong ? `${id}Wrong` : nothing}
        ?disabled=${this.isStarting}
      />
      ${wrong
        ? html`<p class="wrong" id="${id}Wrong">${this.catalogue.text(wrong)}</p>`
        : nothing}
    </div>`;
  }

  private optional(): TemplateResult {
    return html`<small>${this.catalogue.text("optional")}</small>`;
  }

  private field(id: Field): HTMLInputElement | HTMLTextAreaElement {
    return this.renderRoot.querySelector(`#${id}`) as HTMLInputElement | HTMLTextAreaElement;
  }

  private wrote(event: Event): void {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    field.dir = this.catalogue.fieldDirection(field.value);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const [name, email, question] = [
      this.field("name").value.trim(),
      this.field("email").value.trim(),
      this.field("question").value.trim(),
    ];
    const isEmailWrong = email !== "" && !this.field("email").checkValidity();
    this.wrong = {
      ...(name === "" ? { name: "nameMissing" } : {}),
      ...(isEmailWrong ? { email: "emailInvalid" } : {}),
    };
    const first = (Object.keys(this.wrong) as Field[])[0];
    if (first) {
      this.field(first).focus();
      return;
    }
    this.dispatchEvent(new CustomEvent("start", { detail: { name, email, question } }));
  }

  private cancel(): void {
    this.dispatchEvent(new CustomEvent("cancel"));
  }
}
