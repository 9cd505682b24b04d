// SPDX-License-Identifier: GPL-3.0-or-later
// S3: 4,000 slow connections (silent, slow heads, slow bodies, who do not read) over the whole of
// their time, and those who are not slow beside them.
import { Victims } from "../security/flood.mjs";
import {
  newcomers,
  openConnections,
  serverOfFewFiles,
  SlowCrowd,
} from "../security/slowness.mjs";
import { until } from "../support/condition.mjs";
import { scoped } from "../support/scope.mjs";
import { Server } from "../support/server.mjs";
import { percentile } from "./machine.mjs";

const count = 4000;
const limits = { othersP99Ms: 100, headMs: 10_000, bodyMs: 30_000, readerMs: 75_000 };
const graceMs = 5_000;
const kept = 5; // connections of those who measure

async function isServerOfFewFilesCaught(t) {
  const server = await serverOfFewFiles(t);
  await SlowCrowd.at(t, server.url, 1000);
  return (await newcomers(server.url, 3)).refused > 0;
}

/** When the server has let go of all, in milliseconds. */
async function goneAfter(url, began, limitMs) {
  const areGone = async () => (await openConnections(url)) <= kept;
  await until("the slow ones to be cut", areGone, limitMs).catch(() => {});
  return performance.now() - began;
}

export function measureSlowness({ tell }) {
  return scoped(async (t) => {
    const server = await Server.start(t);
    const victims = await Victims.at(t, server.url);
    const quiet = await victims.seen(5);
    const began = performance.now();
    const slow = await SlowCrowd.at(t, server.url, count);
    const seconds = (limits.readerMs + graceMs) / 1000;
    tell(`${await openConnections(server.url)} connections; ${seconds} s`);
    const [seen, fresh, goneMs] = await Promise.all([
      victims.seen(seconds),
      newcomers(server.url, seconds),
      goneAfter(server.url, began, limits.readerMs + 3 * graceMs),
    ]);
    const { silent, heads, bodies, readers } = await slow.ends();
    const opened = [silent, heads, bodies, readers].reduce((sum, one) => sum + one.opened, 0);
    const left = [silent, heads, bodies].reduce((sum, one) => sum + one.opened - one.cut, 0);
    const p99 = (list) => percentile(list, 0.99);
    return [
      { name: "slow_connections", value: opened, limit: count, atLeast: true },
      { name: "poll_p99_ms_without", value: p99(quiet.polls), limit: null },
      { name: "poll_p99_ms", value: p99(seen.polls), limit: limits.othersP99Ms },
      { name: "agent_request_p99_ms", value: p99(seen.asks), limit: limits.othersP99Ms },
      { name: "newcomer_p99_ms", value: p99(fresh.times), limit: limits.othersP99Ms },
      { name: "not_served", value: seen.faults.length + fresh.refused, limit: 0 },
      { name: "slow_heads_cut_after_ms", limit: limits.headMs + graceMs,
        value: Math.max(silent.lastCutMs, heads.lastCutMs) },
      { name: "slow_bodies_cut_after_ms", value: bodies.lastCutMs,
        limit: limits.bodyMs + graceMs },
      { name: "slow_senders_not_cut", value: left, limit: 0 },
      { name: "slow_readers_cut_after_ms", value: goneMs, limit: limits.readerMs + 2 * graceMs },
      { name: "control_caught", value: Number(await isServerOfFewFilesCaught(t)), limit: 1,
        atLeast: true },
    ];
  });
}
