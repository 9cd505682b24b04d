// SPDX-License-Identifier: GPL-3.0-or-later
import { tokensOf, type Code, type Link, type Mark, type Token } from "./richtokens.js";

export interface Emphasis {
  readonly kind: "strong" | "em";
  readonly parts: readonly Inline[];
}

export type Inline = string | Link | Code | Emphasis;

export interface ListItem {
  /** As the writer marked it, or a bullet. */
  readonly mark: string;
  readonly parts: readonly Inline[];
}

export interface List {
  readonly kind: "list";
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
}

export interface Paragraph {
  readonly kind: "text";
  readonly parts: readonly Inline[];
}

export type Block = Paragraph | List;

/** What a message of plain text means where it is marked up as people do it in chats. Takes time
 *  in proportion to the text, whatever it is; what is no markup stays as it was written. */
export function richText(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; ) {
    const list = listAt(lines, at);
    if (list) {
      blocks.push(list);
      at += list.items.length;
    } else {
      addLine(blocks, lines[at] ?? "");
      at += 1;
    }
  }
  return blocks;
}

/** The text without its marks, for who hears it or reads it elsewhere. */
export function plainText(text: string): string {
  const words = (part: Inline): string => {
    if (typeof part === "string") {
      return part;
    }
    return part.kind === "link" || part.kind === "code" ? part.text : all(part.parts);
  };
  const all = (parts: readonly Inline[]): string => parts.map(words).join("");
  const item = ({ mark, parts }: ListItem): string => `${mark} ${all(parts)}`;
  return richText(text)
    .map((block) => (block.kind === "list" ? block.items.map(item).join("\n") : all(block.parts)))
    .join("\n");
}

function addLine(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  const parts = inlineOf(line);
  if (last?.kind === "text") {
    // One by one: a message may have more parts than a call may have arguments.
    const paragraph = last.parts as Inline[];
    paragraph.push("\n");
    parts.forEach((part) => paragraph.push(part));
  } else {
    blocks.push({ kind: "text", parts });
  }
}

/** A line's mark and where its words begin; null where it is no item of a list. */
function itemMark(line: string): { mark: string; begin: number } | null {
  const [, mark] = /^([-*]|\d{1,3}\.) /.exec(line) ?? [];
  return mark && line.trim() !== mark ? { mark, begin: mark.length + 1 } : null;
}

function listAt(lines: readonly string[], start: number): List | null {
  const first = itemMark(lines[start] ?? "");
  const isOrdered = first?.mark.endsWith(".") ?? false;
  // Other numbers at the beginning of a line are dates, amounts and years.
  if (!first || (isOrdered && first.mark !== "1.")) {
    return null;
  }
  const items: ListItem[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const item = itemMark(line);
    if (item?.mark !== (isOrdered ? `${items.length + 1}.` : first.mark)) {
      break;
    }
    const mark = isOrdered ? item.mark : "•";
    items.push({ mark, parts: inlineOf(line.slice(item.begin)) });
  }
  return { kind: "list", isOrdered, items };
}

function inlineOf(line: string): Inline[] {
  const tokens = tokensOf(line);
  return partsOf(tokens, pairsOf(tokens), 0, tokens.length);
}

/** Which mark closes which. A kind of mark waits at most once, so the waiting are few. */
function pairsOf(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const waiting: number[] = [];
  const words = wordsBefore(tokens);
  tokens.forEach((token, at) => {
    if (typeof token === "string" || token.kind !== "mark") {
      return;
    }
    const found = waiting.findIndex((open) => (tokens[open] as Mark).text === token.text);
    const open = waiting[found];
    if (token.canClose && open !== undefined && words[open] !== words[at]) {
      pairs.set(open, at);
      waiting.length = found;
    } else if (token.canOpen) {
      if (open !== undefined) {
        waiting.splice(found, 1);
      }
      waiting.push(at);
    }
  });
  return pairs;
}

/** How many tokens before each say something: marks around nothing but signs are none. */
function wordsBefore(tokens: readonly Token[]): number[] {
  let words = 0;
  return tokens.map((token) => {
    const before = words;
    words += saysSomething(token) ? 1 : 0;
    return before;
  });
}

function saysSomething(token: Token): boolean {
  return typeof token === "string"
    ? /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(token)
    : token.kind !== "mark";
}

function partsOf(
  tokens: readonly Token[],
  pairs: ReadonlyMap<number, number>,
  start: number,
  end: number,
): Inline[] {
  const parts: Inline[] = [];
  for (let at = start; at < end; at += 1) {
    const token = tokens[at] as Token;
    const close = pairs.get(at);
    if (typeof token === "string" || token.kind !== "mark") {
      parts.push(token);
    } else if (close === undefined) {
      parts.push(token.text);
    } else {
      const kind = token.text === "_" ? "em" : "strong";
      parts.push({ kind, parts: partsOf(tokens, pairs, at + 1, close) });
      at = close;
    }
  }
  return joined(parts);
}

/** Neighbouring texts as one, so that a page's text nodes are those of the writer. */
function joined(parts: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) {
      result.push(text.join(""));
      text = [];
    }
  };
  for (const part of parts) {
    if (typeof part === "string") {
      text.push(part);
    } else {
      flush();
      result.push(part);
    }
  }
  flush();
  return result;
}
