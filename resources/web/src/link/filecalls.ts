// SPDX-License-Identifier: GPL-3.0-or-later
import { StatusCode, type ChatAnswer, type OfChat } from "../protocol.js";

const answerWithinMs = 20_000;
const tooLarge = 413;

type Operation = "fileUpload" | "fileGetLimits" | "fileDownload" | "fileDelete" | "fileThumbnail";

const paths: Readonly<Record<Operation, string>> = {
  fileUpload: "",
  fileGetLimits: "/limits",
  fileDownload: "/download",
  fileDelete: "/delete",
  fileThumbnail: "/thumbnail",
};

/** The server has an answer, and it is not that. */
export class FileRefusal extends Error {
  constructor(
    readonly code: number,
    readonly isTransient = false,
  ) {
    super(`refused: ${code}`);
  }
}

export const tooLargeCode = -tooLarge;

export interface FileUpload {
  readonly done: Promise<void>;
  abort(): void;
}

/** What is asked of the server about files: by the addresses of REST, or where the conversation is
 *  on Bayeux by those that the API has for that. */
export class FileCalls {
  constructor(
    private readonly restAddress: string,
    private readonly besideBayeux: string,
    private readonly isRest: () => boolean,
  ) {}

  async limits(chat: OfChat): Promise<ChatAnswer> {
    return answerOf(await this.post("fileGetLimits", chat));
  }

  async remove(chat: OfChat, fileId: string): Promise<void> {
    answerOf(await this.post("fileDelete", chat, fileId));
  }

  /** Of no type: a browser must not take it for a page. */
  async content(chat: OfChat, fileId: string, isThumbnail = false): Promise<Blob> {
    const operation = isThumbnail ? "fileThumbnail" : "fileDownload";
    const response = await this.fetch(operation, chat, fileId);
    const type = response.headers.get("Content-Disposition") ?? "";
    const isAnswer = /json/.test(response.headers.get("Content-Type") ?? "") && type === "";
    if (!response.ok || isAnswer) {
      answerOf(await response.text());
      throw new FileRefusal(0);
    }
    const bytes = await response.arrayBuffer();
    return new Blob([bytes], { type: isThumbnail ? "image/png" : "application/octet-stream" });
  }

  /** progress: how many bytes of the request are out. */
  upload(chat: OfChat, file: File, key: string, progress: (bytes: number) => void): FileUpload {
    // fetch tells no progress.
    const request = new XMLHttpRequest();
    const form = this.form("fileUpload", chat);
    form.append("clientMessageId", key);
    form.append("file", file, file.name);
    const done = new Promise<void>((resolve, reject) => {
      request.upload.onprogress = ({ loaded }) => progress(loaded);
      request.onload = () => {
        try {
          if (request.status === tooLarge) {
            throw new FileRefusal(tooLargeCode);
          }
          answerOf(request.responseText);
          resolve();
        } catch (error) {
          reject(error as Error);
        }
      };
      request.onerror = () => reject(new Error("network"));
      request.onabort = () => reject(new Error("aborted"));
      request.open("POST", this.address("fileUpload", chat));
      request.send(form);
    });
    return { done, abort: () => request.abort() };
  }

  private async post(operation: Operation, chat: OfChat, fileId = ""): Promise<string> {
    return (await this.fetch(operation, chat, fileId)).text();
  }

  private async fetch(operation: Operation, chat: OfChat, fileId = ""): Promise<Response> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), answerWithinMs);
    const body = new URLSearchParams();
    this.form(operation, chat, fileId).forEach((value, name) => body.set(name, String(value)));
    const options: RequestInit = { method: "POST", body, credentials: "omit" };
    try {
      const address = this.address(operation, chat, fileId);
      return await fetch(address, { ...options, signal: abort.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  private isByRest({ chatId }: OfChat): boolean {
    return this.isRest() && Boolean(chatId);
  }

  private address(operation: Operation, chat: OfChat, fileId = ""): string {
    if (!this.isByRest(chat)) {
      return this.besideBayeux;
    }
    const file = fileId ? `/file/${encodeURIComponent(fileId)}` : "/file";
    const { chatId = "" } = chat;
    return `${this.restAddress}/${encodeURIComponent(chatId)}${file}${paths[operation]}`;
  }

  private form(operation: Operation, chat: OfChat, fileId = ""): FormData {
    const form = new FormData();
    form.append("secureKey", chat.secureKey);
    if (!this.isByRest(chat)) {
      form.append("operation", operation);
      if (fileId) {
        form.append("fileId", fileId);
      }
    }
    return form;
  }
}

function answerOf(text: string): ChatAnswer {
  const answer = JSON.parse(text) as ChatAnswer | null;
  if (answer?.statusCode !== StatusCode.ok) {
    const isTransient = answer?.statusCode === StatusCode.transient;
    throw new FileRefusal(answer?.errors?.[0]?.code ?? 0, isTransient);
  }
  return answer;
}
