// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatEvent } from "../protocol.js";
import type { AfterRecord, ConversationRecord } from "./record.js";
import type { StartError } from "./start.js";
import type { Waiting } from "./waiting.js";

/** The conversation as the tab that leads has it. */
export interface SharedState {
  readonly kind: "state";
  readonly record: ConversationRecord;
  readonly waiting: Waiting | null;
  readonly typing: readonly string[];
  readonly isInterrupted: boolean;
  readonly error: StartError | null;
}

/** What the tabs of a site tell each other. */
export type TabMessage =
  | SharedState
  /** The server has told the tab that leads of something for the first time. */
  | { readonly kind: "heard"; readonly event: ChatEvent }
  /** The tab that leads is there. */
  | { readonly kind: "here" }
  /** Another one is; whether somebody looks at the conversation in it. */
  | { readonly kind: "looks"; readonly tab: string; readonly looks: boolean }
  /** One that has come: asks for the state. */
  | { readonly kind: "hello" }
  | { readonly kind: "say"; readonly key: string; readonly text: string }
  | { readonly kind: "wrote"; readonly text: string }
  | { readonly kind: "do"; readonly what: "end" | "cancelStart" }
  | { readonly kind: "again"; readonly key: string }
  | { readonly kind: "after"; readonly startKey: string; readonly after: AfterRecord };

export interface TabsListener {
  /** This tab leads from now on. */
  tookOver(): void;
  /** Another one does. */
  lostLead(): void;
  heard(message: TabMessage): void;
}

/** The tabs of a site: one of them leads, which is who has the connection. */
export interface Tabs {
  readonly isLeading: boolean;
  listen(listener: TabsListener): void;
  /** At once, whoever led before. */
  lead(): void;
  /** As soon as no other tab leads. */
  join(): void;
  /** Not any more. */
  leave(): void;
  /** To the others. */
  post(message: TabMessage): void;
}
