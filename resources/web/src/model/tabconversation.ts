// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatLink } from "../link/chatlink.js";
import { Conversation } from "./conversation.js";
import { ArrivedEvent, HeardEvent } from "./conversationevents.js";
import { emptyRecord, type AfterRecord, type ConversationRecord } from "./record.js";
import type { RecordStore, StartForm } from "./record.js";
import type { StartError } from "./start.js";
import type { Surroundings } from "./surroundings.js";
import type { SharedState, TabMessage, Tabs } from "./tabs.js";
import { entryOf, isSaid } from "./transcript.js";
import type { Waiting } from "./waiting.js";

const tickMs = 2000;
const mostSilences = 2;
const lookHoldsMs = 6000;

interface Said {
  readonly key: string;
  readonly text: string;
  readonly time: number;
}

/** One conversation in all tabs of a site. The tab that leads has the connection, and shows the
 *  others how it stands; what is done in another one it asks the first to do, until it is done. */
export class TabConversation extends Conversation {
  private readonly tab: string;
  /** How it stands with the tab that leads; null where this one does, or none is known. */
  private shared: SharedState | null = null;
  private isFollowing = false;
  private said: Said[] = [];
  private wantsEnd = false;
  private silences = 0;
  private readonly lookers = new Map<string, number>();
  private stopTick: () => void = () => undefined;

  constructor(
    link: ChatLink,
    store: RecordStore,
    surroundings: Surroundings,
    private readonly tabs: Tabs,
  ) {
    super(link, store, surroundings);
    this.tab = surroundings.newKey();
    tabs.listen({
      tookOver: () => this.takeOver(),
      lostLead: () => this.stepBack(),
      heard: (message) => this.heardFromTab(message),
    });
    this.addEventListener("heard", (event) => this.post("heard", (event as HeardEvent).event));
  }

  override get waiting(): Waiting | null {
    return this.shared ? this.shared.waiting : super.waiting;
  }

  override get typing(): readonly string[] {
    return this.shared?.typing ?? super.typing;
  }

  override get startError(): StartError | null {
    return this.shared ? this.shared.error : super.startError;
  }

  override get isInterrupted(): boolean {
    return this.shared?.isInterrupted ?? super.isInterrupted;
  }

  override get mayRing(): boolean {
    return this.tabs.isLeading && !this.isLookedAtElsewhere();
  }

  override resume(): void {
    if (this.isLive()) {
      this.follow();
      this.tabs.join();
    } else {
      super.resume();
    }
  }

  override begin(form: StartForm): void {
    if (!this.isLive()) {
      this.unfollow();
      this.tabs.lead();
      super.begin(form);
    }
  }

  override cancelStart(): void {
    if (this.isFollowing) {
      this.tabs.post({ kind: "do", what: "cancelStart" });
    } else {
      super.cancelStart();
    }
  }

  override say(text: string, draft = ""): void {
    if (!this.isFollowing) {
      super.say(text, draft);
    } else if (this.phase === "open" && text.trim() !== "") {
      const said = { key: this.surroundings.newKey(), text, time: this.surroundings.now() };
      this.said.push(said);
      this.record.draft = draft;
      this.showSaid();
      this.tabs.post({ kind: "say", key: said.key, text });
      this.changed();
    }
  }

  override sayAgain(key: string): void {
    if (this.isFollowing) {
      this.tabs.post({ kind: "again", key });
    } else {
      super.sayAgain(key);
    }
  }

  override wrote(text: string): void {
    if (this.isFollowing) {
      this.record.draft = text;
      this.keep();
      this.tabs.post({ kind: "wrote", text });
    } else {
      super.wrote(text);
    }
  }

  override end(): void {
    if (this.isFollowing && this.phase === "open") {
      this.wantsEnd = true;
      this.tabs.post({ kind: "do", what: "end" });
    } else {
      super.end();
    }
  }

  override show(isShown: boolean): void {
    super.show(isShown);
    this.tellLooks();
  }

  override seen(): void {
    super.seen();
    this.tellLooks();
  }

  override keepAfter(change: Partial<AfterRecord>): void {
    super.keepAfter(change);
    const { startKey, after } = this.record;
    if (after) {
      this.tabs.post({ kind: "after", startKey, after });
    }
  }

  /** The page is left, or put away by the browser: another tab goes on. */
  leaves(): void {
    this.tabs.post({ kind: "looks", tab: this.tab, looks: false });
    this.unfollow();
    this.tabs.leave();
  }

  protected override isSeen(): boolean {
    return super.isSeen() || this.isLookedAtElsewhere();
  }

  protected override isFollowed(): boolean {
    return super.isFollowed() || this.isLookedAtElsewhere();
  }

  protected override changed(): void {
    super.changed();
    if (this.tabs.isLeading) {
      this.postState();
      if (!this.isLive()) {
        this.tabs.leave();
      }
    }
  }

  protected override keep(): void {
    if (this.isFollowing) {
      this.store.saveOwn?.(this.record);
    } else {
      super.keep();
    }
  }

  private heardFromTab(message: TabMessage): void {
    if (this.tabs.isLeading) {
      this.asked(message);
    } else if (message.kind === "state") {
      this.adoptShared(message);
    } else if (message.kind === "here") {
      this.silences = 0;
    } else if (message.kind === "heard" && this.isFollowing) {
      this.heardElsewhere(message.event);
    } else if (message.kind === "after" && message.startKey === this.record.startKey) {
      this.record.after = message.after;
      this.changed();
    }
  }

