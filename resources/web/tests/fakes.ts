// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatLink, ChatLinkListener } from "../src/link/chatlink.js";
import { Conversation } from "../src/model/conversation.js";
import type { ConversationRecord, RecordStore } from "../src/model/record.js";
import type { Surroundings } from "../src/model/surroundings.js";
import type { ChatAnswer, ChatEvent, ChatRequest } from "../src/protocol.js";

/** Time that passes only when a test says so. */
export class FakeSurroundings implements Surroundings {
  private time = 1_700_000_000_000;
  private keys = 0;
  private timers: { at: number; action: () => void }[] = [];
  page = "https://shop.example/shoes";
  isLookedAt = true;

  now(): number {
    return this.time;
  }

  after(delayMs: number, action: () => void): () => void {
    const timer = { at: this.time + delayMs, action };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  newKey(): string {
    this.keys += 1;
    return `key${this.keys}`;
  }

  isVisible(): boolean {
    return this.isLookedAt;
  }

  userData(): Record<string, string> {
    return { ...this.pageData(), TimeZone: "60" };
  }

  pageData(): Record<string, string> {
    return { _genesys_url: this.page };
  }

  passes(durationMs: number): void {
    const end = this.time + durationMs;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) {
        break;
      }
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = due.at;
      due.action();
    }
    this.time = end;
  }
}

/** A server that says what the test lets it say. */
export class FakeLink implements ChatLink {
  requests: ChatRequest[] = [];
  isOpen = false;
  private listener: ChatLinkListener | null = null;

  listen(listener: ChatLinkListener): void {
    this.listener = listener;
  }

  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  send(request: ChatRequest): void {
    this.requests.push(request);
  }

  comesUp(): void {
    this.listener?.linkUp();
  }

  goesDown(): void {
    this.listener?.linkDown();
  }

  fails(): void {
    this.listener?.linkFailed?.();
  }

  answers(answer: ChatAnswer): void {
    this.listener?.answered({ statusCode: 0, messages: [], ...answer });
  }

  operations(): string[] {
    return this.requests.map((request) => request.operation);
  }

  sentTexts(): string[] {
    return this.requests.flatMap((request) =>
      request.operation === "sendMessage" ? [request.message] : [],
    );
  }
}

export class FakeStore implements RecordStore {
  text: string | null = null;

  load(): ConversationRecord | null {
    return this.text === null ? null : (JSON.parse(this.text) as ConversationRecord);
  }

  save(record: ConversationRecord): void {
    this.text = JSON.stringify(record);
  }

  clear(): void {
    this.text = null;
  }
}

export class Scene {
  readonly surroundings = new FakeSurroundings();
  readonly store = new FakeStore();
  link = new FakeLink();
  conversation = this.newConversation();

  /** The page is loaded again: what the tab remembers stays, all else is new. */
  reloads(): void {
    this.link = new FakeLink();
    this.conversation = this.newConversation();
    this.conversation.resume();
  }

  begins(question = ""): void {
    this.conversation.begin({ name: "Maria", email: "", question });
    this.link.comesUp();
  }

  opens(): void {
    this.begins();
    this.link.answers({ secureKey: "secret", nextPosition: 2, messages: [joined(1, "Client")] });
    this.link.requests = [];
  }

  private newConversation(): Conversation {
    return new Conversation(this.link, this.store, this.surroundings);
  }
}

export function joined(index: number, type: "Client" | "Agent", nickname = "Alice"): ChatEvent {
  return {
    index,
    type: "ParticipantJoined",
    from: { nickname, participantId: type === "Client" ? 1 : nickname, type },
    utcTime: 1_700_000_000_000,
  };
}

export function agentSays(index: number, text: string): ChatEvent {
  return { ...joined(index, "Agent"), type: "Message", text };
}

export function customerSaid(index: number, text: string, key?: string): ChatEvent {
  const userData = key === undefined ? {} : { clientMessageId: key };
  return { ...joined(index, "Client", "Maria"), type: "Message", text, userData };
}
