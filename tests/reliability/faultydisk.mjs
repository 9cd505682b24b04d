// SPDX-License-Identifier: GPL-3.0-or-later
// A server on a disk that forgets what was not synced, and fails when it is told to.
import { testProgram } from "../support/programs.mjs";

/** Options of Server.start: killing this one is cutting its power. more: "--hasty", "--deaf". */
export function onFaultyDisk(seed, ...more) {
  return { program: testProgram("faultydisk"), arguments: ["--seed", String(seed), ...more] };
}
