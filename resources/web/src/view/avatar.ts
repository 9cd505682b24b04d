// SPDX-License-Identifier: GPL-3.0-or-later

const tones = 5;

/** Two letters that stand for a name: of its first and last word, or of its only one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? "")];
  const last = [...(words.at(-1) ?? "")];
  const letters = words.length > 1 ? [first[0], last[0]] : first.slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

/** The same tone for the same name, on every page. */
export function tone(name: string): number {
  let sum = 0;
  for (const letter of name) {
    sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  }
  return sum % tones;
}
