// SPDX-License-Identifier: GPL-3.0-or-later
import { readFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { program } from "../support/programs.mjs";

export function machine() {
  const [{ model }] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const system = `Linux ${release()}, Node ${process.version}`;
  return `${cpus().length} x ${model.trim()}, ${memory}, ${system}`;
}

/** CMake's build type of the programs that are measured. */
export async function buildType() {
  const cache = await readFile(join(program("tandemd"), "../../CMakeCache.txt"), "utf8");
  return /^CMAKE_BUILD_TYPE:\w+=(.*)$/m.exec(cache)?.[1] ?? "unknown";
}

/** The value that `share` of the list do not exceed. */
export function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
