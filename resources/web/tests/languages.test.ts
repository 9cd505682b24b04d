// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { Catalogue, catalogues, chooseLanguage } from "../src/texts/catalogue.js";
import { en } from "../src/texts/en.js";

type Table = Readonly<Record<string, string | undefined>>;

const source: Table = en;
const translations = Object.entries(catalogues).filter(([language]) => language !== "en");
const counted = ["openChatUnread", "wait", "expect"];
const pluralKey = new RegExp(`^(${counted.join("|")})(Zero|One|Two|Few|Many)$`);

/** What is the same as in English by right, not because somebody forgot it. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: ["newMessage"],
  fr: ["conversation"],
  es: ["newMessage"],
  pt: ["email", "newMessage"],
  ar: ["newMessage"],
};

const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const minutes = (count: number) => ({ position: null, waitMs: count * 60_000 });
const isolated = (name: string) => `\u2068${name}\u2069`;

function eachText(check: (language: string, key: string, text: string) => void): void {
  for (const [language, texts] of translations) {
    for (const [key, text] of Object.entries(texts)) {
      check(language, key, text);
    }
  }
}

function suffix(category: string): string {
  return category.charAt(0).toUpperCase() + category.slice(1);
}

test("there are seven languages", () => {
  assert.deepEqual(Object.keys(catalogues).sort(), ["ar", "de", "en", "es", "fr", "ja", "pt"]);
});

test("every language has every text of English, and none that English knows nothing of", () => {
  const needed = Object.keys(en).filter((key) => !pluralKey.test(key)).sort();
  for (const [language, texts] of translations) {
    const keys = Object.keys(texts).filter((key) => !pluralKey.test(key)).sort();
    assert.deepEqual(keys, needed, language);
  }
});

test("no text is empty or was left in English", () => {
  eachText((language, key, text) => {
    assert.notEqual(text.trim(), "", `${language} ${key}`);
    const isAlike = alike[language]?.includes(key) ?? false;
    assert.equal(text === source[key], isAlike, `${language} ${key}`);
  });
});

test("every text has its source's marks and no others", () => {
  eachText((language, key, text) => {
    // The words for one and two may say the number themselves; the others have to be told it.
    const speaks = /(One|Two|Zero)$/.test(key) && pluralKey.test(key);
    const expected = speaks ? [] : marks(source[key] ?? source[key.replace(pluralKey, "$1Other")]!);
    assert.deepEqual(marks(text), expected, `${language} ${key}`);
  });
});

test("every language has texts for each plural category that its small numbers fall into", () => {
  for (const [language, texts] of Object.entries(catalogues)) {
    const rules = new Intl.PluralRules(language);
    const found = Array.from({ length: 999 }, (_, at) => suffix(rules.select(at + 1)));
    const expected = new Set(counted.flatMap((text) => found.map((part) => text + part)));
    const keys = Object.keys(texts);
    const present = keys.filter((key) => pluralKey.test(key) || expected.has(key));
    assert.deepEqual(present.sort(), [...expected].sort(), language);
  }
});

test("counts fall into the categories that the texts were written for", () => {
  const categories = (language: string) => {
    const rules = new Intl.PluralRules(language);
    return [0, 1, 2, 3, 11, 100].map((count) => rules.select(count)).join(" ");
  };
  for (const language of ["en", "de", "es"]) {
    assert.equal(categories(language), "other one other other other other", language);
  }
  for (const language of ["fr", "pt"]) {
    assert.equal(categories(language), "one one other other other other", language);
  }
  assert.equal(categories("ja"), "other other other other other other");
  assert.equal(categories("ar"), "zero one two few many other");
});

test("Arabic counts unread messages as its grammar has it", () => {
  const ar = new Catalogue("ar");
  const told = (count: number) => ar.openChat(count).replace("فتح المحادثة، ", "");
  assert.equal(told(0), "فتح المحادثة");
  assert.equal(told(1), "رسالة واحدة غير مقروءة");
  assert.equal(told(2), "رسالتان غير مقروءتين");
  assert.equal(told(3), "3 رسائل غير مقروءة");
  assert.equal(told(10), "10 رسائل غير مقروءة");
  assert.equal(told(11), "11 رسالة غير مقروءة");
  assert.equal(told(99), "99 رسالة غير مقروءة");
  assert.equal(told(100), "100 رسالة غير مقروءة");
  assert.equal(told(103), "103 رسائل غير مقروءة");
});

test("Arabic tells minutes as its grammar has it", () => {
  const ar = new Catalogue("ar");
  const told = [0, 1, 2, 3, 10, 15, 60, 61].map((count) => ar.waiting(minutes(count)));
  assert.deepEqual(told, [
    "أقل من دقيقة.",
    "نحو دقيقة واحدة.",
    "نحو دقيقتين.",
    "نحو 3 دقائق.",
    "نحو 10 دقائق.",
    "نحو 15 دقيقة.",
    "نحو 60 دقيقة.",
    "أكثر من ساعة.",
  ]);
});

test("the other languages tell one minute and several", () => {
  const told = (language: string) =>
    [1, 2].map((count) => new Catalogue(language).waiting(minutes(count)));
  assert.deepEqual(told("fr"), ["Environ 1 minute.", "Environ 2 minutes."]);
  assert.deepEqual(told("es"), ["Aproximadamente 1 minuto.", "Aproximadamente 2 minutos."]);
  assert.deepEqual(told("pt"), ["Cerca de 1 minuto.", "Cerca de 2 minutos."]);
  assert.deepEqual(told("ja"), ["待ち時間は約1分です。", "待ち時間は約2分です。"]);
});

test("numbers beyond the categories that a language has texts for take the general one", () => {
  assert.equal(new Intl.PluralRules("es").select(1_000_000), "many");
  const text = "Abrir el chat, 1000000 mensajes sin leer";
  assert.equal(new Catalogue("es").openChat(1_000_000), text);
});

test("times have 24 hours in every language", () => {
  const at = new Date(2026, 0, 5, 15, 7).getTime();
  for (const language of Object.keys(catalogues)) {
    const catalogue = new Catalogue(language);
    assert.match(catalogue.time(at, at), /15:07/, language);
    assert.match(catalogue.time(at, at + 48 * 3_600_000), /5.*15:07/, language);
  }
});

test("only Arabic is written from right to left", () => {
  const languages = Object.keys(catalogues);
  const those = languages.filter((language) => new Catalogue(language).direction === "rtl");
  assert.deepEqual(those, ["ar"]);
});

test("a field goes the language's way until something is written in it", () => {
  assert.equal(new Catalogue("ar").fieldDirection(""), "rtl");
  assert.equal(new Catalogue("ar").fieldDirection("Hello"), "auto");
  assert.equal(new Catalogue("en").fieldDirection(""), "ltr");
});

test("names keep their own direction within a text", () => {
  const [ar, en] = [new Catalogue("ar"), new Catalogue("en")];
  assert.equal(ar.text("sharedPage", { name: "Bob." }), `وصلتكم صفحة من ${isolated("Bob.")}`);
  assert.equal(en.text("joined", { name: "ليلى" }), `${isolated("ليلى")} joined`);
  assert.equal(en.text("joined", { name: "Zoë" }), "Zoë joined");
  const both = isolated(`${isolated("ليلى")} and Bob`);
  assert.equal(en.typing(["ليلى", "Bob"]), `${both} are typing …`);
});

test("takes the first language that there are texts for", () => {
  assert.equal(chooseLanguage(["de-AT", "en"]), "de");
  assert.equal(chooseLanguage([undefined, "", "zh", "de"]), "de");
  assert.equal(chooseLanguage(["pt-BR"]), "pt");
  assert.equal(chooseLanguage(["pt"]), "pt");
  assert.equal(chooseLanguage(["ar-EG"]), "ar");
  assert.equal(chooseLanguage(["fr_CA"]), "fr");
  assert.equal(chooseLanguage(["zh"]), "en");
  assert.equal(chooseLanguage(["zh", "constructor"]), "en");
});
