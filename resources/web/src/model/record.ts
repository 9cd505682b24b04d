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
}

/** What a tab remembers of its conversation over a reload, and no longer than the tab lives. */
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
  clear(): void;
}

interface Versioned {
  readonly version: number;
  readonly record: ConversationRecord;
}

const version = 1;

/** Keeps the record in sessionStorage. Where a browser forbids that, the conversation works
 *  and is forgotten with the page. */
export class SessionRecordStore implements RecordStore {
  constructor(
    private readonly key: string,
    private readonly storage: () => Storage = () => sessionStorage,
  ) {}

  load(): ConversationRecord | null {
    try {
      const text = this.storage().getItem(this.key);
      const stored = text === null ? null : (JSON.parse(text) as Versioned);
      const isKnown = stored?.version === version && Array.isArray(stored.record?.entries);
      return isKnown ? stored.record : null;
    } catch {
      return null;
    }
  }

  save(record: ConversationRecord): void {
    try {
      this.storage().setItem(this.key, JSON.stringify({ version, record }));
    } catch {
      // Full or forbidden: the conversation goes on without a memory.
    }
  }

  clear(): void {
    try {
      this.storage().removeItem(this.key);
    } catch {
      // As above.
    }
  }
}
