// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what must become true, with a limit, instead of sleeping.
import { setTimeout as pause } from "node:timers/promises";

/** The first truthy value of `check`; throws with `what` and the last error after `timeoutMs`. */
export async function until(what, check, timeoutMs = 10_000) {
  const deadline = performance.now() + timeoutMs;
  let intervalMs = 5;
  let lastError = null;
  for (;;) {
    try {
      const value = await check();
      if (value) {
        return value;
      }
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`, { cause: lastError });
    }
    await pause(intervalMs);
    intervalMs = Math.min(intervalMs * 1.5, 100);
  }
}

/** `promise`, or an error that says what was waited for. */
export function within(timeoutMs, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`waited ${timeoutMs} ms in vain for: ${what}`)),
      timeoutMs,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
