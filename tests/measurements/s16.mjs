// SPDX-License-Identifier: GPL-3.0-or-later
// S16: what libFuzzer finds in the parsers of outside bytes, with address and undefined behaviour
// sanitizers. The control is a parser with a planted defect, in the same time.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { sourceFolder } from "../support/programs.mjs";
import { controlFigure } from "./findings.mjs";

const secondsEach = 10;
const secondsLong = 600;

/** What tests/fuzz/run says of each target: { name, runs, isFound }. */
async function fuzzed(target, seconds, isQuick) {
  const words = [...(isQuick ? ["--quick"] : []), target, String(seconds)];
  const running = spawn(join(sourceFolder, "tests/fuzz/run"), words,
    { stdio: ["ignore", "pipe", "inherit"] });
  const lines = (await text(running.stdout)).matchAll(/^(\w+) runs (\d+) found (\d)$/gm);
  return [...lines].map(([, name, runs, found]) => {
    return { name, runs: Number(runs), isFound: found !== "0" };
  });
}

export async function measureParsers({ long, tell }) {
  const seconds = long ? secondsLong : secondsEach;
  tell(`${seconds} s for each target`);
  const all = await fuzzed("all", seconds, !long);
  const control = await fuzzed("planted", seconds, !long);
  all.forEach(({ name, runs, isFound }) => {
    tell(`${name}: ${runs} runs${isFound ? ", found something" : ""}`);
  });
  const found = all.filter(({ isFound }) => isFound).length;
  const runs = all.map((one) => one.runs);
  return [
    { name: "parsers_fuzzed", value: all.length, limit: 25, atLeast: true },
    { name: "runs_of_all", value: runs.reduce((a, b) => a + b, 0), limit: null },
    { name: "runs_of_the_slowest", value: Math.min(...runs), limit: 1, atLeast: true },
    { name: "parsers_with_findings", value: found, limit: 0 },
    controlFigure(control.length === 1 && control[0].isFound),
  ];
}
