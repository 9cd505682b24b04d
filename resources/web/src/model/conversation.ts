// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatLink, ChatLinkListener } from "../link/chatlink.js";
import { StatusCode, type ChatAnswer, type ChatEvent } from "../protocol.js";
import { ArrivedEvent, HeardEvent } from "./conversationevents.js";
import { Delivery } from "./delivery.js";
import { GoodBye } from "./goodbye.js";
import { Line } from "./line.js";
import type { Outgoing } from "./outbox.js";
import { Receipts } from "./receipts.js";
import { emptyRecord } from "./record.js";
import type { AfterRecord, ConversationRecord, Phase, RecordStore, StartForm } from "./record.js";
import { Repeater } from "./repeater.js";
import { Requests } from "./requests.js";
import { startErrorOf, type StartError } from "./start.js";
import type { Surroundings } from "./surroundings.js";
import { isSaid, Transcript, type Agent, type Entry } from "./transcript.js";
import { OthersTyping, OwnTyping } from "./typing.js";
import { readPositionOf, waitingOf, type Waiting } from "./waiting.js";

/** One customer's conversation: what it is now, what the customer may do, and what becomes of
 *  answers and lost connections. Knows no page and no socket. Dispatches "change", "returned",
 *  HeardEvent and ArrivedEvent. */
export class Conversation extends EventTarget implements ChatLinkListener {
  protected record!: ConversationRecord;
  protected transcript!: Transcript;
  protected delivery!: Delivery;
  private error: StartError | null = null;
  private told: Waiting | null = null;
  private readonly line: Line;
  private readonly requests: Requests;
  protected readonly ownTyping: OwnTyping;
  private readonly others: OthersTyping;
  private readonly receipts: Receipts;
  private readonly goodBye: GoodBye;
  private readonly starting: Repeater;
  private readonly resuming: Repeater;

  constructor(
    link: ChatLink,
    protected readonly store: RecordStore,
    protected readonly surroundings: Surroundings,
  ) {
    super();
    this.requests = new Requests(link, surroundings, () => this.record);
    this.line = new Line(link, surroundings, () => this.changed());
    this.ownTyping = new OwnTyping(surroundings, (operation, preview) => {
      if (this.line.canSend) {
        this.requests.tell(operation, preview);
      }
    });
    this.others = new OthersTyping(surroundings, () => this.changed());
    this.receipts = new Receipts((index) => this.requests.read(index));
    this.goodBye = new GoodBye(() => this.record, surroundings, this.line);
    this.starting = new Repeater(surroundings, () => this.requests.start());
    this.resuming = new Repeater(surroundings, () => this.requests.resume());
    this.adopt(store.load() ?? emptyRecord());
    link.listen(this);
  }

  get phase(): Phase {
    return this.record.phase;
  }

  /** What is kept over a reload; entries and messages on their way have their own questions. */
  get state(): Readonly<ConversationRecord> {
    return this.record;
  }

  get entries(): readonly Entry[] {
    return this.transcript.entries;
  }

  get outgoing(): readonly Outgoing[] {
    return this.delivery.messages;
  }

  get agents(): readonly Agent[] {
    return this.transcript.agents();
  }

  /** While nobody is there yet: what the server has told of the wait, if anything. */
  get waiting(): Waiting | null {
    return this.phase === "open" && this.agents.length === 0 ? this.told : null;
  }

  get typing(): readonly string[] {
    return this.others.current;
  }

  get startError(): StartError | null {
    return this.error;
  }

  /** A sound is this tab's to make. */
  get mayRing(): boolean {
    return true;
  }

  /** The connection has been gone for long enough to be worth a word. */
  get isInterrupted(): boolean {
    return this.line.isInterrupted;
  }

  /** Takes up what this tab was in the middle of, if anything. */
  resume(): void {
    if (this.isLive()) {
      this.line.open();
    } else {
      this.goodBye.begin();
    }
  }

