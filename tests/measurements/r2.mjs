// SPDX-License-Identifier: GPL-3.0-or-later
// R2: what power cuts at random moments under load lose, double or reorder; 50 of them under 200
// messages/s, or by --long 500. The control runs with synchronous=NORMAL.
import { onFaultyDisk } from "../reliability/faultydisk.mjs";
import { killAgainAndAgain, killInRuns } from "../reliability/killing.mjs";
import { controlFigure, figuresOf } from "./findings.mjs";

export async function measurePowerCuts({ seed, long, tell }) {
  const kills = long ? 500 : 50;
  const common = { rate: 200, seed, tell };
  const { acknowledged, repeated, found } = await killInRuns({
    ...common,
    kills,
    serverOf: onFaultyDisk,
  });
  tell(`${acknowledged} acknowledged, ${repeated} said again`);
  const again = onFaultyDisk(seed, "--hasty");
  const server = onFaultyDisk(seed);
  const control = await killAgainAndAgain(null, { ...common, kills: 8, server, again });
  tell(`${control.found.lost.length} lost by the control`);
  const caught = controlFigure(control.found.lost.length > 0);
  return [...figuresOf(found, `in_${kills}_power_cuts`), caught];
}
