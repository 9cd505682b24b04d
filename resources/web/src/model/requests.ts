// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatLink } from "../link/chatlink.js";
import type { OfChat, SessionRequest } from "../protocol.js";
import type { Outgoing } from "./outbox.js";
import type { ConversationRecord } from "./record.js";
import { startRequest } from "./start.js";
import type { Surroundings } from "./surroundings.js";

/** Says to the server what a conversation, as it is recorded, has to say. */
export class Requests {
  constructor(
    private readonly link: ChatLink,
    private readonly surroundings: Surroundings,
    private readonly record: () => ConversationRecord,
  ) {}

  start(): void {
    const { form, startKey } = this.record();
    this.link.send(startRequest(form, startKey, this.surroundings.userData()));
  }

  resume(): void {
    const transcriptPosition = this.record().position;
    this.link.send({ operation: "requestNotifications", ...this.chat(), transcriptPosition });
  }

  message({ text, key }: Outgoing): void {
    const words = { message: text, clientMessageId: key };
    this.link.send({ operation: "sendMessage", ...this.chat(), ...words });
  }

  tell(operation: SessionRequest["operation"], message?: string): void {
    const preview = message === undefined ? {} : { message };
    this.link.send({ operation, ...this.chat(), ...preview });
  }

  /** Tells of the end of a conversation that has ended here already. */
  leave(): void {
    const { after, chatId } = this.record();
    const ofChat = { secureKey: after?.secureKey ?? "", ...(chatId ? { chatId } : {}) };
    this.link.send({ operation: "disconnect", ...ofChat });
  }

  read(transcriptPosition: number): void {
    this.link.send({ operation: "readReceipt", ...this.chat(), transcriptPosition });
  }

  /** The page on which the conversation goes on, unless the agents know it already. */
  page(): void {
    const record = this.record();
    const userData = this.surroundings.pageData();
    const page = userData["_genesys_url"] ?? "";
    if (page !== record.page) {
      record.page = page;
      this.link.send({ operation: "updateData", ...this.chat(), userData });
    }
  }

  private chat(): OfChat {
    const { secureKey, chatId } = this.record();
    return chatId ? { secureKey, chatId } : { secureKey };
  }
}
