// SPDX-License-Identifier: GPL-3.0-or-later
import { css } from "lit";

/** The variables that a page may set on tandem-chat to give the widget its own colours. */
export const theme = css`
  :host {
    --tandem-font: Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    --tandem-brand: #2a57d4;
    --tandem-brand-text: #ffffff;
    --tandem-accent: #2a57d4;
    --tandem-canvas: #f3f4f7;
    --tandem-surface: #ffffff;
    --tandem-border: #e2e5ec;
    --tandem-field-border: #8791a5;
    --tandem-text: #1a2130;
    --tandem-text-muted: #4d586d;
    --tandem-text-faint: #5f6b82;
    --tandem-warning: #9a5b00;
    --tandem-warning-soft: #fdf0d9;
    --tandem-critical: #c2273a;
    --tandem-critical-soft: #fde7ea;
    --tandem-shadow: 0 12px 32px rgba(20, 28, 48, 0.18);
    --tandem-gap: 20px;
    --tandem-radius: 14px;
    color-scheme: light;
  }

  @media (prefers-color-scheme: dark) {
    :host([theme="auto"]) {
      --tandem-brand: #3a5fc8;
      --tandem-accent: #86a6ff;
      --tandem-canvas: #12161f;
      --tandem-surface: #191f2b;
      --tandem-border: #2a3344;
      --tandem-field-border: #6b7890;
      --tandem-text: #e6eaf2;
      --tandem-text-muted: #aab5c8;
      --tandem-text-faint: #939fb5;
      --tandem-warning: #e8a94a;
      --tandem-warning-soft: #3b2c12;
      --tandem-critical: #ff7a86;
      --tandem-critical-soft: #43202a;
      --tandem-shadow: 0 12px 32px rgba(0, 0, 0, 0.5);
      color-scheme: dark;
    }
  }

  :host([theme="dark"]) {
    --tandem-brand: #3a5fc8;
    --tandem-accent: #86a6ff;
    --tandem-canvas: #12161f;
    --tandem-surface: #191f2b;
    --tandem-border: #2a3344;
    --tandem-field-border: #6b7890;
    --tandem-text: #e6eaf2;
    --tandem-text-muted: #aab5c8;
    --tandem-text-faint: #939fb5;
    --tandem-warning: #e8a94a;
    --tandem-warning-soft: #3b2c12;
    --tandem-critical: #ff7a86;
    --tandem-critical-soft: #43202a;
    --tandem-shadow: 0 12px 32px rgba(0, 0, 0, 0.5);
    color-scheme: dark;
  }
`;

/** What every part of the widget starts from, whatever the page around it does. */
export const base = css`
  :host {
    box-sizing: border-box;
    font: 400 15px/1.4 var(--tandem-font);
    color: var(--tandem-text);
    text-align: start;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--tandem-accent);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    flex: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .primary,
  .secondary {
    border-radius: 10px;
    padding: 11px 18px;
    font-weight: 600;
    min-height: 44px;
  }
  .primary {
    background: var(--tandem-brand);
    color: var(--tandem-brand-text);
  }
  .secondary {
    border: 1px solid var(--tandem-field-border);
    background: var(--tandem-surface);
  }
  .primary:hover:not(:disabled),
  .secondary:hover:not(:disabled) {
    filter: brightness(0.94);
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
`;
