// SPDX-License-Identifier: GPL-3.0-or-later
// SIMULATION: how long a simulated day of 60,000 chats with 1,000 agents takes, with a strategy and
// with the queues' own rules, one after the other; and that it is the same day again.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { program } from "../support/programs.mjs";

const limitS = 20;

async function day(seed, strategy) {
  const given = ["--chats", "60000", "--agents", "1000", "--seed", String(seed), "--json"];
  const words = ["simulate", "--strategy", strategy, ...given];
  const options = { maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(program("tandemctl"), words, options);
  return JSON.parse(stdout)[0];
}

export async function measureSimulation({ seed, tell }) {
  tell("60,000 chats, 1,000 agents; three days");
  const strategy = await day(seed, "basic_chat");
  const again = await day(seed, "basic_chat");
  const rules = await day(seed, "none");
  const isSame = Number(strategy.trace === again.trace);
  return [
    { name: "day_with_strategy_s", value: strategy.wallS, limit: limitS },
    { name: "day_with_own_rules_s", value: rules.wallS, limit: limitS },
    { name: "sessions_failed", value: strategy.failedSessions, limit: 0 },
    { name: "same_day_twice", value: isSame, limit: 1, atLeast: true },
  ];
}
