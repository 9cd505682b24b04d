// SPDX-License-Identifier: GPL-3.0-or-later
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Mail, MailOutcome } from "../link/maillink.js";
import type { Aftercare } from "../model/aftercare.js";
import type { Conversation } from "../model/conversation.js";
import type { ArrivedEvent } from "../model/conversationevents.js";
import type { Expectation } from "../model/expectation.js";
import type { Files } from "../model/files.js";
import type { StartForm } from "../model/record.js";
import type { Options } from "../options.js";
import type { Catalogue } from "../texts/catalogue.js";
import { AftercareView } from "./aftercareview.js";
import { avatarStyles } from "./avatarview.js";
import { Beginning } from "./beginning.js";
import { chatWidgetStyles } from "./chatwidgetstyles.js";
import { Composer, longestText } from "./composer.js";
import { confirmation } from "./confirmation.js";
import { Dropping } from "./dropping.js";
import { FileCard } from "./filecard.js";
import { header } from "./header.js";
import { icons } from "./icons.js";
import { OfflineForm } from "./offlineform.js";
import { startFormOf, type WidgetMethods } from "./pageapi.js";
import { PageEvents } from "./pageevents.js";
import type { Pictures } from "./pictures.js";
import { plainText } from "./richtext.js";
import type { SoundSwitch } from "./soundswitch.js";
import { StartFormView } from "./startformview.js";
import { base, theme } from "./theme.js";
import { isWorthSaving, saveAs, transcriptName, transcriptText } from "./transcriptfile.js";
import { UploadList } from "./uploadlist.js";
import { TranscriptView } from "./transcriptview.js";

const parts =
  "tandem-composer, tandem-start-form, tandem-offline, tandem-aftercare, .over button";

/** The whole widget: a button in the corner, or the panel that it opens. What is public is the
 *  page's to call; "tandem-..." events tell it what happens. */
export class ChatWidget extends LitElement implements WidgetMethods {
  static override styles = [theme, base, chatWidgetStyles, avatarStyles];
  static override properties = {
    isConfirming: { state: true },
    announcement: { state: true },
    fields: { attribute: false },
  };

  conversation!: Conversation;
  catalogue!: Catalogue;
  options!: Options;
  sounds!: SoundSwitch;
  pictures!: Pictures;
  /** How it stands with the queue before the customer begins. */
  expectation: Expectation | null = null;
  leaveMail: (mail: Mail) => Promise<MailOutcome> = () => Promise.resolve("failed");
  /** What there is to do once a conversation has ended. */
  aftercare: Aftercare | null = null;
  files: Files | null = null;
  /** The page's own form, in place of the one of the script's attribute. */
  declare fields: unknown;
  declare private isConfirming: boolean;
  declare private announcement: string;
  private focusNext: (() => void) | null = null;
  private phaseShown = "";
  private readonly beginning = new Beginning(this);
  private readonly dropping = new Dropping(
    () => this.files?.isOffered ?? false,
    (files) => void this.files?.add(files),
    () => this.requestUpdate(),
  );
  private pageEvents: PageEvents | null = null;
  /** By a click on this page, not because it was open on the page before. */
  private wasOpened = false;
  private readonly headerActions = {
    toggleSound: () => this.toggleSound(),
    save: () => this.save(),
    minimise: () => this.minimise(),
    close: () => this.close(),
  };

