// SPDX-License-Identifier: GPL-3.0-or-later
import type { Expected, WaitAnswer } from "../model/expectation.js";

const patienceMs = 5000;

const serverTrouble = 500;

/** Asks the server how it stands with the queue. */
export async function askWait(address: string): Promise<WaitAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const answer = await fetch(address, { credentials: "omit", signal: abort.signal });
    if (answer.status >= serverTrouble) {
      return "unreachable";
    }
    return answer.ok ? expectedOf(await answer.json()) : null;
  } catch {
    return "unreachable";
  } finally {
    clearTimeout(timer);
  }
}

/** {"ewt": seconds, or -1 where it is not known; "isOpen"; "requiredFields"}; other servers tell
 *  the first only. */
export function expectedOf(answer: unknown): Expected | null {
  if (typeof answer !== "object" || answer === null) {
    return null;
  }
  const { ewt, isOpen, requiredFields } = answer as Readonly<Record<string, unknown>>;
  const isKnown = typeof ewt === "number" && Number.isFinite(ewt) && ewt >= 0;
  const names = Array.isArray(requiredFields) ? requiredFields.filter(isText) : [];
  return {
    isOpen: isOpen !== false,
    waitMs: isKnown ? ewt * 1000 : null,
    ...(names.length > 0 ? { requiredFields: names } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
