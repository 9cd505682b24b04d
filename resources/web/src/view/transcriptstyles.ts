// SPDX-License-Identifier: GPL-3.0-or-later
import { css } from "lit";

export const transcriptStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    overflow-wrap: anywhere;
  }
  .log {
    display: flex;
    flex-direction: column;
    gap: 5px;
    flex: 1;
    min-height: 0;
    padding: 16px 14px 4px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .log > :first-child {
    margin-block-start: auto;
  }
  p {
    margin: 0;
  }
  .system {
    padding: 7px 12px;
    color: var(--tandem-text-faint);
    font-size: 13px;
    text-align: center;
  }
  .card {
    display: flex;
    align-items: center;
    gap: 10px;
    max-width: 100%;
    padding: 10px 12px;
    border: 1px solid var(--tandem-border);
    border-radius: 11px;
    background: var(--tandem-surface);
    color: inherit;
    text-decoration: none;
  }
  .card:hover {
    border-color: var(--tandem-accent);
  }
  .card .icon {
    flex: none;
    color: var(--tandem-accent);
  }
  .card > span:not(.unseen) {
    display: flex;
    flex-direction: column;
    align-items: start;
    min-width: 0;
  }
  .card strong {
    color: var(--tandem-accent);
  }
  .hint,
  .path {
    color: var(--tandem-text-faint);
    font-size: 12px;
  }
  .path {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .words {
    padding: 4px 4px 0;
  }
  .row {
    display: flex;
    flex-direction: column;
    align-items: start;
    max-width: 80%;
  }
  .own {
    align-self: end;
    align-items: end;
  }
  .other {
    align-self: start;
  }
  .box {
    padding: 8px 12px;
    border: 1px solid var(--tandem-border);
    border-radius: 11px;
    border-end-start-radius: 3px;
    background: var(--tandem-surface);
  }
  .bubble {
    unicode-bidi: plaintext;
    white-space: pre-wrap;
  }
  .own .box {
    border-color: transparent;
    border-end-start-radius: 11px;
    border-end-end-radius: 3px;
    background: var(--tandem-brand);
    color: var(--tandem-brand-text);
  }
  .own.failed .box {
    border-color: var(--tandem-critical);
    background: var(--tandem-critical-soft);
    color: var(--tandem-text);
  }
  .below {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 4px 7px;
    color: var(--tandem-text-faint);
    font-size: 12px;
  }
  .below .icon {
    width: 14px;
    height: 14px;
  }
  .problem {
    color: var(--tandem-critical);
  }
  .again {
    min-height: 24px;
    padding: 0 4px;
    color: var(--tandem-accent);
    font-weight: 600;
    text-decoration: underline;
  }
  .place {
    flex: none;
    color: var(--tandem-text-muted);
    font-size: 14px;
    text-align: center;
  }
  .place:not(:empty) {
    padding: 4px 16px;
  }
  .typing {
    flex: none;
    min-height: 30px;
    padding: 4px 16px 6px;
    color: var(--tandem-text-muted);
    font-size: 13px;
  }
`;
