// SPDX-License-Identifier: GPL-3.0-or-later
import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "../model/conversation.js";
import type { Options } from "../options.js";
import type { Catalogue } from "../texts/catalogue.js";
import { initials, tone } from "./avatar.js";
import { icons } from "./icons.js";

export interface HeaderActions {
  readonly minimise: () => void;
  readonly close: () => void;
}

/** Whom the customer talks to, and the two ways out of the panel. */
export function header(
  conversation: Conversation,
  catalogue: Catalogue,
  options: Options,
  actions: HeaderActions,
): TemplateResult {
  const agent = conversation.agents.at(-1)?.name;
  const title = options.title || catalogue.text("title");
  const closeText = catalogue.text(conversation.phase === "open" ? "endConversation" : "close");
  return html`<div class="head">
    ${avatar(agent)}
    <div class="who">
      <h2 id="title"><bdi>${agent || title}</bdi></h2>
      <p>
        ${agent ? html`<bdi>${title}</bdi>` : nothing}
        <span class=${agent ? "further" : "only"}>
          <bdi>${about(conversation, catalogue, options)}</bdi>
        </span>
      </p>
    </div>
    ${button("minimise", catalogue.text("minimise"), icons.minimise, actions.minimise)}
    ${button("close", closeText, icons.close, actions.close)}
  </div>`;
}

function avatar(agent: string | undefined): TemplateResult {
  return agent
    ? html`<span class="avatar tone${tone(agent)}" aria-hidden="true">${initials(agent)}</span>`
    : html`<span class="avatar" aria-hidden="true">${icons.chat}</span>`;
}

function about(conversation: Conversation, catalogue: Catalogue, options: Options): string {
  const isWaiting = conversation.agents.length === 0;
  if (conversation.phase === "ended") {
    return catalogue.text("ended");
  }
  if (conversation.phase === "open" && isWaiting) {
    return catalogue.text("waitingShort");
  }
  return options.subtitle || catalogue.text("subtitle");
}

function button(name: string, label: string, icon: TemplateResult, action: () => void) {
  return html`<button
    type="button"
    class=${name}
    title=${label}
    aria-label=${label}
    @click=${action}
  >
    ${icon}
  </button>`;
}
