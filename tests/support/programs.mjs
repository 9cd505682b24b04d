// SPDX-License-Identifier: GPL-3.0-or-later
// Where the built programs are, and temporary folders for them.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const sourceFolder = fileURLToPath(new URL("../..", import.meta.url));

/** The path of a built program; TANDEM_BIN_DIR, else the release build, else the dev build. */
export function program(name) {
  const folders = process.env.TANDEM_BIN_DIR
    ? [process.env.TANDEM_BIN_DIR]
    : [join(sourceFolder, "build/release/bin"), join(sourceFolder, "build/dev/bin")];
  const found = folders.map((folder) => resolve(folder, name)).find(existsSync);
  if (!found) {
    throw new Error(`${name} is not built; looked in ${folders.join(" and ")}`);
  }
  return found;
}

/** The path of a program that is built for the tests only. */
export function testProgram(name) {
  const file = join(dirname(program("tandemd")), "../tests", name);
  if (!existsSync(file)) {
    throw new Error(`${file} is not built`);
  }
  return file;
}

/** A new folder under the system's temporary one, removed when the test `t` has ended. */
export async function temporaryFolder(t, name = "tandem-test-") {
  const folder = await mkdtemp(join(tmpdir(), name));
  t?.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