  /** By a tab that does not lead, of this one, which does. */
  private asked(message: TabMessage): void {
    switch (message.kind) {
      case "hello":
        this.postState();
        break;
      case "looks":
        this.tabs.post({ kind: "here" });
        this.learnLooks(message.tab, message.looks);
        break;
      case "say":
        this.sayFor(message);
        break;
      case "again":
        super.sayAgain(message.key);
        break;
      case "wrote":
        this.ownTyping.wrote(message.text, this.record.previews ?? false);
        break;
      case "do":
        (message.what === "end" ? super.end : super.cancelStart).call(this);
        break;
    }
  }

  private learnLooks(tab: string, looks: boolean): void {
    if (!looks) {
      this.lookers.delete(tab);
      return;
    }
    this.lookers.set(tab, this.surroundings.now());
    if (this.record.unread > 0 || this.transcript.lastOfOthers() > (this.record.toldRead ?? 0)) {
      this.record.unread = 0;
      this.tellRead();
      this.changed();
    }
  }

  private isLookedAtElsewhere(): boolean {
    const since = this.surroundings.now() - lookHoldsMs;
    return [...this.lookers.values()].some((time) => time > since);
  }

  private sayFor({ key, text }: { key: string; text: string }): void {
    const isKnown = this.outgoing.some((one) => one.key === key) || this.transcript.hasKey(key);
    if (this.phase === "open" && !isKnown) {
      this.ownTyping.forget();
      this.delivery.add(text, key);
      this.changed();
    }
  }

  private post(kind: "heard", event: HeardEvent["event"]): void {
    if (this.tabs.isLeading) {
      this.tabs.post({ kind, event });
    }
  }

  private postState(): void {
    const { record, waiting, typing, isInterrupted, startError: error } = this;
    const shared = { ...record, draft: "" };
    this.tabs.post({ kind: "state", record: shared, waiting, typing, isInterrupted, error });
  }

  private adoptShared(state: SharedState): void {
    const { startKey, draft, isShown } = this.record;
    const isSame = state.record.startKey === startKey;
    const isLive = state.record.phase === "starting" || state.record.phase === "open";
    // One that was taken back or ended elsewhere concerns only those who were in it.
    if (!isSame && !isLive && !this.isFollowing) {
      return;
    }
    const { unread } = state.record;
    this.silences = 0;
    this.adopt({
      ...state.record,
      draft: isSame ? draft : "",
      isShown,
      unread: isShown ? 0 : unread,
    });
    this.said = this.said.filter(({ key }) => !this.isThere(key));
    this.showSaid();
    if (!isLive) {
      this.unfollow();
      this.tabs.leave();
      this.delivery.abandon();
      this.said = [];
      this.wantsEnd = false;
    } else {
      this.follow();
    }
    this.shared = isLive ? state : null;
    this.changed();
  }

  private isThere(key: string): boolean {
    return this.outgoing.some((one) => one.key === key) || this.transcript.hasKey(key);
  }

  private showSaid(): void {
    const missing = this.said.filter(({ key }) => !this.isThere(key));
    missing.forEach(({ key, text, time }) => this.delivery.add(text, key, time));
  }

  private heardElsewhere(event: HeardEvent["event"]): void {
    this.dispatchEvent(new HeardEvent(event));
    const entry = entryOf(event);
    if (entry && isSaid(entry.kind) && !entry.isOwn) {
      this.dispatchEvent(new ArrivedEvent(entry));
    }
  }

  private takeOver(): void {
    const { shared, record } = this;
    this.unfollow();
    // What this tab was shown last is the newest, unless it has not been shown anything.
    const { draft, isShown } = record;
    const kept = shared ? record : { ...(this.store.load() ?? emptyRecord()), draft, isShown };
    this.adopt(kept as ConversationRecord);
    this.showSaid();
    this.said = [];
    super.resume();
    if (this.wantsEnd) {
      super.end();
    }
    this.wantsEnd = false;
    this.changed();
  }

  private stepBack(): void {
    this.closeLine();
    if (this.isLive()) {
      this.follow();
    }
  }

  private follow(): void {
    if (!this.isFollowing) {
      this.isFollowing = true;
      this.silences = 0;
      this.tabs.post({ kind: "hello" });
      this.tick();
    }
  }

  private unfollow(): void {
    this.isFollowing = false;
    this.shared = null;
    this.stopTick();
  }

  /** Without an answer to what was asked the last times, nobody leads: browsers freeze tabs.
   *  Counted rather than timed, since they slow the timers of hidden ones down. */
  private tick(): void {
    if (this.silences > mostSilences) {
      this.tabs.lead();
      this.takeOver();
      return;
    }
    // Not at once: the tab that leads may still be about to take its place.
    if (this.silences > 0 || this.shared) {
      this.tabs.join();
    }
    this.silences += 1;
    this.tellLooks();
    this.said.forEach(({ key, text }) => this.tabs.post({ kind: "say", key, text }));
    if (this.wantsEnd) {
      this.tabs.post({ kind: "do", what: "end" });
    }
    this.stopTick = this.surroundings.after(tickMs, () => this.tick());
  }

  private tellLooks(): void {
    if (this.isFollowing) {
      const looks = this.record.isShown && this.surroundings.isVisible();
      this.tabs.post({ kind: "looks", tab: this.tab, looks });
    }
  }
}
