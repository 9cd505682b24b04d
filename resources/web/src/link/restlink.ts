// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer, ChatRequest, OfChat, ResumeRequest } from "../protocol.js";
import { Backoff } from "./backoff.js";
import type { ChatLink, ChatLinkListener } from "./chatlink.js";
import type { Call, Reply, RestCalls, Timers } from "./restcalls.js";

const pollEveryMs = 3000;
const nowhere: ResumeRequest = {
  operation: "requestNotifications",
  chatId: "0",
  secureKey: "",
  transcriptPosition: 1,
};

function keyOf(request: ChatRequest): string | undefined {
  return "clientMessageId" in request ? request.clientMessageId : undefined;
}

function isTyping(request: ChatRequest): boolean {
  return request.operation === "startTyping" || request.operation === "stopTyping";
}

/** A request that need not go any more when `later` goes. */
function isReplaced(request: ChatRequest, later: ChatRequest): boolean {
  const isAlike = request.operation === later.operation && keyOf(request) === keyOf(later);
  return isAlike || (isTyping(request) && isTyping(later));
}

/** The REST form of the API: one request after the other, and the question for what is new every
 *  few seconds. Whether the server is there it learns by asking for a chat that is none. */
export class RestLink implements ChatLink {
  private listener: ChatLinkListener | null = null;
  private isOpen = false;
  private isUp = false;
  private queue: ChatRequest[] = [];
  private underWay: { readonly request: ChatRequest; readonly call: Call } | null = null;
  private chat: OfChat | null = null;
  private position = 1;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly calls: RestCalls,
    private readonly timers: Timers,
    private readonly backoff = new Backoff(),
  ) {}

  listen(listener: ChatLinkListener): void {
    this.listener = listener;
  }

  open(): void {
    if (!this.isOpen) {
      this.isOpen = true;
      this.perform(nowhere);
    }
  }

  close(): void {
    const { queue, underWay, position } = this;
    this.isOpen = false;
    this.isUp = false;
    this.forget();
    this.position = 1;
    void this.sayGoodBye(queue, underWay, position);
  }

  send(request: ChatRequest): void {
    const isStart = request.operation === "requestChat";
    // A record of an earlier version of the widget may name no chat.
    if (!this.isUp || (!isStart && !request.chatId)) {
      return;
    }
    if (!isStart) {
      this.follow(request);
    }
    if (request.operation === "requestNotifications") {
      this.position = request.transcriptPosition;
    }
    this.enqueue(request);
  }

  /** The page is looked at again, or the network is back: nothing waits for its time. */
  wake(): void {
    if (this.isUp) {
      this.poll();
    } else if (this.isOpen && !this.underWay) {
      this.stopTimer();
      this.perform(nowhere);
    }
  }

  private follow({ chatId, secureKey }: OfChat): void {
    this.chat = chatId ? { chatId, secureKey } : null;
  }

  private enqueue(request: ChatRequest): void {
    const current = this.underWay?.request;
    // A repeat of what is not answered yet would only lengthen the queue.
    if (current && keyOf(request) !== undefined && isReplaced(current, request)) {
      return;
    }
    this.queue = this.queue.filter((earlier) => !isReplaced(earlier, request));
    this.queue.push(request);
    this.advance();
  }

  private poll(): void {
    this.stopTimer();
    if (this.chat && this.underWay?.request.operation !== "requestNotifications") {
      const operation = "requestNotifications";
      this.enqueue({ operation, ...this.chat, transcriptPosition: this.position });
    }
  }

  private pollLater(): void {
    this.stopTimer();
    // Set when an answer has come, not when a timer has ended: browsers slow the timers of hidden
    // pages down to one a minute where each is set by the one before.
    this.stopTimer = this.timers.after(pollEveryMs, () => this.poll());
  }

  private advance(): void {
    const next = this.underWay ? undefined : this.queue.shift();
    if (next) {
      this.perform(next);
    }
  }

  private perform(request: ChatRequest): void {
    const call = this.calls.call(this.current(request), this.position);
    const underWay = { request, call };
    this.underWay = underWay;
    const whenCurrent = (handle: () => void) => {
      if (this.underWay === underWay) {
        this.underWay = null;
        handle();
      }
    };
    call.reply.then(
      (reply) => whenCurrent(() => this.answered(request, reply)),
      () => whenCurrent(() => this.failed()),
    );
  }

  // Answers that came while it was in the queue have moved the position.
  private current(request: ChatRequest): ChatRequest {
    const isRefresh = request.operation === "requestNotifications" && request !== nowhere;
    return isRefresh ? { ...request, transcriptPosition: this.position } : request;
  }

  private answered(request: ChatRequest, reply: Reply): void {
    this.backoff.reset();
    if (request === nowhere) {
      this.isUp = true;
      this.listener?.linkUp();
      return;
    }
    const before = this.position;
    this.learn(request, reply.answer);
    const hasMore = reply.mayHaveMore && this.position > before;
    const key = keyOf(request);
    this.listener?.answered(key ? { ...reply.answer, clientMessageId: key } : reply.answer);
    if (this.isUp) {
      this.goOn(request, reply.answer, hasMore);
    }
  }

  private learn(request: ChatRequest, answer: ChatAnswer): void {
    this.position = Math.max(this.position, answer.nextPosition ?? 0);
    if (request.operation === "requestChat" && answer.secureKey) {
      this.follow({ chatId: answer.chatId, secureKey: answer.secureKey });
    }
    if (answer.chatEnded) {
      this.chat = null;
      this.stopTimer();
    }
  }

  private goOn(request: ChatRequest, answer: ChatAnswer, hasMore: boolean): void {
    if (hasMore) {
      this.poll();
    } else if (answer.nextPosition !== undefined || request.operation === "requestNotifications") {
      this.pollLater();
    }
    this.advance();
  }

  private failed(): void {
    const wasUp = this.isUp;
    this.isUp = false;
    this.forget();
    this.stopTimer = this.timers.after(this.backoff.nextDelayMs(), () => this.perform(nowhere));
    if (wasUp) {
      this.listener?.linkDown();
    } else {
      this.listener?.linkFailed?.();
    }
  }

  // What is not answered is the caller's to repeat.
  private forget(): void {
    this.stopTimer();
    this.queue = [];
    this.underWay = null;
    this.chat = null;
  }

  /** A customer's own end still goes out, behind what was said before it; nothing else does. */
  private async sayGoodBye(
    queue: readonly ChatRequest[],
    underWay: RestLink["underWay"],
    position: number,
  ): Promise<void> {
    if (underWay?.request.operation === "requestNotifications") {
      underWay.call.abort();
    }
    const last = queue.findIndex(({ operation }) => operation === "disconnect");
    const left = queue.slice(0, last + 1);
    let before: Promise<unknown> | undefined = left.length > 0 ? underWay?.call.reply : undefined;
    for (const request of left) {
      await before?.catch(() => undefined);
      before = this.calls.call(request, position).reply;
    }
    await before?.catch(() => undefined);
  }
}
