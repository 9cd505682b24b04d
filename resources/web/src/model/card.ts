// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatEvent } from "../protocol.js";

/** What a strategy shows as one piece; the message's text says the same in words. */
export interface Card {
  readonly title: string;
  readonly text: string;
  /** Addresses, as they came; empty where there is none. */
  readonly image: string;
  readonly link: string;
  readonly linkText: string;
}

/** Of a message of the company; nothing where it has none, or one that cannot be read. */
export function cardOf({ from, userData = {} }: ChatEvent): { card?: Card } {
  if (from?.type !== "External" || typeof userData["card"] !== "string") {
    return {};
  }
  try {
    const parts: Record<string, unknown> = JSON.parse(userData["card"]) ?? {};
    const text = (name: string) => (typeof parts[name] === "string" ? (parts[name] as string) : "");
    const title = text("title");
    const [image, link, linkText] = [text("image"), text("link"), text("linkText")];
    return title ? { card: { title, text: text("text"), image, link, linkText } } : {};
  } catch {
    return {};
  }
}
