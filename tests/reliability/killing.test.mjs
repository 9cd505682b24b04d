// SPDX-License-Identifier: GPL-3.0-or-later
// R1 at the size of the suite, and its control.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { program } from "../support/programs.mjs";
import { killAgainAndAgain } from "./killing.mjs";

const nothing = { lost: [], doubled: [], reordered: [], unheard: [], misplaced: [] };
const seed = Number(process.env.TANDEM_SEED ?? Date.now() % 1_000_000);

test("50 crashes lose, double and reorder nothing that was acknowledged", async (t) => {
  const tell = (line) => t.diagnostic(line);
  const result = await killAgainAndAgain(t, { kills: 50, rate: 200, seed, tell });
  const { acknowledged, perSecond, repeated } = result;
  tell(`${acknowledged} acknowledged, ${perSecond.toFixed(0)}/s, ${repeated} said again`);
  assert.deepEqual(result.found, nothing);
  assert.ok(perSecond > 150, `only ${perSecond.toFixed(0)} messages/s`);
  assert.ok(repeated > 20, "crashes came while messages were under way");
});

test("a server that acknowledges before it commits is caught losing", async (t) => {
  const early = join(dirname(program("tandemd")), "../tests/earlyack");
  assert.ok(existsSync(early), `${early} is not built`);
  const result = await killAgainAndAgain(t, { kills: 8, rate: 200, seed, program: early });
  t.diagnostic(`${result.acknowledged} acknowledged, ${result.found.lost.length} lost`);
  assert.ok(result.found.lost.length > 0, "the control lost nothing that was noticed");
});
