// SPDX-License-Identifier: GPL-3.0-or-later
import type { Card } from "../model/card.js";
import type { DeliveryState, Outgoing } from "../model/outbox.js";
import type { Entry, EntryKind, SentFile } from "../model/transcript.js";

const groupWithinMs = 3 * 60 * 1000;

export interface Bubble {
  readonly kind: "bubble";
  readonly id: string;
  readonly isOwn: boolean;
  readonly who: string;
  readonly participant: string;
  readonly text: string;
  readonly time: number;
  readonly key: string;
  /** Absent for a message that is part of the transcript. */
  readonly state?: DeliveryState;
  /** An agent has read it. */
  readonly isRead?: boolean;
  readonly card?: Card;
  isLastOfGroup: boolean;
}

export interface SystemLine {
  readonly kind: Exclude<EntryKind, "message" | "file">;
  readonly id: string;
  readonly who: string;
  readonly text: string;
}

export interface FileLine {
  readonly kind: "file";
  readonly id: string;
  readonly isOwn: boolean;
  readonly who: string;
  readonly participant: string;
  readonly text: string;
  readonly time: number;
  readonly file: SentFile;
}

export type Line = Bubble | FileLine | SystemLine;

/** What is shown, from the top: the transcript, then what is still on its way. A message keeps
 *  its id when it passes from the one to the other, so that it is not announced twice. */
export function linesOf(
  entries: readonly Entry[],
  outgoing: readonly Outgoing[],
  readByAgent = 0,
): Line[] {
  const lines: Line[] = entries.map((entry) => lineOf(entry, readByAgent));
  for (const { key, text, time, state } of outgoing) {
    lines.push({
      kind: "bubble",
      id: key,
      isOwn: true,
      who: "",
      participant: "",
      text,
      time,
      key,
      state,
      isLastOfGroup: true,
    });
  }
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const line = lines[at];
    if (line?.kind === "bubble") {
      line.isLastOfGroup = !belongTogether(line, lines[at + 1]);
    }
  }
  return lines;
}

function lineOf(entry: Entry, readByAgent: number): Line {
  const id = entry.key ?? `#${entry.index}`;
  const { kind, who, text } = entry;
  const { isOwn, participant, time, file } = entry;
  if (kind === "file") {
    const unknown = { id: "", name: text, size: null, hasPreview: false };
    return { kind, id, isOwn, who, participant, text, time, file: file ?? unknown };
  }
  if (kind !== "message") {
    return { kind, id, who, text };
  }
  const key = entry.key ?? "";
  const isRead = isOwn && entry.index <= readByAgent;
  const { card } = entry;
  const said = { who, participant, text, time, key, ...(card ? { card } : {}) };
  return { kind: "bubble", id, isOwn, ...said, isRead, isLastOfGroup: true };
}

function belongTogether(line: Bubble, next: Line | undefined): boolean {
  if (next?.kind !== "bubble" || line.isOwn !== next.isOwn) {
    return false;
  }
  const isSameState = (line.state ?? "sent") === (next.state ?? "sent");
  const isSamePerson = line.isOwn || line.participant === next.participant;
  return isSameState && isSamePerson && next.time - line.time < groupWithinMs;
}
