// SPDX-License-Identifier: GPL-3.0-or-later
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Files } from "../model/files.js";
import type { Outgoing } from "../model/outbox.js";
import { everybodyOf, openChoices, type Agent, type Entry } from "../model/transcript.js";
import type { Catalogue, Direction } from "../texts/catalogue.js";
import { avatar, avatarStyles } from "./avatarview.js";
import { cardStyles, cardView } from "./cardview.js";
import { choiceButtons, choiceStyles } from "./choices.js";
import { linesOf, type Bubble, type FileLine, type Line } from "./lines.js";
import { isEmojiOnly } from "./emoji.js";
import { icons } from "./icons.js";
import type { Pictures } from "./pictures.js";
import { richStyles } from "./richstyles.js";
import { richText } from "./richtext.js";
import { webAddress } from "./richtokens.js";
import { richView } from "./richview.js";
import { base } from "./theme.js";
import { transcriptStyles } from "./transcriptstyles.js";

const nearBottomPx = 60;

/** The conversation so far. Texts of people are only ever put in as text nodes.
 *  Dispatches "again" with the key of a message that is to be sent once more, and "chosen" with
 *  an answer that the customer clicked. */
export class TranscriptView extends LitElement {
  static override styles = [
    base,
    transcriptStyles,
    avatarStyles,
    cardStyles,
    richStyles,
    choiceStyles,
  ];
  static override properties = {
    catalogue: { attribute: false },
    entries: { attribute: false, hasChanged: () => true },
    outgoing: { attribute: false, hasChanged: () => true },
    typing: { attribute: false },
    isWaiting: { attribute: false },
    waiting: { attribute: false },
    isEnded: { attribute: false },
    isOnline: { attribute: false },
    readByAgent: { attribute: false },
    files: { attribute: false, hasChanged: () => true },
    pictures: { attribute: false, hasChanged: () => true },
  };

  declare catalogue: Catalogue;
  declare entries: readonly Entry[];
  declare outgoing: readonly Outgoing[];
  declare typing: readonly string[];
  declare isWaiting: boolean;
  /** What is known of the wait, in words; empty where nothing is. */
  declare waiting: string;
  declare isEnded: boolean;
  declare isOnline: boolean;
  declare readByAgent: number;
  declare files: Files | null;
  declare pictures: Pictures;
  private everybody: ReadonlyMap<string, Agent> = new Map();
  private followsEnd = true;
  private readonly resizes = new ResizeObserver(() => this.followsEnd && this.showEnd());
  private ownCount = 0;

