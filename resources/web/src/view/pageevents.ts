// SPDX-License-Identifier: GPL-3.0-or-later
import type { Conversation } from "../model/conversation.js";
import type { HeardEvent } from "../model/conversationevents.js";
import type { Phase } from "../model/record.js";
import type { ChatEvent } from "../protocol.js";

export type PageEventName =
  | "opened"
  | "minimised"
  | "started"
  | "message"
  | "notice"
  | "ended"
  | "unread";

interface Shown {
  readonly phase: Phase;
  readonly isShown: boolean;
  readonly unread: number;
}

type Heard = readonly [name: PageEventName, detail?: Readonly<Record<string, unknown>>];

const senders: Readonly<Record<string, string>> = { Client: "customer", External: "company" };

/** What a page hears of the conversation from now on; what was before, it is not told again. */
export class PageEvents {
  private last: Shown;
  private heard: Heard[] = [];
  private readonly due: Heard[] = [];
  private isTelling = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly tell: (name: PageEventName, detail?: object) => void,
  ) {
    this.last = this.current();
    conversation.addEventListener("heard", (event) => {
      this.keep((event as HeardEvent).event);
    });
    conversation.addEventListener("returned", () => {
      this.last = this.current();
    });
    conversation.addEventListener("change", () => this.flush());
  }

  private current(): Shown {
    const { isShown, unread } = this.conversation.state;
    return { phase: this.conversation.phase, isShown, unread };
  }

  private keep(event: ChatEvent): void {
    const text = event.text ?? "";
    const type = event.from?.type ?? "External";
    if (event.type === "CustomNotice" && type !== "Client") {
      this.heard.push(["notice", { text }]);
    } else if ((event.type === "Message" || event.type === "PushUrl") && text !== "") {
      this.heard.push(["message", { from: senders[type] ?? "agent", text }]);
    }
  }

  /** In the order in which a page expects them, whatever one answer of the server brought. */
  private flush(): void {
    const { last, heard } = this;
    const now = this.current();
    this.last = now;
    this.heard = [];
    const isLive = (phase: Phase) => phase === "open" || phase === "ended";
    const due: (Heard | false)[] = [
      isLive(now.phase) && !isLive(last.phase) && ["started"],
      ...heard,
      now.unread !== last.unread && ["unread", { count: now.unread }],
      now.phase === "ended" && last.phase !== "ended" && ["ended"],
      now.isShown !== last.isShown && [now.isShown ? "opened" : "minimised"],
    ];
    this.due.push(...due.filter((one): one is Heard => one !== false));
    this.tellDue();
  }

  /** A handler may call the widget, which is then the reason for more: that comes after. */
  private tellDue(): void {
    if (this.isTelling) {
      return;
    }
    this.isTelling = true;
    for (let next = this.due.shift(); next; next = this.due.shift()) {
      this.tell(...next);
    }
    this.isTelling = false;
  }
}
