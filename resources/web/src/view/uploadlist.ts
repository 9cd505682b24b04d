// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FileProblem } from "../model/filelimits.js";
import type { Files, Upload } from "../model/files.js";
import type { Catalogue } from "../texts/catalogue.js";
import type { TextKey } from "../texts/en.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";

const texts: Readonly<Record<FileProblem, TextKey>> = {
  tooLarge: "fileTooLarge",
  type: "fileType",
  tooMany: "fileTooMany",
  total: "fileTotal",
  needsAgent: "fileNeedsAgent",
  refused: "fileRefused",
  failed: "fileNotDone",
};

/** The customer's files that are on their way, and those that will not go. */
export class UploadList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: none;
        max-height: 40%;
        overflow-y: auto;
        background: var(--tandem-surface);
      }
      ul {
        display: grid;
        margin: 0;
        padding: 6px 8px 6px 14px;
        padding-inline: 14px 8px;
        border-block-start: 1px solid var(--tandem-border);
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
      }
      .what {
        display: grid;
        gap: 3px;
        flex: 1;
        min-width: 0;
        font-size: 13px;
      }
      bdi {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        font-size: 12px;
        color: var(--tandem-critical);
      }
      progress {
        width: 100%;
        height: 6px;
        border: 0;
        border-radius: 3px;
        background: var(--tandem-border);
        appearance: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--tandem-border);
      }
      progress::-webkit-progress-value {
        background: var(--tandem-accent);
      }
      progress::-moz-progress-bar {
        background: var(--tandem-accent);
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 32px;
        height: 32px;
        border-radius: 8px;
        color: var(--tandem-text-muted);
      }
      button:hover {
        background: var(--tandem-canvas);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button .icon {
        width: 18px;
        height: 18px;
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    files: { attribute: false },
  };

  declare catalogue: Catalogue;
  declare files: Files;
  private readonly onChange = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.files.addEventListener("change", this.onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.files.removeEventListener("change", this.onChange);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { uploads } = this.files;
    if (uploads.length === 0) {
      return nothing;
    }
    return html`<ul role="list" aria-label=${this.catalogue.text("files")}>
      ${repeat(uploads, ({ key }) => key, (upload) => this.line(upload))}
    </ul>`;
  }

  private line({ key, file, state, problem, progress }: Upload): TemplateResult {
    const { catalogue, files } = this;
    const { name } = file;
    const sending = catalogue.text("fileSending", { name });
    return html`<li>
      <span class="what">
        <bdi>${name}</bdi>
        ${problem
          ? html`<small role="alert">${this.words(problem)}</small>`
          : html`<progress aria-label=${sending} max="1" .value=${progress}></progress>`}
      </span>
      ${state === "failed"
        ? this.button(catalogue.text("fileAgain", { name }), icons.again, () => files.again(key))
        : nothing}
      ${this.button(catalogue.text("fileRemove", { name }), icons.close, () => files.cancel(key))}
    </li>`;
  }

  private words(problem: FileProblem): string {
    const most = this.files.limits?.mostBytes ?? Infinity;
    if (problem === "tooLarge" && !Number.isFinite(most)) {
      return this.catalogue.text("fileRefused");
    }
    const size = problem === "tooLarge" ? this.catalogue.size(most) : "";
    return this.catalogue.text(texts[problem], { size });
  }

  private button(label: string, icon: TemplateResult, action: () => void): TemplateResult {
    return html`<button type="button" title=${label} aria-label=${label} @click=${action}>
      ${icon}
    </button>`;
  }
}
