// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, nothing, type TemplateResult } from "lit";
import type { Card } from "../model/card.js";
import type { Catalogue } from "../texts/catalogue.js";
import { webAddress } from "./richtokens.js";

export const cardStyles = css`
  .shown {
    display: flex;
    flex-direction: column;
    gap: 6px;
    overflow: hidden;
  }
  .shown img {
    max-width: 100%;
    max-height: 180px;
    margin: -8px -12px 2px;
    object-fit: cover;
  }
  .shown .go {
    color: var(--tandem-accent);
    font-weight: 600;
  }
`;

/** Title, picture, text and link; what is no web address is left out. words: draws rich text. */
export function cardView(
  card: Card,
  catalogue: Catalogue,
  words: (text: string) => unknown,
  grown: () => void,
): TemplateResult {
  const image = webAddress(card.image);
  const link = webAddress(card.link);
  const picture =
    image?.protocol === "https:"
      ? html`<img alt="" src=${image.href} referrerpolicy="no-referrer" @load=${grown} />`
      : nothing;
  return html`<div class="shown" dir="auto">
    ${picture}<strong>${card.title}</strong>
    ${card.text ? html`<div class="bubble">${words(card.text)}</div>` : nothing}
    ${link
      ? html`<a class="go" href=${link.href} target="_blank" rel="noopener noreferrer"
          >${card.linkText || link.host}<span class="unseen">
            (${catalogue.text("opensInNewTab")})</span
          ></a
        >`
      : nothing}
  </div>`;
}
