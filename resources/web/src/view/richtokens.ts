// SPDX-License-Identifier: GPL-3.0-or-later

export interface Link {
  readonly kind: "link";
  readonly href: string;
  readonly text: string;
}

export interface Code {
  readonly kind: "code";
  readonly text: string;
}

/** What may begin or end an emphasis. */
export interface Mark {
  readonly kind: "mark";
  readonly text: "*" | "**" | "_";
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export type Token = string | Link | Code | Mark;

const longestAddress = 2048;

/** A line as texts, links, code and marks. Each character is looked at a few times at most. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let isInItalics = false;
  let textFrom = 0;
  const take = (from: number, end: number, token: Token): void => {
    if (from > textFrom) {
      tokens.push(line.slice(textFrom, from));
    }
    tokens.push(token);
    textFrom = end;
  };
  for (let at = 0; at < line.length; ) {
    const found = tokenAt(line, at, isInItalics);
    if (found.token !== null) {
      take(at, found.end, found.token);
      if (typeof found.token !== "string" && found.token.kind === "mark") {
        isInItalics = found.token.text === "_" ? found.token.canOpen : isInItalics;
      }
    }
    at = found.end;
  }
  if (textFrom < line.length) {
    tokens.push(line.slice(textFrom));
  }
  return tokens;
}

/** A null token: up to `end` it is text. */
interface Found {
  readonly token: Token | null;
  readonly end: number;
}

function tokenAt(line: string, at: number, isInItalics: boolean): Found {
  switch (line[at]) {
    case "`":
      return codeAt(line, at);
    case "*":
    case "_":
      return markAt(line, at);
    case "h":
    case "H":
      return linkAt(line, at, isInItalics);
    default:
      return { token: null, end: at + 1 };
  }
}

function isWordish(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** A sign like ^ or = beside a mark belongs to a face, a formula or a program. */
function isSymbol(character: string | undefined): boolean {
  return character !== undefined && /\p{S}/u.test(character);
}

function runEnd(line: string, at: number): number {
  let end = at + 1;
  while (line[end] === line[at]) {
    end += 1;
  }
  return end;
}

function codeAt(line: string, at: number): Found {
  if (line[at + 1] === "`") {
    return { token: null, end: runEnd(line, at) };
  }
  const end = line.indexOf("`", at + 1);
  const text = line.slice(at + 1, Math.max(end, 0));
  const isCode = text.trim() !== "" && !isWordish(line[at - 1]) && !isWordish(line[end + 1]);
  return isCode ? { token: { kind: "code", text }, end: end + 1 } : { token: null, end: at + 1 };
}

function markAt(line: string, at: number): Found {
  const end = runEnd(line, at);
  const text = line.slice(at, end);
  if (text !== "*" && text !== "**" && text !== "_") {
    return { token: null, end };
  }
  const [before, after] = [line[at - 1], line[end]];
  const isFace = isSymbol(before) || ".,;:!?/\\-".includes(after ?? " ");
  const canOpen = !isFace && !isWordish(before) && !isSpace(after);
  const canClose = !isSpace(before) && !isWordish(after) && !isSymbol(after);
  return { token: { kind: "mark", text, canOpen, canClose }, end };
}

// Also the characters that would show an address in another order than it is written.
const addressEnd = /[\s<>"`\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function linkAt(line: string, at: number, isInItalics: boolean): Found {
  const isAddress = /^https?:\/\//i.test(line.slice(at, at + 8));
  if (!isAddress || isWordish(line[at - 1])) {
    return { token: null, end: at + 1 };
  }
  let end = at;
  while (end < line.length && !addressEnd.test(line[end] ?? "")) {
    end += 1;
  }
  const text = end - at > longestAddress ? "" : withoutTail(line.slice(at, end), isInItalics);
  const href = webAddress(text)?.href;
  // What is no address is not looked at again: it may be full of beginnings of one.
  return href
    ? { token: { kind: "link", href, text }, end: at + text.length }
    : { token: null, end };
}

/** Without what ends the sentence and not the address; a bracket that was opened in it stays. */
function withoutTail(address: string, isInItalics: boolean): string {
  const surplus = new Map<string, number>();
  for (const [closer, opener] of Object.entries(closers)) {
    surplus.set(closer, count(address, closer) - count(address, opener));
  }
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? "";
    const more = surplus.get(last);
    if (more !== undefined && more > 0) {
      surplus.set(last, more - 1);
    } else if (!".,;:!?'*…’”»“".includes(last) && !(last === "_" && isInItalics)) {
      break;
    }
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** An address of the web that hides nobody's name before its host; null for all else. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text);
    const isWeb = url.protocol === "https:" || url.protocol === "http:";
    return isWeb && url.username === "" && url.password === "" ? url : null;
  } catch {
    return null;
  }
}
