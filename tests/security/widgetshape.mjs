// SPDX-License-Identifier: GPL-3.0-or-later
// S4: what a widget is made of, part by part. A hostile text has to make the same elements as a
// harmless one, and no part wider than it was.

/** In the page. Each part that shows a text of somebody's, of the transcript's rows the last ones:
 * { place, shape, text }. shape: its elements with the names of their attributes, and where links
 * and pictures lead. What a rich message may be made of counts as none of its elements. */
function partsInThePage(lastRows) {
  const rich = ["strong", "em", "code", "ul", "ol", "li", "div", "span", "a"];
  const harmless = ["class", "dir", "role", "href", "target", "rel"];
  const leads = (one, name) => {
    const value = one.getAttribute(name);
    return value && /^(href|src|style|on.*)$/.test(name) ? `=${value.split("//")[0]}` : "";
  };
  const isRich = (one) =>
    rich.includes(one.localName) &&
    (one.localName !== "a" || (/^https?:/.test(one.href) && one.rel === "noopener noreferrer")) &&
    one.getAttributeNames().every((name) => harmless.includes(name));
  const shapeOf = (one) => {
    const names = one.getAttributeNames().filter((name) => name !== "hidden").sort();
    const own = [one.localName, ...names.map((name) => name + leads(one, name))].join(" ");
    const isMessage = one.matches(".bubble");
    const children = [...(one.shadowRoot?.children ?? []), ...one.children];
    const inside = isMessage
      ? [...one.querySelectorAll("*")].filter((inner) => !isRich(inner))
      : children.filter(({ localName }) => localName !== "style" && localName !== "svg");
    return `<${own}>${inside.map(shapeOf).join("")}</>`;
  };
  const textOf = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : node.nodeType !== Node.ELEMENT_NODE || node.matches("style, .unseen.hint")
        ? ""
        : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(textOf).join("");
  const widget = document.querySelector("tandem-chat").shadowRoot;
  const within = (name) => widget.querySelector(name)?.shadowRoot;
  const rows = [...(within("tandem-transcript")?.querySelectorAll(".log > *") ?? [])];
  const places = [
    ["announcement", [widget.querySelector("[role=status]")]],
    ["launcher", [widget.querySelector(".launcher")]],
    ["header", [widget.querySelector(".head")]],
    ["line", [widget.querySelector(".reconnecting")]],
    ["confirmation", [widget.querySelector(".confirm")]],
    ["row", rows.slice(-lastRows)],
    ["typing", [within("tandem-transcript")?.querySelector(".typing")]],
    ["wait", [within("tandem-transcript")?.querySelector(".place")]],
    ["upload", within("tandem-uploads")?.querySelectorAll("li") ?? []],
    ["afterwards", within("tandem-aftercare")?.children ?? []],
    ["left message", within("tandem-offline")?.children ?? []],
  ];
  return places.flatMap(([place, parts]) =>
    [...parts].filter((one) => one && one.localName !== "style").map((one) => ({
      place,
      shape: shapeOf(one),
      text: textOf(one),
    })),
  );
}

/** In the page. What is wider than its place, or makes the page wider. */
function widePartsInThePage() {
  const wide = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    wide.push("the page");
  }
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      const { textOverflow, clip, position } = getComputedStyle(one);
      const isCut = textOverflow === "ellipsis" || (position === "absolute" && clip !== "auto");
      const isText = one.localName === "input" || one.localName === "textarea";
      if (one.clientWidth > 1 && !isCut && !isText && one.scrollWidth > one.clientWidth + 1) {
        wide.push(`${one.localName}.${one.className} ${one.scrollWidth} of ${one.clientWidth}`);
      }
      if (one.shadowRoot) {
        walk(one.shadowRoot);
      }
    }
  };
  walk(document.querySelector("tandem-chat").shadowRoot);
  return wide;
}

export const partsOf = (page, lastRows = 0) => page.evaluate(partsInThePage, lastRows);

export const widePartsOf = (page) => page.evaluate(widePartsInThePage);

/** Without what marks emphasis and lists, and the space around it. */
export function bare(text) {
  return text.replace(/[\s*_`•-]+/g, "");
}

const placesOf = (parts) => parts.map(({ place }) => place).join();

/** What harmless texts make of each place; whatever else comes there is strange. */
export class Shapes {
  #known = new Set();
  #strange = new Map();
  #places = new Map();

  learn(parts, text) {
    const holds = parts.map((part) => part.text.includes(text));
    const known = this.#places.get(placesOf(parts));
    this.#places.set(placesOf(parts), known?.map((one, at) => one && holds[at]) ?? holds);
    parts.forEach(({ place, shape }) => this.#known.add(`${place}: ${shape}`));
  }

  /** Also that the text stands where a harmless one does, unless it is the address of a link. */
  check(parts, text) {
    const holds = this.#places.get(placesOf(parts));
    if (!holds) {
      this.#strange.set(placesOf(parts), `${placesOf(parts)} by ${JSON.stringify(text)}`);
    }
    for (const [at, { place, shape, text: shown }] of parts.entries()) {
      const one = `${place}: ${shape}`;
      if (!this.#known.has(one)) {
        this.#strange.set(one, `${one} by ${JSON.stringify(text)}`);
      }
      const isLink = / href=https?:/.test(shape);
      if (holds?.[at] && !isLink && !bare(shown).includes(bare(text))) {
        this.#strange.set(`${place}${text}`, `${place}: not as written: ${JSON.stringify(text)}`);
      }
    }
  }

  get strange() {
    return [...this.#strange.values()];
  }
}
