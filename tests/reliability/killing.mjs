// SPDX-License-Identifier: GPL-3.0-or-later
// R1 and R2: a server is killed again and again while customers and agents talk.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { whileTheyTalk } from "./conversations.mjs";

/**
 * options: of whileTheyTalk, and kills, lifeMs [least, most] of a server, again (options of the
 * server when it is started again, where they are others).
 */
export function killAgainAndAgain(t, options) {
  const { kills, lifeMs = [400, 2200], again = {} } = options;
  return whileTheyTalk(t, options, async ({ server, recorder, random, isOver, tell }) => {
    Object.assign(server.options, again);
    for (let kill = 1; kill <= kills && !isOver(); ++kill) {
      await pause(lifeMs[0] + random() * (lifeMs[1] - lifeMs[0]));
      await server.crashAndRestart();
      if (kill % 10 === 0) {
        tell(`${kill} kills, ${recorder.acknowledgements} messages acknowledged`);
      }
    }
    return { kills };
  });
}

/**
 * The same in runs of at most `ofARun` kills, each with a new server: what is said is kept while
 * chats are open, and a server that reads all of it at each start is not up before the next kill.
 * serverOf(seed): its options, where they have a seed. Gives the sums, and the findings of all.
 */
export async function killInRuns(options) {
  const { kills, ofARun = 50, seed, server, serverOf = () => server, tell = () => {} } = options;
  const sum = { acknowledged: 0, repeated: 0, seconds: 0, found: {} };
  for (let done = 0; done < kills; done += ofARun) {
    const own = seed + done;
    const about = { ...options, kills: Math.min(ofARun, kills - done), seed: own };
    const one = await killAgainAndAgain(null, { ...about, server: serverOf(own) });
    ["acknowledged", "repeated", "seconds"].forEach((name) => (sum[name] += one[name]));
    for (const [kind, list] of Object.entries(one.found)) {
      sum.found[kind] = [...(sum.found[kind] ?? []), ...list];
    }
    const wrong = Object.values(one.found).flat().length;
    tell(`${done + about.kills} of ${kills} kills, seed ${own}: ${wrong} found`);
  }
  return { ...sum, perSecond: sum.acknowledged / sum.seconds };
}

async function main() {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "50" },
      rate: { type: "string", default: "200" },
      chats: { type: "string", default: "24" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      program: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const result = await killAgainAndAgain(null, {
    kills: Number(values.kills),
    rate: Number(values.rate),
    chats: Number(values.chats),
    agents: Math.ceil(Number(values.chats) / 6),
    seed: Number(values.seed),
    server: { program: values.program },
    tell: (line) => console.error(line),
  });
  console.log(JSON.stringify(result));
  const faults = Object.values(result.found).flat().length;
  process.exit(faults === 0 ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
