// SPDX-License-Identifier: GPL-3.0-or-later
import type { Expected } from "../model/expectation.js";
import type { Waiting } from "../model/waiting.js";
import { de } from "./de.js";
import { en, type TextKey, type Texts } from "./en.js";

const catalogues: Readonly<Record<string, Texts>> = { en, de };

/** The first of the wanted languages that there are texts for; tags as in BCP 47. */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
    if (language && Object.hasOwn(catalogues, language)) {
      return language;
    }
  }
  return "en";
}

/** Texts and formats of one language. */
export class Catalogue {
  private readonly texts: Texts;
  private readonly plurals: Intl.PluralRules;
  private readonly timeFormat: Intl.DateTimeFormat;
  private readonly dayFormat: Intl.DateTimeFormat;
  private readonly listFormat: Intl.ListFormat;

  constructor(readonly language: string) {
    this.texts = catalogues[language] ?? en;
    this.plurals = new Intl.PluralRules(language);
    const time = { hour: "2-digit", minute: "2-digit" } as const;
    this.timeFormat = new Intl.DateTimeFormat(language, { ...time, hourCycle: "h23" });
    this.dayFormat = new Intl.DateTimeFormat(language, {
      ...time,
      hourCycle: "h23",
      day: "numeric",
      month: "short",
    });
    this.listFormat = new Intl.ListFormat(language, { type: "conjunction" });
  }

  text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return this.texts[key].replace(/\{(\w+)\}/g, (mark, name: string) => {
      return Object.hasOwn(values, name) ? String(values[name]) : mark;
    });
  }

  openChat(unread: number): string {
    if (unread === 0) {
      return this.text("openChat");
    }
    const isOne = this.plurals.select(unread) === "one";
    return this.text(isOne ? "openChatUnreadOne" : "openChatUnreadOther", { count: unread });
  }

  typing(names: readonly string[]): string {
    if (names.length === 0) {
      return "";
    }
    const known = names.map((name) => name || this.text("someone"));
    return known.length === 1
      ? this.text("isTyping", { name: known[0] ?? "" })
      : this.text("areTyping", { names: this.listFormat.format(known) });
  }

  /** For a customer who waits; empty where nothing is known. */
  waiting(waiting: Waiting | null): string {
    const { position = null, waitMs = null } = waiting ?? {};
    const place = position === null ? "" : this.text("queuePosition", { position });
    return [place, this.wait("wait", waitMs)].filter(Boolean).join(" ");
  }

  /** For somebody who has not begun; empty where nothing is known. */
  expected(expected: Expected | null): string {
    if (expected && !expected.isOpen) {
      return this.text("closed");
    }
    return this.wait("expect", expected?.waitMs ?? null);
  }

  private wait(kind: "wait" | "expect", waitMs: number | null): string {
    if (waitMs === null) {
      return "";
    }
    const exact = waitMs / 60_000;
    if (exact > 60) {
      return this.text(`${kind}Long`);
    }
    // Longer waits are no promise to the minute, and a line that changes all the time is none.
    const count = exact <= 10 ? Math.round(exact) : Math.ceil(exact / 5) * 5;
    if (count === 0) {
      return this.text(`${kind}Soon`);
    }
    const isOne = this.plurals.select(count) === "one";
    return this.text(isOne ? `${kind}One` : `${kind}Other`, { count });
  }

  /** Time of day, with the day where that is not today; both in milliseconds since 1970. */
  time(at: number, now: number): string {
    const isToday = new Date(at).toDateString() === new Date(now).toDateString();
    return (isToday ? this.timeFormat : this.dayFormat).format(at);
  }
}