  constructor() {
    super();
    this.isConfirming = false;
    this.announcement = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const [name, part] of [
      ["tandem-start-form", StartFormView],
      ["tandem-transcript", TranscriptView],
      ["tandem-composer", Composer],
      ["tandem-aftercare", AftercareView],
      ["tandem-offline", OfflineForm],
      ["tandem-file", FileCard],
      ["tandem-uploads", UploadList],
    ] as const) {
      if (!customElements.get(name)) {
        customElements.define(name, part);
      }
    }
    this.lang = this.catalogue.language;
    this.dir = this.catalogue.direction;
    this.setAttribute("theme", this.options.theme);
    if (this.options.colour && CSS.supports("color", this.options.colour)) {
      this.style.setProperty("--tandem-brand", this.options.colour);
      this.style.setProperty("--tandem-accent", this.options.colour);
    }
    this.phaseShown = this.conversation.phase;
    this.conversation.addEventListener("change", this.onChange);
    this.conversation.addEventListener("arrived", this.onArrived);
    this.expectation?.addEventListener("change", this.onExpected);
    this.files?.addEventListener("change", this.onFiles);
    this.beginning.watch();
    this.pageEvents ??= new PageEvents(this.conversation, (name, detail) => {
      const init = { detail, bubbles: true, composed: true };
      this.dispatchEvent(new CustomEvent(`tandem-${name}`, init));
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.conversation.removeEventListener("change", this.onChange);
    this.conversation.removeEventListener("arrived", this.onArrived);
    this.expectation?.removeEventListener("change", this.onExpected);
    this.files?.removeEventListener("change", this.onFiles);
    this.expectation?.watch(false);
  }

  protected override render(): TemplateResult {
    const { isShown } = this.conversation.state;
    this.toggleAttribute("shown", isShown);
    return html`
      <div class="unseen" role="status">${isShown ? "" : this.announcement}</div>
      ${isShown ? nothing : this.launcher()} ${this.panel()}
    `;
  }

  protected override updated(): void {
    this.focusNext?.();
    this.focusNext = null;
  }

  private launcher(): TemplateResult {
    const { unread } = this.conversation.state;
    return html`<button
      class="launcher"
      type="button"
      aria-haspopup="dialog"
      aria-label=${this.catalogue.openChat(unread)}
      @click=${this.open}
    >
      ${icons.chat}
      ${unread ? html`<span class="badge" aria-hidden="true">${unread}</span>` : nothing}
    </button>`;
  }

  private panel(): TemplateResult {
    return html`<section
      class="panel ${this.wasOpened ? "opened" : ""}"
      role="dialog"
      aria-labelledby="title"
      ?hidden=${!this.conversation.state.isShown}
      @keydown=${this.onKey}
      @dragover=${this.dropping.over}
      @dragleave=${this.dropping.left}
      @drop=${this.dropping.drop}
    >
      <div class="body" ?inert=${this.isConfirming}>
        ${header(this, this.headerActions)}
        <div class="reconnecting" role="status">${this.lineText()}</div>
        ${this.conversation.phase === "form" || this.conversation.phase === "starting"
          ? this.beginning.render()
          : this.talk()}
      </div>
      ${this.isConfirming
        ? confirmation(this.catalogue, () => this.end(), () => this.keepChatting())
        : nothing}
      ${this.dropping.isOver
        ? html`<div class="drop">${icons.clip} ${this.catalogue.text("dropFiles")}</div>`
        : nothing}
    </section>`;
  }

  private lineText(): string {
    const { phase, isInterrupted } = this.conversation;
    return phase === "open" && isInterrupted ? this.catalogue.text("reconnecting") : "";
  }

  private talk(): TemplateResult {
    const { conversation, catalogue, files } = this;
    const isEnded = conversation.phase === "ended";
    return html`<tandem-transcript
        .catalogue=${catalogue}
        .entries=${conversation.entries}
        .outgoing=${conversation.outgoing}
        .typing=${conversation.typing}
        .isWaiting=${!isEnded && conversation.agents.length === 0}
        .waiting=${catalogue.waiting(conversation.waiting)}
        .isEnded=${isEnded}
        .isOnline=${!conversation.isInterrupted}
        .readByAgent=${conversation.state.readByAgent ?? 0}
        .files=${files}
        .pictures=${this.pictures}
        @again=${(event: CustomEvent<string>) => conversation.sayAgain(event.detail)}
        @chosen=${(event: CustomEvent<string>) => conversation.say(event.detail)}
      ></tandem-transcript>
      ${isEnded
        ? html`${this.aftercareView()}
            <div class="over">
            <button type="button" class="primary" @click=${this.startOver}>
              ${catalogue.text("startNew")}
            </button>
            ${isWorthSaving(conversation.entries) ? this.saveButton() : nothing}
          </div>`
        : html`${files
              ? html`<tandem-uploads .catalogue=${catalogue} .files=${files}></tandem-uploads>`
              : nothing}
            <tandem-composer
            .catalogue=${catalogue}
            .accepts=${this.accepts()}
            @attached=${(event: CustomEvent<readonly File[]>) => files?.add(event.detail)}
            .kept=${conversation.state.draft}
            @wrote=${(event: CustomEvent<string>) => conversation.wrote(event.detail)}
            @said=${(event: CustomEvent<string>) => conversation.say(event.detail)}
          ></tandem-composer>`}`;
  }

  private aftercareView(): TemplateResult | typeof nothing {
    const { aftercare, conversation, options } = this;
    const isEmpty = aftercare?.isSkipped !== false || !options.survey;
    if (!aftercare?.isOffered || (isEmpty && !options.mail)) {
      return nothing;
    }
    return html`<tandem-aftercare
      .catalogue=${this.catalogue}
      .aftercare=${aftercare}
      .record=${conversation.state}
      .asksRating=${options.survey}
      .offersMail=${options.mail}
      @skipped=${() => (this.focusNext = () => this.focusOn(".over button"))}
    ></tandem-aftercare>`;
  }

  private accepts(): string | null {
    const types = this.files?.limits?.types ?? [];
    return this.files?.isOffered ? types.map((type) => `.${type}`).join() : null;
  }

  private saveButton(): TemplateResult {
    return html`<button type="button" class="secondary save" @click=${this.save}>
      ${icons.save} ${this.catalogue.text("saveConversation")}
    </button>`;
  }

  private readonly onChange = (): void => {
    const { phase } = this.conversation;
    if (phase !== this.phaseShown) {
      this.phaseShown = phase;
      this.isConfirming = this.isConfirming && phase === "open";
      if (this.conversation.state.isShown && phase !== "starting") {
        this.focusNext = () => this.focusInside();
      }
    }
    this.beginning.watch();
    this.requestUpdate();
  };

  private readonly onExpected = (): void => {
    if (this.beginning.told()) {
      this.focusNext = () => this.focusInside();
    }
    this.requestUpdate();
  };

  private readonly onFiles = (): void => this.requestUpdate();

  private readonly onArrived = (event: Event): void => {
    const { who, text, file } = (event as ArrivedEvent).entry;
    const name = who || this.catalogue.text("someone");
    const said = file?.name ?? plainText(text);
    this.announcement = this.catalogue.text("newMessage", { name, text: said });
  };

  open(): void {
    this.announcement = "";
    this.wasOpened = true;
    this.focusNext = () => {
      this.renderRoot.querySelector<TranscriptView>("tandem-transcript")?.showEnd();
      this.focusInside();
    };
    this.conversation.show(true);
  }

  minimise(): void {
    if (!this.conversation.state.isShown) {
      return;
    }
    this.isConfirming = false;
    // A page that minimises the widget while its visitor is elsewhere must not pull them here.
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === this) {
      this.focusNext = () => this.focusOn(".launcher");
    }
    this.conversation.show(false);
  }

