// SPDX-License-Identifier: GPL-3.0-or-later
import type { Expected } from "../model/expectation.js";
import type { Waiting } from "../model/waiting.js";
import { ar } from "./ar.js";
import { de } from "./de.js";
import { en, type CountedText, type TextKey, type Texts } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { ja } from "./ja.js";
import { pt } from "./pt.js";

export type Direction = "ltr" | "rtl";
type Values = Readonly<Record<string, string | number>>;

export const catalogues: Readonly<Record<string, Texts>> = { en, de, fr, es, pt, ja, ar };
const rightToLeft: readonly string[] = ["ar"];
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const pluralSuffixes = {
  zero: "Zero",
  one: "One",
  two: "Two",
  few: "Few",
  many: "Many",
  other: "Other",
} as const;

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
  readonly direction: Direction;
  private readonly texts: Texts;
  private readonly plurals: Intl.PluralRules;
  private readonly timeFormat: Intl.DateTimeFormat;
  private readonly dayFormat: Intl.DateTimeFormat;
  private readonly listFormat: Intl.ListFormat;

  constructor(readonly language: string) {
    this.texts = catalogues[language] ?? en;
    this.direction = rightToLeft.includes(language) ? "rtl" : "ltr";
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

  text(key: TextKey, values: Values = {}): string {
    return this.fill(this.texts[key], values);
  }

  /** The dir of a field with this in it; an empty one is left to right by "auto" everywhere. */
  fieldDirection(written: string): Direction | "auto" {
    return written === "" ? this.direction : "auto";
  }

  openChat(unread: number): string {
    if (unread === 0) {
      return this.text("openChat");
    }
    return this.counted("openChatUnread", unread);
  }

  typing(names: readonly string[]): string {
    if (names.length === 0) {
      return "";
    }
    const known = names.map((name) => name || this.text("someone"));
    if (known.length === 1) {
      return this.text("isTyping", { name: known[0] ?? "" });
    }
    const isolated = known.map((name) => this.isolated(name));
    return this.text("areTyping", { names: this.listFormat.format(isolated) });
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

  /** Of a file: "3 kB", "1.2 MB". */
  size(bytes: number): string {
    const exponent = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const unit = ["byte", "kilobyte", "megabyte", "gigabyte"][exponent] ?? "byte";
    const maximumFractionDigits = exponent < 2 ? 0 : 1;
    const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits } as const;
    return new Intl.NumberFormat(this.language, style).format(bytes / 1000 ** exponent);
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
    return this.counted(kind, count);
  }

  private counted(text: CountedText, count: number): string {
    const suffix = pluralSuffixes[this.plurals.select(count)];
    return this.fill(this.texts[`${text}${suffix}`] ?? this.texts[`${text}Other`], { count });
  }

  private fill(text: string, values: Values): string {
    return text.replace(/\{(\w+)\}/g, (mark, name: string) => {
      const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? mark;
      return typeof value === "number" ? String(value) : this.isolated(value);
    });
  }

  // A name of the other direction would otherwise take the punctuation beside it along.
  private isolated(value: string): string {
    const mayMix = this.direction === "rtl" || rightToLeftLetters.test(value);
    return mayMix ? `\u2068${value}\u2069` : value;
  }

  /** Time of day, with the day where that is not today; both in milliseconds since 1970. */
  time(at: number, now: number): string {
    const isToday = new Date(at).toDateString() === new Date(now).toDateString();
    return (isToday ? this.timeFormat : this.dayFormat).format(at);
  }
}
