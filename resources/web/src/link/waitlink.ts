// SPDX-License-Identifier: GPL-3.0-or-later
import type { Expected } from "../model/expectation.js";

const patienceMs = 5000;

/** Asks the server how long a wait would be; null where it does not say. */
export async function askWait(address: string): Promise<Expected | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const answer = await fetch(address, { credentials: "omit", signal: abort.signal });
    return answer.ok ? expectedOf(await answer.json()) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** {"ewt": seconds, or -1 where it is not known; "isOpen"}; other servers tell the first only. */
export function expectedOf(answer: unknown): Expected | null {
  if (typeof answer !== "object" || answer === null) {
    return null;
  }
  const { ewt, isOpen } = answer as { ewt?: unknown; isOpen?: unknown };
  const isKnown = typeof ewt === "number" && Number.isFinite(ewt) && ewt >= 0;
  return { isOpen: isOpen !== false, waitMs: isKnown ? ewt * 1000 : null };
}
