// SPDX-License-Identifier: GPL-3.0-or-later
import { StatusCode, type ChatAnswer, type MailRequest, type SurveyRequest } from "../protocol.js";
import type { Conversation } from "./conversation.js";
import type { Surroundings } from "./surroundings.js";

const allowedForMs = 3_600_000;
const invalidAddress = 364;

export const longestComment = 2000;

export type Progress = "open" | "sending" | "done" | "failed" | "late" | "invalid";
type Asks = (request: SurveyRequest | MailRequest) => Promise<ChatAnswer>;

/** What may be done with a conversation that has ended: it is rated, and its transcript sent by
 *  mail. What could not be sent stays as it was written. Dispatches "change". */
export class Aftercare extends EventTarget {
  private rating: Progress = "open";
  private mailing: Progress = "open";
  private chat = "";

  constructor(
    private readonly conversation: Conversation,
    private readonly asks: Asks,
    private readonly surroundings: Pick<Surroundings, "now">,
  ) {
    super();
    conversation.addEventListener("change", () => this.look());
    this.look();
  }

  /** Whether the server still takes either: for an hour. */
  get isOffered(): boolean {
    const { phase, state } = this.conversation;
    const { secureKey = "", endedAt = 0 } = state.after ?? {};
    const isFresh = this.surroundings.now() - endedAt < allowedForMs;
    return phase === "ended" && secureKey !== "" && Boolean(state.chatId) && isFresh;
  }

  get survey(): Progress {
    return this.conversation.state.after?.survey === "sent" ? "done" : this.rating;
  }

  get isSkipped(): boolean {
    return this.conversation.state.after?.survey === "skipped";
  }

  get mail(): Progress {
    return this.mailing;
  }

  /** Kept over a reload, too. */
  wrote(score: string, comment: string): void {
    this.conversation.keepAfter({ score, comment });
  }

  skip(): void {
    this.conversation.keepAfter({ survey: "skipped" });
  }

  /** score: "1" to "5". */
  async rate(score: string, comment: string): Promise<void> {
    const words = comment.trim().slice(0, longestComment);
    const { chat } = this;
    this.wrote(score, comment);
    this.rating = "sending";
    this.changed();
    const outcome = await this.ask({
      operation: "survey",
      ...this.ofChat(),
      score,
      ...(words ? { comment: words } : {}),
    });
    if (chat !== this.chat) {
      return;
    }
    this.rating = outcome;
    if (outcome === "done") {
      this.conversation.keepAfter({ survey: "sent" });
    }
    this.changed();
  }

  async mailTo(emailAddress: string): Promise<void> {
    const { chat } = this;
    this.mailing = "sending";
    this.changed();
    const outcome = await this.ask({
      operation: "mailTranscript",
      ...this.ofChat(),
      emailAddress,
    });
    if (chat !== this.chat) {
      return;
    }
    this.mailing = outcome;
    if (outcome === "done") {
      this.conversation.keepAfter({ mailedTo: emailAddress });
    }
    this.changed();
  }

  private ofChat(): { secureKey: string; chatId: string } {
    const { after, chatId = "" } = this.conversation.state;
    return { secureKey: after?.secureKey ?? "", chatId };
  }

  private async ask(request: SurveyRequest | MailRequest): Promise<Progress> {
    try {
      return outcomeOf(await this.asks(request));
    } catch {
      return "failed";
    }
  }

  /** Another conversation has its own. */
  private look(): void {
    const { startKey, after } = this.conversation.state;
    if (startKey !== this.chat) {
      this.chat = startKey;
      this.rating = "open";
      this.mailing = after?.mailedTo ? "done" : "open";
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

function outcomeOf(answer: ChatAnswer): Progress {
  if (answer.statusCode === StatusCode.ok) {
    return "done";
  }
  if (answer.errors?.[0]?.code === invalidAddress) {
    return "invalid";
  }
  return answer.statusCode === StatusCode.refused && answer.chatEnded ? "late" : "failed";
}
