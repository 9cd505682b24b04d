// SPDX-License-Identifier: GPL-3.0-or-later
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { FileDeed, Files } from "../model/files.js";
import type { SentFile } from "../model/transcript.js";
import type { Catalogue } from "../texts/catalogue.js";
import { icons } from "./icons.js";
import { base } from "./theme.js";
import { saveAs } from "./transcriptfile.js";

const widestPx = 240;

/** A file in the transcript. It is never opened in the page: it is saved, or left. */
export class FileCard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        max-width: 100%;
        border: 1px solid var(--tandem-border);
        border-radius: 11px;
        background: var(--tandem-surface);
        overflow: hidden;
      }
      canvas {
        display: block;
        max-width: 100%;
        margin-inline: auto;
      }
      .about {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 6px 6px 6px 12px;
        padding-inline: 12px 6px;
      }
      .about > .icon {
        color: var(--tandem-accent);
      }
      .name {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-width: 0;
        font-size: 14px;
      }
      bdi {
        overflow-wrap: anywhere;
      }
      small {
        color: var(--tandem-text-muted);
        font-size: 12px;
      }
      .wrong {
        color: var(--tandem-critical);
      }
      .gone bdi {
        text-decoration: line-through;
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 36px;
        height: 36px;
        border-radius: 8px;
        color: var(--tandem-accent);
      }
      button:hover:not(:disabled) {
        background: var(--tandem-canvas);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
  static override properties = {
    catalogue: { attribute: false },
    files: { attribute: false },
    file: { attribute: false },
    deed: { attribute: false },
    mayDelete: { attribute: false },
    hasPicture: { state: true },
  };

  declare catalogue: Catalogue;
  declare files: Files | null;
  declare file: SentFile;
  declare deed: FileDeed | null;
  declare mayDelete: boolean;
  declare private hasPicture: boolean;
  private askedFor = "";

  constructor() {
    super();
    this.hasPicture = false;
  }

  protected override render(): TemplateResult {
    const { catalogue, file, deed } = this;
    const isGone = file.isDeleted === true;
    const size = file.size === null ? "" : catalogue.size(file.size);
    return html`<canvas
        aria-hidden="true"
        width="0"
        height="0"
        ?hidden=${!this.hasPicture || isGone}
      ></canvas>
      <div class="about ${isGone ? "gone" : ""}">
        ${icons.file}
        <span class="name">
          <bdi>${file.name}</bdi>
          ${isGone
            ? html`<small>${catalogue.text("fileDeleted")}</small>`
            : html`<small>${size}</small>`}
          ${deed === "failed" && !isGone
            ? html`<small class="wrong" role="alert">${catalogue.text("fileNotDone")}</small>`
            : nothing}
        </span>
        ${isGone || file.id === "" ? nothing : this.buttons()}
      </div>`;
  }

  protected override updated(): void {
    const { id, hasPreview, isDeleted } = this.file;
    if (hasPreview && !isDeleted && this.files && this.askedFor !== id) {
      this.askedFor = id;
      void this.draw(id);
    }
  }

  protected override firstUpdated(): void {
    this.tellGrowth();
  }

  private tellGrowth(): void {
    this.dispatchEvent(new CustomEvent("grown"));
  }

  private buttons(): TemplateResult {
    const { catalogue, file } = this;
    const isBusy = this.deed === "busy";
    const { name } = file;
    const button = (label: string, icon: TemplateResult, action: () => void) =>
      html`<button
        type="button"
        title=${label}
        aria-label=${label}
        ?disabled=${isBusy}
        @click=${action}
      >
        ${icon}
      </button>`;
    return html`${button(catalogue.text("fileDownload", { name }), icons.save, () => this.save())}
    ${this.mayDelete
      ? button(catalogue.text("fileDelete", { name }), icons.bin, () => {
          void this.files?.remove(file.id);
        })
      : nothing}`;
  }

  private async save(): Promise<void> {
    const { id, name } = this.file;
    const content = await this.files?.content(id);
    if (content) {
      saveAs(name, content);
    }
  }

  // On a canvas: a page's policy may forbid pictures that are none of its own.
  private async draw(id: string): Promise<void> {
    try {
      const picture = await createImageBitmap((await this.files?.thumbnail(id)) as Blob);
      const canvas = this.renderRoot.querySelector("canvas") as HTMLCanvasElement;
      const scale = Math.min(1, widestPx / picture.width);
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      this.hasPicture = true;
      await this.updateComplete;
      this.tellGrowth();
    } catch {
      // Without a picture the card still tells what it is.
    }
  }
}
