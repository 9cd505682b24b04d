// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { longestComment, type Aftercare, type Progress } from "../model/aftercare.js";
import { field, wrongIn, type Wrong } from "../model/fields.js";
import type { ConversationRecord } from "../model/record.js";
import type { Catalogue } from "../texts/catalogue.js";
import { fieldStyles, fieldViews, focusFirstWrong, follow, readFields } from "./fieldviews.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";

const scores = ["1", "2", "3", "4", "5"];
const addressFields = [field("emailAddress", true)];

/** What a customer is asked, and may ask for, once the conversation has ended. */
export class AftercareView extends LitElement {
  static override styles = [
    base,
    fieldStyles,
    css`
      :host {
        display: block;
        flex: none;
        max-height: 70%;
        overflow-y: auto;
        border-block-start: 1px solid var(--tandem-border);
        background: var(--tandem-surface);
      }
      :host > * + * {
        border-block-start: 1px solid var(--tandem-border);
      }
      form {
        gap: 10px;
        padding: 12px 14px;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-size: 16px;
        font-weight: 600;
      }
      legend:focus-visible {
        outline-offset: 2px;
      }
      .scores {
        display: flex;
        justify-content: space-between;
        gap: 6px;
        margin-block: 8px 4px;
      }
      .scores label {
        position: relative;
        flex: 1;
        margin: 0;
      }
      .scores span {
        display: grid;
        place-items: center;
        flex: 1;
        height: 44px;
        border: 1px solid var(--tandem-field-border);
        border-radius: 10px;
        font-size: 16px;
      }
      .scores input {
        position: absolute;
        inset: 0;
        height: 100%;
        min-height: 0;
        opacity: 0;
        cursor: pointer;
      }
      .scores :checked + span {
        border-color: transparent;
        background: var(--tandem-brand);
        color: var(--tandem-brand-text);
      }
      .scores :focus-visible + span {
        outline: 2px solid var(--tandem-accent);
        outline-offset: 2px;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--tandem-text-muted);
        font-size: 13px;
      }
      textarea {
        min-height: 60px;
      }
      .actions {
        grid-template-columns: 1fr 1fr;
      }
      .said,
      .ask {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        padding: 12px 14px;
        font-size: 14px;
      }
      .ask {
        min-height: 44px;
        color: var(--tandem-accent);
        font-weight: 600;
      }
      .ask:focus-visible {
        outline-offset: -3px;
      }
      .said .icon {
        color: var(--tandem-accent);
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    aftercare: { attribute: false },
    record: { attribute: false, hasChanged: () => true },
    asksRating: { attribute: false },
    offersMail: { attribute: false },
    isScoreMissing: { state: true },
    isAsking: { state: true },
    wrong: { state: true },
  };

  declare catalogue: Catalogue;
  declare aftercare: Aftercare;
  declare record: Readonly<ConversationRecord>;
  declare asksRating: boolean;
  declare offersMail: boolean;
  declare private isScoreMissing: boolean;
  /** For the address that the transcript is to go to. */
  declare private isAsking: boolean;
  declare private wrong: Record<string, Wrong>;
  private focusNext = "";
  private readonly onChange = () => this.requestUpdate();

  constructor() {
    super();
    this.isScoreMissing = false;
    this.isAsking = false;
    this.wrong = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.aftercare.addEventListener("change", this.onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aftercare.removeEventListener("change", this.onChange);
  }

  /** Where somebody goes on who has been in the conversation. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("legend, .said, .ask")?.focus();
  }

  protected override render(): TemplateResult {
    const isMailOpen = this.isAsking && this.aftercare.mail !== "done";
    const asksRating = this.asksRating && !this.aftercare.isSkipped && !isMailOpen;
    return html`${asksRating ? this.survey() : nothing}
    ${this.offersMail ? this.mail() : nothing}`;
  }

  protected override updated(): void {
    const next = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    this.focusNext = "";
    if (next) {
      next.focus();
    }
  }

  private survey(): TemplateResult {
    const { catalogue } = this;
    const { survey } = this.aftercare;
    if (survey === "done") {
      return this.said(catalogue.text("surveyThanks"));
    }
    const { comment = "" } = this.record.after ?? {};
    const isSending = survey === "sending";
    return html`<form class="survey" novalidate @submit=${this.rate} @input=${this.wrote}>
      <fieldset>
        <legend tabindex="-1" id="rate">${catalogue.text("surveyTitle")}</legend>
        ${this.scores(isSending)}
        <div class="ends" aria-hidden="true">
          <span>${catalogue.text("surveyWorst")}</span>
          <span>${catalogue.text("surveyBest")}</span>
        </div>
        ${this.isScoreMissing
          ? html`<p class="wrong" id="scoreWrong">${catalogue.text("surveyMissing")}</p>`
          : nothing}
      </fieldset>
      <div>
        <label for="comment">
          <span>${catalogue.text("surveyComment")}</span>
          <small>${catalogue.text("optional")}</small>
        </label>
        <textarea
          id="comment"
          rows="2"
          maxlength=${longestComment}
          dir=${catalogue.fieldDirection(comment)}
          .value=${comment}
          ?disabled=${isSending}
        ></textarea>
      </div>
      ${this.problem(survey)}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${isSending}>
          ${catalogue.text(isSending ? "sending" : "send")}
        </button>
        <button type="button" class="secondary skip" @click=${this.skip}>
          ${catalogue.text("skip")}
        </button>
      </div>
    </form>`;
  }

  private scores(isSending: boolean): TemplateResult {
    const { catalogue } = this;
    const ends: Record<string, string> = {
      "1": catalogue.text("surveyWorst"),
      "5": catalogue.text("surveyBest"),
    };
    const chosen = this.record.after?.score;
    return html`<div class="scores" dir=${catalogue.direction}>
      ${scores.map(
        (score) => html`<label>
          <input
            type="radio"
            name="score"
            value=${score}
            aria-label=${ends[score] ? `${score}, ${ends[score]}` : score}
            aria-describedby=${this.isScoreMissing ? "scoreWrong" : nothing}
            .checked=${chosen === score}
            ?disabled=${isSending}
          /><span>${score}</span>
        </label>`,
      )}
    </div>`;
  }

  private mail(): TemplateResult {
    const { catalogue, aftercare, record } = this;
    if (aftercare.mail === "done") {
      const address = record.after?.mailedTo ?? "";
      return this.said(catalogue.text("mailSent", { address }));
    }
    if (!this.isAsking) {
      return html`<button type="button" class="ask" @click=${this.askAddress}>
        ${icons.mail} ${catalogue.text("mailTranscript")}
      </button>`;
    }
    const isSending = aftercare.mail === "sending";
    const refused: Record<string, Wrong> =
      aftercare.mail === "invalid" ? { emailAddress: "emailWrong" } : {};
    const shown = { fields: addressFields, catalogue, isDisabled: isSending };
    return html`<form class="mail" novalidate @submit=${this.send} @input=${this.follow}>
      <h3>${catalogue.text("mailTranscript")}</h3>
      ${fieldViews({
        ...shown,
        values: { emailAddress: record.form.email },
        wrong: { ...refused, ...this.wrong },
      })}
      ${this.problem(aftercare.mail)}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${isSending}>
          ${catalogue.text(isSending ? "sending" : "send")}
        </button>
        <button type="button" class="secondary" @click=${this.cancel}>
          ${catalogue.text("cancel")}
        </button>
      </div>
    </form>`;
  }

  private said(text: string): TemplateResult {
    return html`<p class="said" role="status" tabindex="-1">
      ${icons.check}<span>${text}</span>
    </p>`;
  }

  private problem(progress: Progress): TemplateResult {
    const text =
      progress === "failed" ? "notDone" : progress === "late" ? ("tooLate" as const) : null;
    return html`<p class=${text ? "problem" : "none"} role="alert" ?hidden=${!text}>
      ${text ? this.catalogue.text(text) : ""}
    </p>`;
  }

  private written(): { score: string; comment: string } {
    const score = this.renderRoot.querySelector<HTMLInputElement>(".scores :checked")?.value ?? "";
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>("#comment");
    return { score, comment: area?.value ?? "" };
  }

  private wrote(event: Event): void {
    const { score, comment } = this.written();
    this.isScoreMissing = this.isScoreMissing && score === "";
    follow(event, this.catalogue);
    this.aftercare.wrote(score, comment);
  }

  private rate(event: Event): void {
    event.preventDefault();
    const { score, comment } = this.written();
    if (score === "") {
      this.isScoreMissing = true;
      this.focusNext = ".scores input";
      return;
    }
    void this.aftercare.rate(score, comment).then(() => {
      this.focusNext = this.aftercare.survey === "done" ? ".said" : ".survey .primary";
      this.requestUpdate();
    });
  }

  private skip(): void {
    this.aftercare.skip();
    this.dispatchEvent(new CustomEvent("skipped"));
  }

  private askAddress(): void {
    this.isAsking = true;
    this.focusNext = "#email";
  }

  private cancel(): void {
    this.isAsking = false;
    this.focusNext = ".ask";
  }

  private follow(event: Event): void {
    follow(event, this.catalogue);
  }

  private send(event: Event): void {
    event.preventDefault();
    const values = readFields(this.renderRoot, addressFields);
    this.wrong = wrongIn(addressFields, values);
    if (focusFirstWrong(this.renderRoot, addressFields, this.wrong)) {
      return;
    }
    void this.aftercare.mailTo((values["emailAddress"] ?? "").trim()).then(() => {
      const goesTo = { done: ".said", invalid: "#email" } as Record<string, string>;
      this.focusNext = goesTo[this.aftercare.mail] ?? ".mail .primary";
      this.requestUpdate();
    });
  }
}
