// SPDX-License-Identifier: GPL-3.0-or-later
import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "../model/conversation.js";
import type { Options } from "../options.js";
import type { Catalogue } from "../texts/catalogue.js";
import { avatar } from "./avatarview.js";
import { icons } from "./icons.js";
import type { Pictures } from "./pictures.js";
import type { SoundSwitch } from "./soundswitch.js";
import { isWorthSaving } from "./transcriptfile.js";

export interface HeaderActions {
  readonly toggleSound: () => void;
  readonly save: () => void;
  readonly minimise: () => void;
  readonly close: () => void;
}

export interface HeaderOf {
  readonly conversation: Conversation;
  readonly catalogue: Catalogue;
  readonly options: Options;
  readonly sounds: SoundSwitch;
  readonly pictures: Pictures;
}

/** Whom the customer talks to, what may be done, and the two ways out of the panel. */
export function header(of: HeaderOf, actions: HeaderActions): TemplateResult {
  const { conversation, catalogue, options } = of;
  const agent = conversation.agents.at(-1);
  const title = options.title || catalogue.text("title");
  const closeText = catalogue.text(conversation.phase === "open" ? "endConversation" : "close");
  return html`<div class="head">
    ${agent?.name
      ? avatar(agent, of.pictures)
      : html`<span class="avatar" aria-hidden="true">${icons.chat}</span>`}
    <div class="who">
      <h2 id="title"><bdi>${agent?.name || title}</bdi></h2>
      <p>
        ${agent?.name ? html`<bdi>${title}</bdi>` : nothing}
        <span class=${agent?.name ? "further" : "only"}>
          <bdi>${about(conversation, catalogue, options)}</bdi>
        </span>
      </p>
    </div>
    ${conversation.phase === "open" ? soundButton(of, actions) : nothing}
    ${conversation.phase === "ended" && isWorthSaving(conversation.entries)
      ? button("save", catalogue.text("saveConversation"), icons.save, actions.save)
      : nothing}
    ${button("minimise", catalogue.text("minimise"), icons.minimise, actions.minimise)}
    ${button("close", closeText, icons.close, actions.close)}
  </div>`;
}

// Once a conversation has begun: before, nothing of the customer's choice may be kept.
function soundButton({ sounds, catalogue }: HeaderOf, actions: HeaderActions) {
  if (!sounds.isOffered) {
    return nothing;
  }
  const label = catalogue.text(sounds.isOn ? "turnSoundOff" : "turnSoundOn");
  return button("sound", label, sounds.isOn ? icons.sound : icons.silence, actions.toggleSound);
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
