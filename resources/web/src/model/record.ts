// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry } from "./transcript.js";
import type { OutgoingRecord } from "./outbox.js";

export type Phase = "form" | "starting" | "open" | "ended";

export interface StartForm {
  readonly name: string;
  readonly email: string;
  readonly question: string;
  /** Further ones by their names: of the API, or keys of attached data. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the customer may still do once the conversation has ended. */
export interface AfterRecord {
  readonly secureKey: string;
  /** Milliseconds since 1970, by the customer's clock. */
  readonly endedAt: number;
  readonly survey?: "sent" | "skipped";
  /** What has been chosen and written, sent or not. */
  readonly score?: string;
  readonly comment?: string;
  /** Where the transcript has gone. */
  readonly mailedTo?: string;
  /** The server has not been told of the end; until then it is worth telling. */
  untoldUntil?: number;
}

/** What is remembered of a conversation over a reload, and in the other tabs. */
export interface ConversationRecord {
  phase: Phase;
  form: StartForm;
  /** The key of the request that begins the conversation. */
  startKey: string;
  secureKey: string;
  /** As the server has told it. */
  chatId?: string;
  /** The first event that this tab has not seen; 1 asks for all. */
  position: number;
  entries: readonly Entry[];
  outbox: readonly OutgoingRecord[];
  /** What the customer has written and not sent. */
  draft: string;
  unread: number;
  isShown: boolean;
  /** The page that the agents were told of last. */
  page: string;
  /** The last event that an agent has read, and the last of theirs that they know is read. */
  readByAgent?: number;
  toldRead?: number;
  /** Agents see what is typed before it is sent. */
  previews?: boolean;
  after?: AfterRecord;
}

export function emptyRecord(): ConversationRecord {
  return {
    phase: "form",
    form: { name: "", email: "", question: "" },
    startKey: "",
    secureKey: "",
    position: 1,
    entries: [],
    outbox: [],
    draft: "",
    unread: 0,
    isShown: false,
    page: "",
  };
}

export interface RecordStore {
  load(): ConversationRecord | null;
  save(record: ConversationRecord): void;
  /** Only what is this tab's own: the draft, and whether the panel is open. */
  saveOwn?(record: ConversationRecord): void;
  clear(): void;
}
