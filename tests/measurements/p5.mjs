// SPDX-License-Identifier: GPL-3.0-or-later
// P5: what a routing decision costs with 1,000 agents, 10,000 queued and 20 skills, how that grows
// at two and four times as many of both, and what looking at everybody who waits costs beside it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { program } from "../support/programs.mjs";

const agents = 1000;
const queued = 10000;

async function times(factor, decisions, seed) {
  const given = [agents * factor, queued * factor, decisions, seed].map(String);
  const { stdout } = await promisify(execFile)(program("measure_routing"), given);
  return JSON.parse(stdout);
}

export async function measureRouting({ long, seed, tell }) {
  const decisions = long ? 100000 : 5000;
  const at = {};
  for (const factor of [1, 2, 4]) {
    tell(`${agents * factor} agents, ${queued * factor} queued`);
    at[factor] = await times(factor, decisions, seed);
  }
  const growth = at[4].agentFreed.p50 / at[1].agentFreed.p50;
  return [
    { name: "routing_decision_p99_us", value: at[1].agentFreed.p99, limit: 200 },
    { name: "routing_decision_p50_us", value: at[1].agentFreed.p50, limit: null },
    { name: "arrival_offered_p99_us", value: at[1].customerOffered.p99, limit: 200 },
    { name: "arrival_waits_p99_us", value: at[1].customerWaits.p99, limit: 200 },
    { name: "routing_decision_at_2x_p50_us", value: at[2].agentFreed.p50, limit: null },
    { name: "routing_decision_at_4x_p50_us", value: at[4].agentFreed.p50, limit: null },
    { name: "growth_at_4x", value: growth, limit: Math.log(4 * queued) / Math.log(queued) },
    { name: "scan_p50_us", value: at[1].scan.p50, limit: null },
    { name: "scan_at_4x_p50_us", value: at[4].scan.p50, limit: null },
  ];
}
