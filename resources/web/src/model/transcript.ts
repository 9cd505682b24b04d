// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatEvent } from "../protocol.js";
import { cardOf, type Card } from "./card.js";

export type EntryKind =
  | "message"
  | "joined"
  | "left"
  | "notice"
  | "page"
  | "file"
  | "ended"
  | "idleAlert"
  | "idleClosed"
  | "previewNotice";

/** A file that somebody has sent. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  /** Bytes; null where the server does not tell. */
  readonly size: number | null;
  readonly hasPreview: boolean;
  readonly isDeleted?: boolean;
}

/** One line of the conversation, as it is kept in the tab and shown. */
export interface Entry {
  readonly index: number;
  readonly kind: EntryKind;
  readonly isOwn: boolean;
  readonly who: string;
  readonly participant: string;
  readonly text: string;
  /** Milliseconds since 1970; 0 where the server named none. */
  readonly time: number;
  /** The key that an own message was sent with. */
  readonly key?: string;
  /** Answers that the customer may just click. */
  readonly choices?: readonly string[];
  readonly file?: SentFile;
  readonly card?: Card;
  /** Of an agent who joins: the hash of their picture. */
  readonly picture?: string;
}

/** Somebody of the company who is in the conversation. */
export interface Agent {
  readonly participant: string;
  readonly name: string;
  readonly picture?: string;
}

const mostChoices = 10;

/** Somebody has said it to somebody. */
export function isSaid(kind: EntryKind): boolean {
  return kind === "message" || kind === "page" || kind === "file";
}

const kinds: Readonly<Record<string, EntryKind>> = {
  Message: "message",
  ParticipantJoined: "joined",
  ParticipantLeft: "left",
  Notice: "notice",
  IdleAlert: "idleAlert",
  IdleClose: "idleClosed",
  PushUrl: "page",
  FileUploaded: "file",
};

function choicesOf(event: ChatEvent): { choices?: readonly string[] } {
  try {
    const choices: unknown = JSON.parse(String(event.userData?.["choices"] ?? "[]"));
    const isGood = Array.isArray(choices) && choices.every((one) => typeof one === "string");
    return isGood && choices.length > 0 ? { choices: choices.slice(0, mostChoices) } : {};
  } catch {
    return {};
  }
}

function fileOf({ type, userData = {} }: ChatEvent): { file?: SentFile } {
  const text = (name: string) => String(userData[name] ?? "");
  const id = text("file-id");
  if (type !== "FileUploaded" || id === "") {
    return {};
  }
  const size = Number(text("file-size") || NaN);
  const hasPreview = text("file-preview") === "true";
  const isKnown = Number.isFinite(size) && size >= 0;
  return { file: { id, name: text("file-name") || id, size: isKnown ? size : null, hasPreview } };
}

// It becomes part of an address: anything but the hash that the server makes is none.
function pictureOf({ type, userData }: ChatEvent): { picture?: string } {
  const picture = userData?.["picture"];
  const isHash = typeof picture === "string" && /^[0-9a-f]{64}$/.test(picture);
  return type === "ParticipantJoined" && isHash ? { picture } : {};
}

/** What may be clicked at present: the answers to the last message, until there is one. */
export function openChoices(entries: readonly Entry[]): readonly string[] {
  const said = entries.filter(({ kind }) => kind === "message");
  return said.at(-1)?.choices ?? [];
}

export function entryOf(event: ChatEvent): Entry | null {
  const isPreview = event.type === "Notice" && event.messageType === "typing_preview";
  const kind = isPreview ? "previewNotice" : kinds[event.type];
  const text = event.text ?? "";
  const isOwn = event.from?.type === "Client";
  if (!kind) {
    return null;
  }
  const isPresence = kind === "joined" || kind === "left";
  // The customer knows that they are here, and an empty line says nothing to anybody.
  const file = fileOf(event);
  if (isPresence ? isOwn : text === "" && !file.file) {
    return null;
  }
  const key = event.userData?.["clientMessageId"];
  return {
    index: event.index,
    kind,
    isOwn,
    who: event.from?.nickname ?? "",
    participant: String(event.from?.participantId ?? event.from?.nickname ?? ""),
    text,
    time: event.utcTime ?? 0,
    ...(typeof key === "string" ? { key } : {}),
    ...(isOwn ? {} : choicesOf(event)),
    ...cardOf(event),
    ...file,
    ...pictureOf(event),
  };
}

/** Everybody who has joined, also who has left again, by participant. */
export function everybodyOf(entries: readonly Entry[]): ReadonlyMap<string, Agent> {
  const joined = entries.filter(({ kind }) => kind === "joined");
  return new Map(joined.map((entry) => [entry.participant, agentOf(entry)]));
}

function agentOf({ participant, who, picture }: Entry): Agent {
  return { participant, name: who, ...(picture ? { picture } : {}) };
}

/** What the server has confirmed, in its order, each event once. */
export class Transcript {
  private lines: Entry[];
  private readonly seen: Set<number>;

  /** position: the first event that no page of this tab has heard. */
  constructor(
    entries: readonly Entry[] = [],
    private readonly position = 1,
  ) {
    this.lines = [...entries];
    this.seen = new Set(entries.map((entry) => entry.index));
  }

  get entries(): readonly Entry[] {
    return this.lines;
  }

  isNew({ index }: ChatEvent): boolean {
    return index >= this.position && !this.seen.has(index);
  }

  /** The entry, or null where it was here already or is nothing to show. */
  add(event: ChatEvent): Entry | null {
    if (this.seen.has(event.index)) {
      return null;
    }
    this.seen.add(event.index);
    if (event.type === "FileDeleted") {
      this.markDeleted(String(event.userData?.["file-id"] ?? ""));
      return null;
    }
    const entry = entryOf(event);
    if (entry) {
      this.insert(entry);
    }
    return entry;
  }

  hasKey(key: string): boolean {
    return this.lines.some((entry) => entry.key === key);
  }

  /** Index of the last that somebody else said; 0 for none. */
  lastOfOthers(): number {
    const isOf = ({ isOwn, kind }: Entry) => !isOwn && isSaid(kind);
    return this.lines.reduce((last, entry) => (isOf(entry) ? entry.index : last), 0);
  }

  /** Agents who are in the conversation, the latest to come last. */
  agents(): Agent[] {
    const present = new Map<string, Agent>();
    for (const entry of this.lines) {
      if (entry.kind === "joined") {
        present.delete(entry.participant);
        present.set(entry.participant, agentOf(entry));
      } else if (entry.kind === "left") {
        present.delete(entry.participant);
      }
    }
    return [...present.values()];
  }

  private markDeleted(id: string): void {
    this.lines = this.lines.map((entry) =>
      entry.file?.id === id ? { ...entry, file: { ...entry.file, isDeleted: true } } : entry,
    );
  }

  private insert(entry: Entry): void {
    let at = this.lines.length;
    while (at > 0 && (this.lines[at - 1]?.index ?? 0) > entry.index) {
      at -= 1;
    }
    this.lines.splice(at, 0, entry);
  }
}
