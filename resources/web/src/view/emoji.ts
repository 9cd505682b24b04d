// SPDX-License-Identifier: GPL-3.0-or-later

/** As many in a row as the grid has columns. */
export const emojiColumns = 8;

/** What people answer with most; a system's own keyboard has the others. */
export const emojis: readonly string[] = [
  ..."😀😄😂😊😍😉🤔😢",
  ..."😮😡🙈👍👎👏🙏👋",
  ..."💪🎉✅❌❓💡⭐",
  "❤️",
];

const one =
  "(?:\\p{RI}\\p{RI}|[#*0-9]\\uFE0F?\\u20E3|" +
  "\\p{Extended_Pictographic}\\p{EMod}?\\uFE0F?[\\u{E0020}-\\u{E007F}]*" +
  "(?:\\u200D\\p{Extended_Pictographic}\\p{EMod}?\\uFE0F?)*)";
const oneToThree = new RegExp(`^${one}(?: ?${one}){0,2}$`, "u");
const longest = 60;

/** One to three emoji and nothing else: such a message is drawn larger. */
export function isEmojiOnly(text: string): boolean {
  const trimmed = text.length <= longest ? text.trim() : "";
  return oneToThree.test(trimmed);
}
