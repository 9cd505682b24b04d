// SPDX-License-Identifier: GPL-3.0-or-later
import { StatusCode, type ChatAnswer, type ChatRequest } from "../protocol.js";

const answerWithinMs = 10_000;
/** Beyond about so many bytes a server leaves events for the next answer. */
const fullAnswerBytes = 128 * 1024;
const mostBytesPerUnit = 3;
const tooManyRequests = 429;
const statusCodes: readonly unknown[] = Object.values(StatusCode);

export type Fetch = (address: string, options: RequestInit) => Promise<Response>;

export interface Reply {
  readonly answer: ChatAnswer;
  /** Events may have been left out for its size. */
  readonly mayHaveMore: boolean;
}

export interface Call {
  readonly reply: Promise<Reply>;
  abort(): void;
}

export interface Timers {
  after(delayMs: number, action: () => void): () => void;
}

const paths: Readonly<Partial<Record<ChatRequest["operation"], string>>> = {
  sendMessage: "send",
  requestNotifications: "refresh",
};

function pathOf(request: ChatRequest): string {
  const { operation, chatId = "" } = request;
  const isStart = operation === "requestChat";
  return isStart ? "" : `/${encodeURIComponent(chatId)}/${paths[operation] ?? operation}`;
}

/** All but a start name a position, and are answered with what is new from there. */
export function formOf(request: ChatRequest, position: number): URLSearchParams {
  const { operation, chatId: _, ...fields } = request;
  const isStart = operation === "requestChat";
  const form = new URLSearchParams(isStart ? {} : { transcriptPosition: String(position) });
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "object") {
      Object.entries(value).forEach(([key, one]) => form.set(`${name}[${key}]`, String(one)));
    } else if (value !== undefined) {
      form.set(name, String(value));
    }
  }
  return form;
}

async function replyOf(response: Response): Promise<Reply> {
  if (response.status === tooManyRequests) {
    return { answer: { statusCode: StatusCode.transient }, mayHaveMore: false };
  }
  const text = await response.text();
  // What a proxy says in the server's place is no answer: this throws, or finds no status that the
  // API has (some proxies speak JSON, with the status of HTTP in it).
  const answer = JSON.parse(text) as ChatAnswer | null;
  if (!answer || !statusCodes.includes(answer.statusCode)) {
    throw new Error("no answer of the chat service");
  }
  return { answer, mayHaveMore: text.length * mostBytesPerUnit > fullAnswerBytes };
}

/** One request of the REST form of the API, one answer. */
export class RestCalls {
  constructor(
    private readonly address: string,
    private readonly timers: Timers,
    private readonly fetch: Fetch,
  ) {}

  call(request: ChatRequest, position: number): Call {
    const abort = new AbortController();
    const stopTimer = this.timers.after(answerWithinMs, () => abort.abort());
    const options: RequestInit = {
      method: "POST",
      body: formOf(request, position),
      credentials: "omit",
      // The page may be left while the good-bye is on its way.
      keepalive: request.operation === "disconnect",
      signal: abort.signal,
    };
    const reply = this.fetch(this.address + pathOf(request), options).then(replyOf);
    return { reply: reply.finally(stopTimer), abort: () => abort.abort() };
  }
}
