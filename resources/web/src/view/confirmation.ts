// SPDX-License-Identifier: GPL-3.0-or-later
import { html, type TemplateResult } from "lit";
import type { Catalogue } from "../texts/catalogue.js";

/** Asks before a conversation is ended. */
export function confirmation(
  catalogue: Catalogue,
  end: () => void,
  keepChatting: () => void,
): TemplateResult {
  return html`<div class="veil">
    <div
      class="confirm"
      role="alertdialog"
      aria-labelledby="confirmTitle"
      aria-describedby="confirmText"
    >
      <h3 id="confirmTitle">${catalogue.text("confirmEnd")}</h3>
      <p id="confirmText">${catalogue.text("confirmEndText")}</p>
      <div>
        <button type="button" class="primary danger" @click=${end}>
          ${catalogue.text("endConversation")}
        </button>
        <button type="button" class="secondary keep" @click=${keepChatting}>
          ${catalogue.text("keepChatting")}
        </button>
      </div>
    </div>
  </div>`;
}