  /** The page is shown again as it was left: other pages may have gone on meanwhile. */
  returned(): void {
    this.closeLine();
    this.adopt(this.store.load() ?? emptyRecord());
    this.dispatchEvent(new Event("returned"));
    this.resume();
    this.changed();
  }

  begin(form: StartForm): void {
    if (!this.isLive()) {
      this.closeLine();
      this.adopt({
        ...emptyRecord(),
        phase: "starting",
        form,
        startKey: this.surroundings.newKey(),
        isShown: this.record.isShown,
      });
      this.line.open();
      this.changed();
    }
  }

  /** Takes a start back that has not been answered. */
  cancelStart(): void {
    if (this.phase === "starting") {
      this.backToForm(this.record.form);
    }
  }

  /** draft: what the customer goes on writing, where it was not that which is said. */
  say(text: string, draft = ""): void {
    if (this.phase === "open" && text.trim() !== "") {
      this.ownTyping.forget();
      this.record.draft = draft;
      this.delivery.add(text);
      this.changed();
    }
  }

  sayAgain(key: string): void {
    if (this.phase === "open") {
      this.delivery.again(key);
      this.changed();
    }
  }

  wrote(text: string): void {
    if (this.phase === "open") {
      this.record.draft = text;
      this.ownTyping.wrote(text, this.record.previews ?? false);
      this.keep();
    }
  }

  end(): void {
    if (this.phase === "open") {
      const { canSend } = this.line;
      if (canSend) {
        this.requests.tell("disconnect");
      }
      this.finish();
      if (!canSend) {
        this.goodBye.owe();
      }
      this.changed();
    }
  }

  /** What is done once it has ended is kept with it. */
  keepAfter(change: Partial<AfterRecord>): void {
    if (this.phase === "ended" && this.record.after) {
      this.record.after = { ...this.record.after, ...change };
      this.changed();
    }
  }

  /** Back to the form; the customer's name and address stay in it. */
  startOver(): void {
    if (this.phase === "ended") {
      this.backToForm({ ...this.record.form, question: "" });
    }
  }

  show(isShown: boolean): void {
    this.record.isShown = isShown;
    if (isShown) {
      this.record.unread = 0;
      this.tellRead();
    }
    this.changed();
  }

  /** Somebody looks at the page again. */
  seen(): void {
    this.tellRead();
    this.keep();
  }

  linkUp(): void {
    this.line.cameUp();
    this.receipts.newLine();
    this.delivery.interrupted();
    if (this.phase === "starting") {
      this.starting.begin();
    } else if (this.phase === "open") {
      this.resuming.begin();
    } else if (this.goodBye.isOwed) {
      this.requests.leave();
    }
  }

  linkDown(): void {
    this.line.wentDown();
    this.becomeQuiet();
    this.delivery.interrupted();
    this.changed();
  }

  answered(answer: ChatAnswer): void {
    const isOurs = !answer.secureKey || answer.secureKey === this.record.secureKey;
    if (this.phase === "starting") {
      this.startAnswered(answer);
    } else if (this.phase === "open" && isOurs) {
      this.openAnswered(answer);
    } else if (this.goodBye.isOwed) {
      this.goodBye.end();
    }
    this.changed();
  }

  protected isLive(): boolean {
    return this.phase === "starting" || this.phase === "open";
  }

  private startAnswered(answer: ChatAnswer): void {
    if (answer.statusCode === StatusCode.refused) {
      this.backToForm(this.record.form);
      this.error = startErrorOf(answer);
    } else if (answer.statusCode !== StatusCode.transient && answer.secureKey) {
      this.starting.stop();
      this.record.phase = "open";
      this.record.secureKey = answer.secureKey;
      this.record.page = this.surroundings.pageData()["_genesys_url"] ?? "";
      this.line.becomeAttached();
      this.take(answer);
    }
  }

