// SPDX-License-Identifier: GPL-3.0-or-later
import { html, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";
import type { Block, Inline, ListItem } from "./richtext.js";

// Every space in these templates would be one in the message, too.

/** A message as elements: all that people wrote is put in as text nodes, and as the addresses of
 *  links that have been found to be ones of the web. */
export function richView(blocks: readonly Block[], catalogue: Catalogue): unknown {
  const [first] = blocks;
  const inline = (parts: readonly Inline[]) => parts.map((part) => inlineView(part, catalogue));
  if (blocks.length === 1 && first?.kind === "text") {
    return inline(first.parts);
  }
  return blocks.map((block) => {
    if (block.kind === "text") {
      return html`<div dir="auto">${inline(block.parts)}</div>`;
    }
    const items = block.items.map((item) => itemView(item, inline(item.parts)));
    // The role: without bullets of its own, Safari takes a list for none.
    return block.isOrdered
      ? html`<ol role="list">${items}</ol>`
      : html`<ul role="list">${items}</ul>`;
  });
}

// The marks are text, so that they are part of what is copied.
function itemView({ mark }: ListItem, words: unknown): TemplateResult {
  return html`<li dir="auto"><span class="mark">${mark} </span><span>${words}</span></li>`;
}

function inlineView(part: Inline, catalogue: Catalogue): unknown {
  if (typeof part === "string") {
    return part;
  }
  const inside = (parts: readonly Inline[]) => parts.map((inner) => inlineView(inner, catalogue));
  switch (part.kind) {
    case "link":
      return linkView(part.href, part.text, catalogue);
    case "code":
      return html`<code dir="auto">${part.text}</code>`;
    case "strong":
      return html`<strong>${inside(part.parts)}</strong>`;
    case "em":
      return html`<em>${inside(part.parts)}</em>`;
  }
}

function linkView(href: string, text: string, catalogue: Catalogue): TemplateResult {
  const hint = ` (${catalogue.text("opensInNewTab")})`;
  return html`<a
    class="link"
    dir="ltr"
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    >${text}<span class="unseen hint">${hint}</span></a
  >`;
}
