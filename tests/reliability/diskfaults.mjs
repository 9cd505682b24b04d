// SPDX-License-Identifier: GPL-3.0-or-later
// R10: the disk of a server is full, or fails, while people talk.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../support/programs.mjs";
import { fillUp, smallDisk } from "../support/smalldisk.mjs";
import { whileTheyTalk } from "./conversations.mjs";
import { onFaultyDisk } from "./faultydisk.mjs";
import { suffers, worst } from "./suffering.mjs";

/** What faultydisk is told; isTotal: nothing can be committed. */
export const allFaults = [
  { what: "full", isTotal: true },
  { what: "errors 1", isTotal: true },
  { what: "errors 0.3", isTotal: false },
  { what: "errors 0.02", isTotal: false },
  { what: "doubt 0.05", isTotal: false },
];

/**
 * The disk of a server fails in each of these ways while people talk. options: seed, rounds,
 * lastsMs of one fault, faults, more (arguments of the program), tell. Gives what whileTheyTalk
 * does, and the worst { unhealthyMs, recoveryMs, linesPerSecond }.
 */
export async function failAgainAndAgain(t, options) {
  const { seed, rounds = 1, lastsMs = 1000, faults = allFaults, more = [], tell } = options;
  const file = join(await temporaryFolder(t), "faults");
  const server = onFaultyDisk(seed, "--faults", file, ...more);
  return whileTheyTalk(t, { rate: 200, seed, server, tell }, async (scene) => {
    const suffered = [];
    for (const { what, isTotal } of Array(rounds).fill(faults).flat()) {
      const begins = async () => {
        await writeFile(file, what);
        return () => writeFile(file, "");
      };
      suffered.push(await suffers({ ...scene, lastsMs, isTotal }, begins));
      tell?.(`${what}: ${JSON.stringify(suffered.at(-1))}`);
    }
    return worst(suffered, scene.server.log);
  });
}

/** The same with tandemd itself on a disk that is full; null where this user may not mount one. */
export async function fillItsDisk(t, { seed, tell }) {
  const data = await smallDisk(t, 16);
  if (!data) {
    return null;
  }
  return whileTheyTalk(t, { rate: 200, seed, server: { data }, tell }, async (scene) => {
    const begins = () => fillUp(data);
    const suffered = await suffers({ ...scene, lastsMs: 1000, isTotal: true }, begins);
    return worst([suffered], scene.server.log);
  });
}