  private openAnswered(answer: ChatAnswer): void {
    const statusCode = answer.statusCode ?? StatusCode.ok;
    if (answer.clientMessageId !== undefined) {
      this.delivery.answered(answer.clientMessageId, statusCode);
    } else if (statusCode === StatusCode.refused && !this.line.isAttached) {
      // The server does not know this conversation any more.
      this.finish();
      return;
    }
    if (statusCode === StatusCode.ok && !this.line.isAttached) {
      this.resuming.stop();
      this.line.becomeAttached();
      this.requests.page();
    }
    if (statusCode !== StatusCode.transient) {
      this.take(answer);
    }
    this.delivery.advance();
  }

  private take(answer: ChatAnswer): void {
    this.told = waitingOf(answer) ?? this.told;
    this.record.chatId = answer.chatId || this.record.chatId;
    this.record.readByAgent = Math.max(this.record.readByAgent ?? 0, readPositionOf(answer));
    for (const event of answer.messages ?? []) {
      this.heard(event);
      this.record.position = Math.max(this.record.position, event.index + 1);
    }
    this.record.position = Math.max(this.record.position, answer.nextPosition ?? 0);
    if (answer.chatEnded) {
      this.finish();
    }
    this.tellRead();
  }

  /** The agents hear that what they said has been seen. */
  protected tellRead(): void {
    const seen = this.isSeen() ? this.transcript.lastOfOthers() : 0;
    const last = Math.max(seen, this.record.toldRead ?? 0);
    this.record.toldRead = last;
    if (this.phase === "open" && this.line.canSend) {
      this.receipts.read(last);
    }
  }

  /** Somebody looks at the conversation. */
  protected isSeen(): boolean {
    return this.record.isShown && this.surroundings.isVisible();
  }

  /** What is said now is no news to a customer who has the panel open. */
  protected isFollowed(): boolean {
    return this.record.isShown;
  }

  private heard(event: ChatEvent): void {
    this.others.heard(event);
    const isNew = this.transcript.isNew(event);
    const entry = this.transcript.add(event);
    if (entry?.kind === "joined") {
      this.told = null; // who comes back into the queue later is told anew
    } else if (entry?.kind === "previewNotice") {
      this.record.previews = true;
    }
    if (isNew) {
      this.dispatchEvent(new HeardEvent(event));
    }
    if (!entry || !isSaid(entry.kind)) {
      return;
    }
    if (entry.isOwn) {
      if (entry.kind !== "file") {
        this.delivery.arrived(entry);
      }
      return;
    }
    if (!this.isFollowed()) {
      this.record.unread += 1;
    }
    this.dispatchEvent(new ArrivedEvent(entry));
  }

  private finish(): void {
    const after = { secureKey: this.record.secureKey, endedAt: this.surroundings.now() };
    this.record = { ...this.record, phase: "ended", secureKey: "", after };
    this.delivery.abandon();
    this.closeLine();
  }

  private backToForm(form: StartForm): void {
    this.closeLine();
    this.adopt({ ...emptyRecord(), form, isShown: this.record.isShown });
    this.changed();
  }

  protected closeLine(): void {
    this.becomeQuiet();
    this.line.close();
  }

  private becomeQuiet(): void {
    this.starting.stop();
    this.resuming.stop();
    this.ownTyping.forget();
    this.others.clear();
  }

  protected adopt(record: ConversationRecord): void {
    this.record = record;
    this.error = null;
    this.told = null;
    this.transcript = new Transcript(record.entries, record.position);
    this.delivery = new Delivery(
      this.surroundings,
      (message) => this.requests.message(message),
      () => this.line.canSend && this.phase === "open",
      () => this.changed(),
      record.outbox,
    );
  }

  protected changed(): void {
    this.keep();
    this.dispatchEvent(new Event("change"));
  }

  protected keep(): void {
    this.record.entries = this.transcript.entries;
    this.record.outbox = this.delivery.records();
    // Before the customer begins, nothing is kept.
    if (this.phase === "form") {
      this.store.clear();
    } else {
      this.store.save(this.record);
    }
  }
}
