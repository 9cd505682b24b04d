// SPDX-License-Identifier: GPL-3.0-or-later
import { css } from "lit";

export const chatWidgetStyles = css`
  :host {
    position: fixed;
    inset-block-end: var(--tandem-gap);
    inset-inline-end: var(--tandem-gap);
    z-index: 2147483000;
  }
  .launcher {
    position: relative;
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    border-radius: 50%;
    background: var(--tandem-brand);
    color: var(--tandem-brand-text);
    box-shadow: var(--tandem-shadow);
    transition: transform 0.15s ease;
  }
  .launcher:hover {
    transform: translateY(-2px);
  }
  .launcher:focus-visible {
    outline-offset: 3px;
  }
  .launcher .icon {
    width: 28px;
    height: 28px;
  }
  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    min-width: 22px;
    height: 22px;
    padding: 0 6px;
    border-radius: 11px;
    border: 2px solid #ffffff;
    background: #c2273a;
    color: #ffffff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    width: 368px;
    height: min(628px, calc(100vh - 2 * var(--tandem-gap)));
    height: min(628px, calc(100dvh - 2 * var(--tandem-gap)));
    overflow: hidden;
    border-radius: var(--tandem-radius);
    background: var(--tandem-canvas);
    box-shadow: var(--tandem-shadow);
  }
  .panel[hidden] {
    display: none;
  }
  .panel.opened {
    animation: appear 0.16s ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    flex: none;
    min-height: 66px;
    padding-block: 10px;
    padding-inline: 16px 6px;
    background: var(--tandem-brand);
    color: var(--tandem-brand-text);
  }
  .head :focus-visible {
    outline-color: var(--tandem-brand-text);
    outline-offset: -3px;
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .who h2,
  .who p {
    margin: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .who h2 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.3;
  }
  .who p {
    display: flex;
    flex-wrap: wrap;
    height: 18px;
    font-size: 13px;
    line-height: 18px;
  }
  .who .further::before {
    content: "\\00a0· ";
  }
  .head button {
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    height: 40px;
    border-radius: 8px;
  }
  .head .who + button {
    margin-inline-start: -10px;
  }
  .head button + button {
    margin-inline-start: -12px;
  }
  .head button:hover {
    background: rgba(255, 255, 255, 0.14);
  }
  .body {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .reconnecting {
    flex: none;
    padding: 6px 16px;
    background: var(--tandem-warning-soft);
    color: var(--tandem-warning);
    font-size: 13px;
    text-align: center;
  }
  .reconnecting:empty {
    display: none;
  }
  .asking {
    padding: 8px 18px;
    color: var(--tandem-text-muted);
  }
  tandem-start-form,
  tandem-offline,
  tandem-transcript {
    flex: 1;
    min-height: 0;
  }
  .over .save {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }
  .over {
    display: grid;
    gap: 8px;
    flex: none;
    padding: 12px 14px;
    border-block-start: 1px solid var(--tandem-border);
    background: var(--tandem-surface);
  }
  .veil {
    position: absolute;
    inset: 0;
    display: grid;
    align-items: end;
    background: rgba(13, 16, 23, 0.45);
  }
  .drop {
    position: absolute;
    inset: 8px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    border: 2px dashed var(--tandem-accent);
    border-radius: var(--tandem-radius);
    background: var(--tandem-surface);
    color: var(--tandem-accent);
    font-weight: 600;
    pointer-events: none;
  }
  .confirm {
    padding: 20px 16px 16px;
    background: var(--tandem-surface);
    border-radius: var(--tandem-radius) var(--tandem-radius) 0 0;
  }
  .confirm h3 {
    margin: 0 0 4px;
    font-size: 16px;
  }
  .confirm p {
    margin: 0 0 16px;
    color: var(--tandem-text-muted);
  }
  .confirm div {
    display: grid;
    gap: 8px;
  }
  .danger {
    background: #c2273a;
    color: #ffffff;
  }
  @media (max-width: 480px) {
    :host([shown]) {
      inset: 0;
    }
    .panel {
      width: 100%;
      height: 100%;
      border-radius: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel.opened {
      animation: none;
    }
    .launcher {
      transition: none;
    }
  }
`;
