// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText, richText, type Block, type Inline } from "../src/view/richtext.js";

/** The tree as a line to compare: <b>, <i>, <c> and <a>. */
function drawn(text: string): string {
  const inline = (part: Inline): string => {
    if (typeof part === "string") {
      return part;
    }
    switch (part.kind) {
      case "link":
        return `<a ${part.href}>${part.text}</a>`;
      case "code":
        return `<c>${part.text}</c>`;
      default: {
        const tag = part.kind === "em" ? "i" : "b";
        return `<${tag}>${part.parts.map(inline).join("")}</${tag}>`;
      }
    }
  };
  const block = (one: Block): string =>
    one.kind === "text"
      ? one.parts.map(inline).join("")
      : one.items.map(({ mark, parts }) => `[${mark}|${parts.map(inline).join("")}]`).join("");
  return richText(text).map(block).join("¶");
}

/** Of the processor, so that a busy machine is no slow parser. */
function msOfParsing(text: string): number {
  const before = process.cpuUsage();
  assert.ok(richText(text).length > 0);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const draws = (cases: Readonly<Record<string, string>>): void => {
  for (const [text, expected] of Object.entries(cases)) {
    assert.equal(drawn(text), expected, text);
  }
};

test("emphasis of each kind, within each other and next to punctuation", () => {
  draws({
    "a *bold* word": "a <b>bold</b> word",
    "a **bold** word": "a <b>bold</b> word",
    "_so_ and `so`": "<i>so</i> and <c>so</c>",
    "*very _very_ important*": "<b>very <i>very</i> important</b>",
    "**_both_**": "<b><i>both</i></b>",
    "(*this*), \"_that_\"!": "(<b>this</b>), \"<i>that</i>\"!",
    "*two words*.": "<b>two words</b>.",
    "`a*b*c` *d*": "<c>a*b*c</c> <b>d</b>",
    "5 *3 and *bold*": "5 *3 and <b>bold</b>",
    "*größer* ¿_qué_?": "<b>größer</b> ¿<i>qué</i>?",
    "*a _b* c_": "<b>a _b</b> c_",
    "*🎉 party 🎉*": "<b>🎉 party 🎉</b>",
  });
});

test("what is no markup stays as it was written", () => {
  const texts = [
    "snake_case and file_names_with_underscores.txt",
    "2*3*4 = 24, 2 * 3 * 4 = 24",
    "**unclosed and *this and _that and `so",
    "$5*, 10 €* and 3.50*",
    "__init__.py, ****, ___, ``, ```",
    "*.* and *.txt and *.jpg",
    "^_^ *_* (*_*) -_- T_T >_<", "-_- so -_-", ";_; ._. ;_;",
    "don`t and can`t",
    "*not bold*er",
    "a*b*c and a_b_c and 1_000_000",
    "#5 > 3 [1](2) <b>so</b> &amp; ~x~",
    "  two  spaces\t\ttab  ",
    "first\n\n\nlast\n",
    "\n",
    "",
    "int *p, *q; **r",
    "nothing at http:// or https://, nor http:/x",
    "javascript:alert(1) data:text/html,x ftp://a.example file:///etc/passwd",
    "https://bank.example@evil.example/",
    "xhttps://a.example",
    "*a\nb*",
  ];
  for (const text of texts) {
    assert.equal(drawn(text), text);
    assert.equal(plainText(text), text);
  }
});

test("web addresses become links without what ends the sentence", () => {
  const link = (address: string, href = address) => `<a ${href}>${address}</a>`;
  const a = "https://a.example/x";
  draws({
    [`See ${a}.`]: `See ${link(a)}.`,
    [`(${a})`]: `(${link(a)})`,
    [`${a}?!…`]: `${link(a)}?!…`,
    [`„${a}“, <${a}>`]: `„${link(a)}“, <${link(a)}>`,
    [`*${a}* _${a}_`]: `<b>${link(a)}</b> <i>${link(a)}</i>`,
    "https://a.example/b_(c)": link("https://a.example/b_(c)"),
    "(https://a.example/b_(c)).": `(${link("https://a.example/b_(c)")}).`,
    "https://a.example/token_": link("https://a.example/token_"),
    "HTTP://A.example": link("HTTP://A.example", "http://a.example/"),
    "https://a.example/a_b_c*d*e?f=1&g=[2]": link("https://a.example/a_b_c*d*e?f=1&g=[2]"),
    "https://a.example/\u202egpj.exe": `${link("https://a.example/")}\u202egpj.exe`,
    "https://a.example/'x": link("https://a.example/'x"),
  });
});

test("lists of points and of steps, and what only begins like one", () => {
  draws({
    "- a\n- *b*": "[•|a][•|<b>b</b>]",
    "* a\n* b": "[•|a][•|b]",
    "1. a\n2. b\n3. c": "[1.|a][2.|b][3.|c]",
    "You need:\n- a\n- b\nThat is all.": "You need:¶[•|a][•|b]¶That is all.",
    "1. a\n- b": "[1.|a]¶[•|b]",
    "1. a\n1. b": "[1.|a]¶[1.|b]",
    "2024. was long\n3. May": "2024. was long\n3. May",
    "-5 °C\n-x\n- \n1.5 m": "-5 °C\n-x\n- \n1.5 m",
    "*bold*\nso": "<b>bold</b>\nso",
  });
});

test("reads well without its marks", () => {
  const text = "*Hello* _you_, see `x` at https://a.example/:\n- one\n- **two**\nbye";
  assert.equal(plainText(text), "Hello you, see x at https://a.example/:\n• one\n• two\nbye");
});

test("takes no longer for a text that is made to take long", () => {
  const size = 16 * 1024;
  const units = [
    "*", "_", "[", "`", "* ", "*a", "*a ", " *a", "a* ", "_*", "**a ", "*a*", "_a* ", "`a",
    "http://", "http://[", " http://", "http://a ", "http://a@", "h", "- ", "- a\n", "1. a\n",
    "http://a)", "(http://a", ")", "\n", "*_a", "http://a.b/)))))))))))))))) ", " _http://a_",
  ];
  for (const unit of [...units, `http://a/${")".repeat(2000)} `, `http://a${"(".repeat(size)}`]) {
    const hostile = unit.repeat(Math.ceil(size / unit.length));
    const took = msOfParsing(hostile);
    assert.ok(took < 500, `${unit.slice(0, 20)}: ${took} ms`);
  }
});

test("is linear: eight times the text takes about eight times as long", () => {
  const time = (text: string): number => {
    return Math.min(...Array.from({ length: 5 }, () => msOfParsing(text)));
  };
  assert.ok(msOfParsing(`a\n${"`a` ".repeat(200_000)}`) > 0, "as many parts as there may be");
  for (const unit of ["*a ", "_a* ", " http://[", "`a", "(http://a) ", "**"]) {
    time(unit.repeat(2000));
    const short = time(unit.repeat(5000));
    const long = time(unit.repeat(40_000));
    assert.ok(long < 30 * short + 20, `${unit}: ${short} ms, then ${long} ms`);
  }
});
