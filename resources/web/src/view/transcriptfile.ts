// SPDX-License-Identifier: GPL-3.0-or-later
import { isSaid, type Entry } from "../model/transcript.js";
import type { Catalogue } from "../texts/catalogue.js";

const keptForMs = 60_000;

/** Somebody has said something in it. */
export function isWorthSaving(entries: readonly Entry[]): boolean {
  return entries.some(({ kind }) => isSaid(kind));
}

/** The conversation as people read it without the widget: a heading, then a line for each entry
 *  with its time, under the day where that is another one. */
export function transcriptText(
  entries: readonly Entry[],
  catalogue: Catalogue,
  title: string,
): string {
  const dayFormat = new Intl.DateTimeFormat(catalogue.language, { dateStyle: "full" });
  const lines = [title];
  let day = "";
  for (const entry of entries) {
    const entryDay = entry.time ? dayFormat.format(entry.time) : day;
    if (entryDay !== day) {
      day = entryDay;
      lines.push(...(lines.length > 1 ? ["", day] : [day]), "");
    }
    const time = entry.time ? `${catalogue.time(entry.time, entry.time)}  ` : "";
    // Further lines of a message begin under its first one.
    const [first, ...further] = entryText(entry, catalogue).split(/\r?\n/);
    lines.push(`${time}${first}`, ...further.map((line) => " ".repeat(time.length) + line));
  }
  return `${lines.join("\n")}\n`;
}

function entryText({ kind, isOwn, who, text, file }: Entry, catalogue: Catalogue): string {
  const name = who || catalogue.text(isOwn ? "you" : "someone");
  switch (kind) {
    case "message":
      return catalogue.text("newMessage", { name, text });
    case "page":
      return `${catalogue.text("sharedPage", { name })}: ${text}`;
    case "file":
      return catalogue.text("newMessage", { name, text: file?.name ?? text });
    case "notice":
      return text;
    default:
      return catalogue.text(kind, { name });
  }
}

/** By the day on which the conversation began, by the customer's clock. */
export function transcriptName(entries: readonly Entry[], now: number): string {
  const day = new Date(entries.find(({ time }) => time > 0)?.time ?? now);
  const two = (number: number) => String(number).padStart(2, "0");
  return `chat-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.txt`;
}

export function saveAs(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs);
}
