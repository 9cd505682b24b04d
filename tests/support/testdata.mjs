// SPDX-License-Identifier: GPL-3.0-or-later
// The larger test data, which is not part of the tree: TANDEM_TEST_DATA, or beside the sources.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sourceFolder } from "./programs.mjs";

/** A file of it as JSON; null where it is not there. */
export async function testData(name) {
  const folder = process.env.TANDEM_TEST_DATA ?? join(sourceFolder, "../shared/data");
  const text = await readFile(join(folder, name), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

export const absence = "the data is not here; TANDEM_TEST_DATA names its folder";
