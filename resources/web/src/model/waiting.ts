// SPDX-License-Identifier: GPL-3.0-or-later
import type { ChatAnswer } from "../protocol.js";

/** How it stands with a customer who waits for an agent. */
export interface Waiting {
  /** From 1; null where the server tells none. */
  readonly position: number | null;
  readonly waitMs: number | null;
}

const mostPosition = 9999;

function numberOf(value: unknown): number | null {
  // The API's values are texts.
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

/** The last event that an agent has read; 0 where the answer does not tell. */
export function readPositionOf(answer: ChatAnswer): number {
  return numberOf(answer.userData?.["readPosition"]) ?? 0;
}

/** What an answer tells of it; null where it tells nothing, and what was told before holds. */
export function waitingOf(answer: ChatAnswer): Waiting | null {
  const data = answer.userData;
  if (!data || !("queuePosition" in data || "estimatedWaitMs" in data)) {
    return null;
  }
  const position = numberOf(data["queuePosition"]);
  const isPlace = position !== null && position >= 1 && position <= mostPosition;
  return {
    position: isPlace ? Math.floor(position) : null,
    waitMs: numberOf(data["estimatedWaitMs"]),
  };
}
