// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";

/** A button for each answer that the customer may click instead of writing it. */
export function choiceButtons(
  choices: readonly string[],
  catalogue: Catalogue,
  chosen: (text: string) => void,
): TemplateResult | typeof nothing {
  if (choices.length === 0) {
    return nothing;
  }
  return html`<div class="choices" role="group" aria-label=${catalogue.text("suggestedAnswers")}>
    ${choices.map(
      (text) =>
        html`<button type="button" dir="auto" @click=${() => chosen(text)}>${text}</button>`,
    )}
  </div>`;
}

export const choiceStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 2px 8px;
  }
  .choices button {
    min-height: 36px;
    padding: 6px 14px;
    border: 1px solid var(--tandem-accent);
    border-radius: 18px;
    background: var(--tandem-surface);
    color: var(--tandem-accent);
    text-align: start;
  }
  .choices button:hover {
    background: var(--tandem-canvas);
  }
`;
