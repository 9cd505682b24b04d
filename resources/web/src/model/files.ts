// SPDX-License-Identifier: GPL-3.0-or-later
import { FileRefusal, tooLargeCode, type FileCalls, type FileUpload } from "../link/filecalls.js";
import type { OfChat } from "../protocol.js";
import type { Conversation } from "./conversation.js";
import { limitsOf, problemOf, type FileLimits, type FileProblem } from "./filelimits.js";
import type { Surroundings } from "./surroundings.js";

const mostAtOnce = 2;
const askAgainMs = 30_000;

/** A file of the customer that is not part of the transcript yet. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  state: "waiting" | "sending" | "failed" | "refused";
  problem: FileProblem | null;
  /** From 0 to 1. */
  progress: number;
}

export type FileDeed = "busy" | "failed";

const problems: Readonly<Record<number, FileProblem>> = {
  201: "tooMany",
  202: "total",
  203: "type",
  [tooLargeCode]: "tooLarge",
};

/** The files of a conversation: those on their way, and what is done with those that are there.
 *  Dispatches "change". */
export class Files extends EventTarget {
  private known: FileLimits | null = null;
  private chat = "";
  private askedAt = -Infinity;
  private list: Upload[] = [];
  private readonly running = new Map<string, FileUpload>();
  private readonly deeds = new Map<string, FileDeed>();

  constructor(
    private readonly conversation: Conversation,
    private readonly calls: FileCalls,
    private readonly surroundings: Pick<Surroundings, "now" | "newKey">,
  ) {
    super();
    conversation.addEventListener("change", () => this.look());
    this.look();
  }

  /** Whether files can be sent here at all; not before the server has said so. */
  get isOffered(): boolean {
    return this.conversation.phase === "open" && (this.known?.mostFiles ?? 0) > 0;
  }

  get limits(): FileLimits | null {
    return this.known;
  }

  get uploads(): readonly Upload[] {
    return this.list;
  }

  /** What is going on with a file of the transcript. */
  deed(fileId: string): FileDeed | null {
    return this.deeds.get(fileId) ?? null;
  }

  async add(files: readonly File[]): Promise<void> {
    if (!this.isOffered || files.length === 0) {
      return;
    }
    const { chat } = this;
    await this.ask();
    const { known: limits } = this;
    if (!limits || chat !== this.chat) {
      return;
    }
    const hasAgent = this.conversation.agents.length > 0;
    for (const file of files) {
      const underWay = this.list.filter(({ state }) => state !== "refused");
      const problem = problemOf(file, limits, underWay.map((one) => one.file), hasAgent);
      const state = problem ? "refused" : "waiting";
      this.list.push({ key: this.surroundings.newKey(), file, state, problem, progress: 0 });
    }
    this.advance();
  }

  /** With the same key: what had arrived nevertheless counts once. */
  again(key: string): void {
    this.change(key, "waiting", null);
    this.advance();
  }

  /** Takes back what is on its way, or the word about what was refused. */
  cancel(key: string): void {
    this.list = this.list.filter((one) => one.key !== key);
    this.running.get(key)?.abort();
    this.running.delete(key);
    this.advance();
  }

  /** Null where it cannot be had. */
  async content(fileId: string): Promise<Blob | null> {
    let content: Blob | null = null;
    await this.does(fileId, async () => {
      content = await this.calls.content(this.ofChat(), fileId);
    });
    return content;
  }

  thumbnail(fileId: string): Promise<Blob> {
    return this.calls.content(this.ofChat(), fileId, true);
  }

  remove(fileId: string): Promise<void> {
    return this.does(fileId, () => this.calls.remove(this.ofChat(), fileId));
  }

  private async does(fileId: string, action: () => Promise<void>): Promise<void> {
    if (this.deeds.get(fileId) === "busy") {
      return;
    }
    this.deeds.set(fileId, "busy");
    this.changed();
    try {
      await action();
      this.deeds.delete(fileId);
    } catch {
      this.deeds.set(fileId, "failed");
    }
    this.changed();
  }

  private ofChat(): OfChat {
    const { secureKey, chatId, after } = this.conversation.state;
    return { secureKey: secureKey || (after?.secureKey ?? ""), ...(chatId ? { chatId } : {}) };
  }

  /** Asks what is allowed once somebody could want to know. */
  private look(): void {
    const { phase, state } = this.conversation;
    if (state.startKey !== this.chat) {
      this.forget();
      this.chat = state.startKey;
    }
    if (phase === "ended" && this.list.length > 0) {
      this.forget();
      this.changed();
    }
    const isDue = this.surroundings.now() - this.askedAt > askAgainMs;
    if (phase === "open" && state.isShown && !this.known && isDue) {
      void this.ask().then(() => this.changed());
    }
  }

  private async ask(): Promise<void> {
    const { chat } = this;
    this.askedAt = this.surroundings.now();
    try {
      const limits = limitsOf(await this.calls.limits(this.ofChat()));
      if (chat === this.chat) {
        this.known = limits;
      }
    } catch (error) {
      // A server that does not know the operation is not asked for it again.
      if (error instanceof FileRefusal && !error.isTransient) {
        this.askedAt = Infinity;
      }
    }
  }

  private advance(): void {
    const next = this.list.find(({ state }) => state === "waiting");
    if (next && this.running.size < mostAtOnce) {
      void this.send(next);
      this.advance();
      return;
    }
    this.changed();
  }

  private async send(upload: Upload): Promise<void> {
    const { key, file } = upload;
    this.change(key, "sending", null);
    const running = this.calls.upload(this.ofChat(), file, key, (bytes) => {
      upload.progress = file.size > 0 ? Math.min(1, bytes / file.size) : 1;
      this.changed();
    });
    this.running.set(key, running);
    try {
      await running.done;
      this.list = this.list.filter((one) => one !== upload);
    } catch (error) {
      const isFinal = error instanceof FileRefusal && !error.isTransient;
      const problem = isFinal ? (problems[error.code] ?? "refused") : "failed";
      this.change(key, isFinal ? "refused" : "failed", problem);
    }
    if (this.running.get(key) === running) {
      this.running.delete(key);
    }
    this.advance();
  }

  private change(key: string, state: Upload["state"], problem: FileProblem | null): void {
    const upload = this.list.find((one) => one.key === key);
    if (upload) {
      Object.assign(upload, { state, problem, progress: 0 });
    }
  }

  private forget(): void {
    this.list = [];
    this.running.forEach((one) => one.abort());
    this.running.clear();
    this.deeds.clear();
    this.known = null;
    this.askedAt = -Infinity;
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
