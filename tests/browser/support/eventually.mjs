// SPDX-License-Identifier: GPL-3.0-or-later

const limitMs = 20_000;
const stepMs = 40;

/** Waits until the question has a true answer, and gives that answer. */
export async function eventually(what, question) {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}
