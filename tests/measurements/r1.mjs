// SPDX-License-Identifier: GPL-3.0-or-later
// R1: what SIGKILLs at random moments under load lose, double or reorder; 50 kills under 200
// messages/s, or by --long 1,000 under 500.
import { killAgainAndAgain } from "../reliability/killing.mjs";

export async function measureKills({ seed, long, tell }) {
  const [kills, rate, chats] = long ? [1000, 500, 60] : [50, 200, 24];
  const agents = Math.ceil(chats / 6);
  const result = await killAgainAndAgain(null, { kills, rate, chats, agents, seed, tell });
  const { acknowledged, perSecond, repeated, found } = result;
  tell(`${acknowledged} acknowledged (${perSecond.toFixed(0)}/s), ${repeated} said again`);
  return Object.entries(found).map(([kind, texts]) => ({
    name: `messages_${kind}_in_${kills}_kills`,
    value: texts.length,
    limit: 0,
  }));
}
