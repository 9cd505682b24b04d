// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer, ChatRequest } from "../protocol.js";

export interface ChatLinkListener {
  /** Requests can be sent; the server may or may not remember this customer's connection. */
  linkUp(): void;
  linkDown(): void;
  /** An attempt to come up has failed; the link goes on trying. */
  linkFailed?(): void;
  answered(answer: ChatAnswer): void;
}

/** The way to the chat service. It reconnects by itself from open() to close(). */
export interface ChatLink {
  listen(listener: ChatLinkListener): void;
  open(): void;
  close(): void;
  /** Sends without a promise of arrival: callers repeat with the same key. Only while up. */
  send(request: ChatRequest): void;
}
