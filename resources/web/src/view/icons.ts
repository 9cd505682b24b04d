// SPDX-License-Identifier: GPL-3.0-or-later
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}

export const icons = {
  chat: icon(svg`<path d="M21 11.5a8.5 8.5 0 0 1-12.3 7.6L3 21l1.9-5.7A8.5 8.5 0 1 1 21 11.5Z" />
    <path d="M8.5 11.5h.01M12.5 11.5h.01M16.5 11.5h.01" stroke-width="2.4" />`),
  minimise: icon(svg`<path d="m6 9 6 6 6-6" />`),
  sound: icon(svg`<path d="M18 9a6 6 0 1 0-12 0c0 6-2.5 7.5-2.5 7.5h17S18 15 18 9Z" />
    <path d="M10.3 20a2 2 0 0 0 3.4 0" />`),
  silence: icon(svg`<path d="M8.2 4.4A6 6 0 0 1 18 9c0 2 .3 3.5.7 4.6M16.5 16.5h-13S6 15 6 9" />
    <path d="M10.3 20a2 2 0 0 0 3.4 0M4 3l16 17" />`),
  save: icon(svg`<path d="M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M4.5 19.5h15" />`),
  clip: icon(svg`<path d="m20 11-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.6
    8.6a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8" />`),
  file: icon(svg`<path d="M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5L13.5 3Z" />
    <path d="M13.5 3v5.5H19" />`),
  bin: icon(svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5" />`),
  again: icon(svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 9M4.5 4.5V9H9" />`),
  mail: icon(svg`<rect x="3" y="5.5" width="18" height="13" rx="2" /><path d="m4 7.5 8 6 8-6" />`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  send: icon(svg`<path d="M21 3 10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5 21 3Z" />`),
  emoji: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M8.3 14.2a4.5 4.5 0 0 0 7.4 0" />
    <path d="M9 9.7h.01M15 9.7h.01" stroke-width="2.4" />`),
  check: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`),
  checks: icon(svg`<path d="m2.5 12.5 4.5 4.5L16 7.5M12.5 16l1 1L22 7.5" />`),
  link: icon(svg`<path d="M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L12 5.6" />
    <path d="M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2" />`),
  waiting: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`),
  alert: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7.5v5.5M12 16.5h.01" />`),
};
