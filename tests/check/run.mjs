// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the main job once: a customer in a real browser, agents at real desktops, a crash in the
// middle. Prints what was seen; exit code 0 when all of it was.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterTheCrash, firstConversation, transferred } from "./scenes.mjs";
import { Stage } from "./stage.mjs";

const limitMs = 5 * 60_000;

function report(text) {
  const seconds = (performance.now() / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${text}`);
}

async function play(folder) {
  const stage = await Stage.open(folder, report);
  try {
    await firstConversation(stage);
    await transferred(stage);
    await afterTheCrash(stage);
  } catch (error) {
    report(`FAILED: ${error.message}`);
    await stage.tellsWhatIsShown();
    throw error;
  } finally {
    await stage.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "tandem-check-"));
const watchdog = setTimeout(() => {
  report(`FAILED: not done within ${limitMs / 60_000} minutes`);
  process.exit(1);
}, limitMs);
try {
  await play(folder);
  report("All of it was seen.");
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  clearTimeout(watchdog);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
