// SPDX-License-Identifier: GPL-3.0-or-later
// R1: what SIGKILLs at random moments under load lose, double or reorder; 50 kills under 200
// messages/s, or by --long 1,000 under 500. The control acknowledges before it commits.
import { killAgainAndAgain, killInRuns } from "../reliability/killing.mjs";
import { testProgram } from "../support/programs.mjs";
import { controlFigure, figuresOf } from "./findings.mjs";

export async function measureKills({ seed, long, tell }) {
  const [kills, rate, chats] = long ? [1000, 500, 60] : [50, 200, 24];
  const agents = Math.ceil(chats / 6);
  const result = await killInRuns({ kills, rate, chats, agents, seed, tell });
  const { acknowledged, perSecond, repeated, found } = result;
  tell(`${acknowledged} acknowledged (${perSecond.toFixed(0)}/s), ${repeated} said again`);
  const server = { program: testProgram("earlyack") };
  const options = { kills: 8, rate: 200, insistMs: 10_000, seed, server, tell };
  const control = await killAgainAndAgain(null, options);
  tell(`${control.found.lost.length} lost by the control`);
  const caught = controlFigure(control.found.lost.length > 0);
  return [...figuresOf(found, `in_${kills}_kills`), caught];
}