  /** Whether it could be: it needs a name, and that none is there already. */
  begin(form: Partial<StartForm>): boolean {
    const wanted = startFormOf(form);
    const { phase } = this.conversation;
    const isPossible = wanted.name !== "" && (phase === "form" || phase === "ended");
    if (isPossible) {
      this.conversation.begin(wanted);
    }
    return isPossible;
  }

  /** Whether it could be: there must be a conversation. */
  say(text: string): boolean {
    const said = typeof text === "string" ? text.trim() : "";
    const { phase, state } = this.conversation;
    const isPossible = phase === "open" && said !== "" && said.length <= longestText;
    if (isPossible) {
      this.conversation.say(said, state.draft);
    }
    return isPossible;
  }

  /** Without asking: the page has asked, or knows. */
  end(): void {
    this.isConfirming = false;
    this.conversation.cancelStart();
    this.conversation.end();
  }

  private close(): void {
    if (this.conversation.phase === "open") {
      this.isConfirming = true;
      this.focusNext = () => this.focusOn(".keep");
      return;
    }
    this.conversation.cancelStart();
    this.conversation.startOver();
    this.minimise();
  }

  private toggleSound(): void {
    this.sounds.toggle();
    this.requestUpdate();
  }

  private save(): void {
    const { conversation, catalogue, options } = this;
    const { entries } = conversation;
    const title = options.title || catalogue.text("title");
    const text = transcriptText(entries, catalogue, title);
    const content = new Blob([text], { type: "text/plain;charset=utf-8" });
    saveAs(transcriptName(entries, Date.now()), content);
  }

  private keepChatting(): void {
    this.isConfirming = false;
    this.focusNext = () => this.focusInside();
  }

  private startOver(): void {
    this.conversation.startOver();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      if (this.isConfirming) {
        this.keepChatting();
      } else {
        this.minimise();
      }
    }
  }

  private focusInside(): void {
    this.focusOn(parts);
  }

  private focusOn(selector: string): void {
    const part = this.renderRoot.querySelector<HTMLElement>(selector);
    if (part instanceof LitElement) {
      void part.updateComplete.then(() => part.focus());
    } else {
      part?.focus();
    }
  }
}
