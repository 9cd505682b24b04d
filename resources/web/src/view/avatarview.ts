// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, type TemplateResult } from "lit";
import type { Agent } from "../model/transcript.js";
import { initials, tone } from "./avatar.js";
import type { Pictures } from "./pictures.js";

/** An agent's picture, or the initials in the same place where there is none. The name stands
 *  beside it. */
export function avatar(agent: Agent, pictures: Pictures, size = ""): TemplateResult {
  const { name, picture } = agent;
  const address = pictures.shown(picture);
  return html`<span class="avatar ${size} tone${tone(name)}" aria-hidden="true"
    >${address
      ? html`<img alt="" src=${address} referrerpolicy="no-referrer" />`
      : initials(name)}</span
  >`;
}

export const avatarStyles = css`
  .avatar {
    display: grid;
    grid-template: 100% / 100%;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: rgba(255, 255, 255, 0.18);
    font-size: 13px;
    font-weight: 700;
    letter-spacing: 0.02em;
    overflow: hidden;
    user-select: none;
  }
  .avatar.small {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }
  .avatar img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .avatar.tone0 { background: #a8431c; color: #ffffff; }
  .avatar.tone1 { background: #0f766e; color: #ffffff; }
  .avatar.tone2 { background: #7c4dce; color: #ffffff; }
  .avatar.tone3 { background: #a3266b; color: #ffffff; }
  .avatar.tone4 { background: #4b6617; color: #ffffff; }
`;
