// SPDX-License-Identifier: GPL-3.0-or-later
import type { ConversationRecord, RecordStore } from "./record.js";

interface Versioned {
  readonly version: number;
  /** Absent in records of the first version, which a tab had for itself. */
  readonly savedAt?: number;
  readonly record: ConversationRecord;
}

interface Own {
  readonly startKey: string;
  readonly draft: string;
  readonly isShown: boolean;
}

const version = 2;
const keptForMs = 3_600_000;

/** Keeps the record in localStorage, for all tabs, and for an hour; what is a tab's own in
 *  sessionStorage. Where a browser forbids that, the conversation works and is forgotten with the
 *  page. */
export class BrowserRecordStore implements RecordStore {
  constructor(
    private readonly key: string,
    private readonly now: () => number,
    private readonly shared: () => Storage = () => localStorage,
    private readonly ownStorage: () => Storage = () => sessionStorage,
  ) {}

  load(): ConversationRecord | null {
    const stored = this.read<Versioned>(this.shared) ?? this.read<Versioned>(this.ownStorage);
    const isKnown = stored && stored.version >= 1 && stored.version <= version;
    if (!isKnown || !Array.isArray(stored.record?.entries)) {
      return null;
    }
    const { record, savedAt = this.now() } = stored;
    const lastAt = Math.min(savedAt, record.after?.endedAt ?? savedAt);
    if (this.now() - lastAt >= keptForMs) {
      this.clear();
      return null;
    }
    if (stored.version === 1) {
      return record;
    }
    const own = this.read<Own>(this.ownStorage, ".tab");
    const { draft, isShown } = own?.startKey === record.startKey ? own : nobody;
    return { ...record, draft, isShown };
  }

  save(record: ConversationRecord): void {
    const shared = { version, savedAt: this.now(), record: { ...record, ...nobody } };
    this.quietly(this.shared, (storage) => storage.setItem(this.key, JSON.stringify(shared)));
    this.saveOwn(record);
  }

  saveOwn({ startKey, draft, isShown }: ConversationRecord): void {
    const own: Own = { startKey, draft, isShown };
    this.quietly(this.ownStorage, (storage) => {
      storage.removeItem(this.key);
      storage.setItem(`${this.key}.tab`, JSON.stringify(own));
    });
  }

  clear(): void {
    this.quietly(this.shared, (storage) => storage.removeItem(this.key));
    this.quietly(this.ownStorage, (storage) => {
      storage.removeItem(this.key);
      storage.removeItem(`${this.key}.tab`);
    });
  }

  private read<What>(storage: () => Storage, suffix = ""): What | null {
    try {
      return JSON.parse(storage().getItem(this.key + suffix) ?? "null") as What | null;
    } catch {
      return null;
    }
  }

  private quietly(storage: () => Storage, action: (storage: Storage) => void): void {
    try {
      action(storage());
    } catch {
      // Full or forbidden: the conversation goes on without a memory.
    }
  }
}

const nobody = { draft: "", isShown: false };
