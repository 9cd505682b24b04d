// SPDX-License-Identifier: GPL-3.0-or-later
// R18: seeds of the simulation that break what must hold (tests/simulation), 200 or by --long
// 100,000, beginning at --seed; as many at a time as there are processors. Each seed that fails is
// told with the command that plays it again. The controls are cores that are broken on purpose.
import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { testProgram } from "../support/programs.mjs";
import { controlFigure } from "./findings.mjs";

const defects = ["early_answers", "forgotten_keys", "lost_facts"];
const part = 100; // seeds of one process

function simulate(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, QT_QPA_PLATFORM: "offscreen" };
    execFile(testProgram("coresimulation"), args, { env, maxBuffer: 1 << 26 }, (error, output) => {
      resolve({ isRight: !error, output });
    });
  });
}

function numberBehind(output, word) {
  return Number(output.match(new RegExp(`\\b${word} (\\d+)`))?.[1] ?? NaN);
}

async function runSeeds(first, count, tell) {
  const sum = { failed: 0, acknowledged: 0, done: 0 };
  let next = first;
  const work = async () => {
    while (next < first + count) {
      const from = next;
      const seeds = Math.min(part, first + count - from);
      next += seeds;
      const { output } = await simulate(["--first", String(from), "--seeds", String(seeds)]);
      sum.done += seeds;
      sum.failed += numberBehind(output, "failed");
      sum.acknowledged += numberBehind(output, "acknowledged");
      if (numberBehind(output, "failed") !== 0) {
        tell(output);
      }
      tell(`${sum.done} of ${count} seeds, ${sum.failed} failed`);
    }
  };
  await Promise.all(cpus().map(work));
  return sum;
}

export async function measureFaults({ long, seed, tell }) {
  const count = long ? 100_000 : 200;
  const { failed, acknowledged } = await runSeeds(Number(seed), count, tell);
  let caught = 0;
  for (const defect of defects) {
    tell(`the control with ${defect}`);
    const { isRight, output } = await simulate(["--defect", defect]);
    tell(output.split("\n")[0]);
    caught += Number(isRight);
  }
  return [
    { name: `seeds_failed_of_${count}`, value: failed, limit: 0 },
    { name: "messages_acknowledged", value: acknowledged, limit: null },
    controlFigure(caught === defects.length),
  ];
}
