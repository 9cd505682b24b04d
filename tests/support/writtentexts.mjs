// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand in the files of a folder, whatever those are.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** Those of `texts` that stand in a file of the folder, in UTF-8. */
export async function writtenTexts(folder, texts) {
  const written = new Set();
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    const bytes = (await stat(file)).isFile() ? await readFile(file) : Buffer.alloc(0);
    texts.filter((one) => bytes.includes(one)).forEach((one) => written.add(one));
  }
  return texts.filter((one) => written.has(one));
}
