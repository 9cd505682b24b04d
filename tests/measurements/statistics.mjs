// SPDX-License-Identifier: GPL-3.0-or-later
// STATISTICS: what a fact costs with 60 definitions, 50 queues and 1,000 agents, windows moved on
// and present counts included; beside it, what a value told and a definition counted anew cost.
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { program } from "../support/programs.mjs";

const limits = { factUs: 10 };

export async function measureStatistics({ tell }) {
  tell("three hours of 50 facts a second");
  const fold = join(dirname(program("tandemd")), "../tests/foldcost");
  const { stdout } = await promisify(execFile)(fold);
  const { factUs, advanceMs, valueUs, anewMs } = JSON.parse(stdout);
  return [
    { name: "statistics_fact_us", value: factUs, limit: limits.factUs },
    { name: "statistics_longest_advance_ms", value: advanceMs, limit: null },
    { name: "statistics_value_us", value: valueUs, limit: null },
    { name: "statistics_definition_anew_ms", value: anewMs, limit: null },
  ];
}
