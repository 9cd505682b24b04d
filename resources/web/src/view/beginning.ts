// SPDX-License-Identifier: GPL-3.0-or-later
import { html, type TemplateResult } from "lit";
import type { Mail, MailOutcome } from "../link/maillink.js";
import type { Conversation } from "../model/conversation.js";
import type { Expectation } from "../model/expectation.js";
import { fieldsOf } from "../model/fields.js";
import type { StartForm } from "../model/record.js";
import type { Options } from "../options.js";
import type { Catalogue } from "../texts/catalogue.js";

export interface BeginningOf {
  readonly conversation: Conversation;
  readonly catalogue: Catalogue;
  readonly options: Options;
  readonly expectation: Expectation | null;
  readonly leaveMail: (mail: Mail) => Promise<MailOutcome>;
  /** The page's own form, in place of the one of the script's attribute. */
  readonly fields: unknown;
}

/** What is in the panel before a conversation: the form, or the one for a message where nobody is
 *  there. */
export class Beginning {
  /** For as long as the panel is open: a form does not change under somebody who writes. */
  private isOffline = false;
  private isAsking = false;
  private isOpen = false;

  constructor(private readonly of: BeginningOf) {}

  render(): TemplateResult {
    const { expectation, conversation, catalogue } = this.of;
    const mayBeOffline = this.leavesMail() && conversation.phase === "form";
    this.isAsking = mayBeOffline && !this.isOffline && expectation?.isSettled === false;
    if (this.isAsking) {
      return html`<p class="asking" role="status">${catalogue.text("starting")}</p>`;
    }
    return mayBeOffline && this.isOffline ? this.offlineForm() : this.startForm();
  }

  /** Asks how it stands while the form is open, where anything depends on it. */
  watch(): void {
    const { conversation, options, expectation } = this.of;
    const isNeeded = options.showsWait || this.leavesMail() || this.ownFields() === null;
    const isForm = conversation.state.isShown && conversation.phase === "form";
    const wasForm = this.isOpen;
    this.isOpen = isForm;
    if (isForm !== wasForm) {
      // What held when it was open before, until there is another answer.
      this.isOffline = isForm && this.leavesMail() && (expectation?.isAway ?? false);
    }
    expectation?.watch(isNeeded && isForm);
  }

  /** There is an answer. Whether somebody waited for it. */
  told(): boolean {
    const wasAsking = this.isAsking;
    this.isOffline ||= wasAsking && (this.of.expectation?.isAway ?? false);
    return wasAsking;
  }

  private leavesMail(): boolean {
    return this.of.options.mailAddress !== "";
  }

  private ownFields() {
    const { fields, options, catalogue } = this.of;
    return fieldsOf(fields ?? options.fields, catalogue.language);
  }

  private offlineForm(): TemplateResult {
    const { catalogue, conversation, leaveMail } = this.of;
    const { name, email } = conversation.state.form;
    return html`<tandem-offline
      .catalogue=${catalogue}
      .known=${{ firstName: name, fromAddress: email }}
      .send=${leaveMail}
    ></tandem-offline>`;
  }

  private startForm(): TemplateResult {
    const { conversation, catalogue, options, expectation } = this.of;
    const expected = expectation?.current ?? null;
    return html`<tandem-start-form
      .catalogue=${catalogue}
      .form=${conversation.state.form}
      .ownFields=${this.ownFields()}
      .demanded=${expected?.requiredFields ?? []}
      .isStarting=${conversation.phase === "starting"}
      .isUnreachable=${conversation.isInterrupted}
      .expected=${options.showsWait ? catalogue.expected(expected) : ""}
      .error=${conversation.startError}
      @start=${(event: CustomEvent<StartForm>) => conversation.begin(event.detail)}
      @cancel=${() => conversation.cancelStart()}
    ></tandem-start-form>`;
  }
}
