// SPDX-License-Identifier: GPL-3.0-or-later
import { css } from "lit";

export const richStyles = css`
  .link {
    color: var(--tandem-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .own .link {
    color: inherit;
  }
  .own .link:focus-visible {
    outline-color: currentColor;
  }
  /* What only a screen reader says is no part of what is copied. */
  .link .hint {
    -webkit-user-select: none;
    user-select: none;
  }
  .bubble strong {
    font-weight: 650;
  }
  .bubble code {
    padding: 0 4px;
    border: 1px solid rgba(127, 127, 127, 0.45);
    border-color: color-mix(in srgb, currentColor 40%, transparent);
    border-radius: 5px;
    font: 400 0.92em/1.3 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
  }
  .bubble ul,
  .bubble ol {
    display: grid;
    gap: 3px;
    margin: 4px 0;
    padding: 0;
    list-style: none;
  }
  .bubble ul:last-child,
  .bubble ol:last-child {
    margin-block-end: 0;
  }
  /* No flex: what is copied would have a line of its own for each mark. */
  .bubble li {
    padding-inline-start: 1.1em;
    text-indent: -1.1em;
  }
  .bubble ol li {
    padding-inline-start: 1.6em;
    text-indent: -1.6em;
  }
  .bubble .mark {
    display: inline-block;
    min-width: 1.1em;
    text-indent: 0;
  }
  .bubble ol .mark {
    min-width: 1.6em;
  }
  .bubble.large {
    font-size: 38px;
    line-height: 1.2;
  }
`;
