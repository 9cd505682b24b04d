// SPDX-License-Identifier: GPL-3.0-or-later
import { css } from "lit";

export const composerStyles = css`
  :host {
    display: block;
    flex: none;
    border-block-start: 1px solid var(--tandem-border);
    background: var(--tandem-surface);
  }
  form {
    display: flex;
    align-items: end;
    gap: 6px;
    padding-block: 9px;
    padding-inline: 8px 12px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    height: 38px;
    padding: 8px;
    border: 0;
    border-radius: 10px;
    background: none;
    resize: none;
    line-height: 22px;
  }
  textarea:focus-visible {
    outline-width: 1px;
    outline-offset: 0;
  }
  textarea::placeholder {
    color: var(--tandem-text-faint);
    opacity: 1;
  }
  button {
    display: grid;
    place-items: center;
    flex: none;
    width: 38px;
    height: 38px;
    border-radius: 50%;
  }
  .send {
    background: var(--tandem-brand);
    color: var(--tandem-brand-text);
  }
  .send.rtl .icon {
    transform: scaleX(-1);
  }
  .attach,
  .emoji {
    color: var(--tandem-text-muted);
  }
  .attach:hover,
  .emoji:hover,
  .emoji[aria-expanded="true"] {
    background: var(--tandem-canvas);
    color: var(--tandem-text);
  }
  .tooLong {
    margin: 0;
    padding: 6px 18px 0;
    font-size: 13px;
    color: var(--tandem-critical);
  }
  @media (pointer: coarse) {
    textarea {
      font-size: 16px;
    }
  }
`;