  protected override render(): TemplateResult {
    this.everybody = everybodyOf(this.entries);
    const lines = linesOf(this.entries, this.outgoing, this.readByAgent);
    return html`<div
        class="log"
        role="log"
        tabindex="0"
        aria-label=${this.catalogue.text("conversation")}
        @scroll=${this.scrolled}
      >
        ${repeat(lines, (line) => line.id, (line) => this.line(line))}
        ${this.choices()}
        ${this.isWaiting ? this.system(this.catalogue.text("waiting")) : nothing}
        ${this.isEnded ? this.system(this.catalogue.text("ended")) : nothing}
      </div>
      <div class="place" role="status">${this.waiting}</div>
      <div class="typing" role="status">${this.catalogue.typing(this.typing)}</div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const own = this.outgoing.length + this.entries.filter((entry) => entry.isOwn).length;
    if (this.followsEnd || own > this.ownCount) {
      this.showEnd();
    }
    this.ownCount = own;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What comes up below takes of its height.
    this.resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes.disconnect();
  }

  showEnd(): void {
    const log = this.log();
    if (log) {
      log.scrollTop = log.scrollHeight;
    }
  }

  // Not asked when something is added: pictures make cards grow afterwards.
  private scrolled(): void {
    const log = this.log();
    if (log) {
      this.followsEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearBottomPx;
    }
  }

  private log(): HTMLElement | null {
    return this.renderRoot.querySelector(".log");
  }

  private choices(): TemplateResult | typeof nothing {
    const isOpen = !this.isEnded && this.outgoing.length === 0;
    const chosen = (text: string) =>
      this.dispatchEvent(new CustomEvent("chosen", { detail: text }));
    return choiceButtons(isOpen ? openChoices(this.entries) : [], this.catalogue, chosen);
  }

  private line(line: Line): TemplateResult {
    switch (line.kind) {
      case "bubble":
        return this.bubble(line);
      case "page":
        return this.page(line.who, line.text);
      case "file":
        return this.file(line);
      case "notice":
        return this.system(line.text, "auto");
      default: {
        const name = line.who || this.catalogue.text("someone");
        return this.system(this.catalogue.text(line.kind, { name }));
      }
    }
  }

  private file({ isOwn, who, participant, text, time, file }: FileLine): TemplateResult {
    const { catalogue, files } = this;
    const name = isOwn ? catalogue.text("you") : who || catalogue.text("someone");
    const at = time ? catalogue.time(time, Date.now()) : "";
    const below = isOwn ? at : html`<bdi>${name}</bdi>${at && ` · ${at}`}`;
    return html`<div class="row ${isOwn ? "own" : "other"}">
      <span class="unseen">${name}: </span>
      <tandem-file
        .catalogue=${catalogue}
        .files=${files}
        .file=${file}
        .deed=${files?.deed(file.id) ?? null}
        .mayDelete=${isOwn && !this.isEnded && (files?.limits?.mayDelete ?? false)}
        @grown=${() => this.grown()}
      ></tandem-file>
      ${text && text !== file.name ? html`<p class="words" dir="auto">${text}</p>` : nothing}
      <p class="below">${isOwn ? nothing : this.face(participant)}<span>${below}</span></p>
    </div>`;
  }

  /** A picture has come in: the end is still the end. */
  private grown(): void {
    if (this.followsEnd) {
      this.showEnd();
    }
  }

  private system(text: string, direction: Direction | "auto" = this.catalogue.direction) {
    return html`<p class="system" dir=${direction}>${text}</p>`;
  }

  private bubble(bubble: Bubble): TemplateResult {
    const { catalogue } = this;
    const who = bubble.isOwn ? catalogue.text("you") : bubble.who || catalogue.text("someone");
    if (bubble.card) {
      const words = (text: string) => this.words(text);
      return html`<div class="row other">
        <div class="box">
          <span class="unseen">${who}: </span>
          ${cardView(bubble.card, catalogue, words, () => this.grown())}
        </div>
        ${bubble.isLastOfGroup ? this.below(bubble, who) : nothing}
      </div>`;
    }
    const size = isEmojiOnly(bubble.text) ? "large" : "";
    // No space between the tags: it would be one in the message.
    return html`<div class="row ${bubble.isOwn ? "own" : "other"} ${bubble.state ?? "sent"}">
      <div class="box"
        ><div class="bubble ${size}" dir="auto"
          ><span class="unseen" dir=${catalogue.direction}>${who}: </span
          >${this.words(bubble.text)}</div
        ></div
      >
      ${bubble.isLastOfGroup ? this.below(bubble, who) : nothing}
    </div>`;
  }

  private words(text: string): unknown {
    return guard([text], () => richView(richText(text), this.catalogue));
  }

  private below(bubble: Bubble, who: string): TemplateResult {
    const { catalogue } = this;
    const time = bubble.time ? catalogue.time(bubble.time, Date.now()) : "";
    if (!bubble.isOwn) {
      const said = html`<span><bdi>${who}</bdi>${time && ` · ${time}`}</span>`;
      return html`<p class="below">${this.face(bubble.participant)}${said}</p>`;
    }
    switch (bubble.state) {
      case "failed":
        return html`<p class="below problem">
          ${icons.alert} ${catalogue.text("notSent")}
          ${this.isEnded ? nothing : this.againButton(bubble.key)}
        </p>`;
      case "sending":
      case "waiting": {
        const state = this.isOnline ? "sending" : "waitingToSend";
        return html`<p class="below">${time} ${icons.waiting} ${catalogue.text(state)}</p>`;
      }
      default:
        return bubble.isRead
          ? html`<p class="below">${time} ${icons.checks} ${catalogue.text("read")}</p>`
          : html`<p class="below">${time} ${icons.check} ${catalogue.text("sent")}</p>`;
    }
  }

  /** Nothing for the company itself, which never joins. */
  private face(participant: string): TemplateResult | typeof nothing {
    const agent = this.everybody.get(participant);
    return agent?.name ? avatar(agent, this.pictures, "small") : nothing;
  }

  private againButton(key: string): TemplateResult {
    const again = () => this.dispatchEvent(new CustomEvent("again", { detail: key }));
    const label = this.catalogue.text("sendAgain");
    return html`<button type="button" class="again" @click=${again}>${label}</button>`;
  }

  // An agent may show the customer a page, which opens when the customer says so; anything but a
  // web address stays plain text.
  private page(who: string, address: string): TemplateResult {
    const { catalogue } = this;
    const url = webAddress(address);
    if (!url) {
      return this.system(address, "auto");
    }
    const name = who || catalogue.text("someone");
    return html`<div class="row other">
      <a class="card" href=${url.href} target="_blank" rel="noopener noreferrer">
        ${icons.link}
        <span>
          <span class="hint">${catalogue.text("sharedPage", { name })}</span>
          <strong dir="ltr">${url.host}</strong>
          <span class="path" dir="ltr">${url.href}</span>
        </span>
        <span class="unseen"> (${catalogue.text("opensInNewTab")})</span>
      </a>
    </div>`;
  }
}
