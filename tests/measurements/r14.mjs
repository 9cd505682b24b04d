// SPDX-License-Identifier: GPL-3.0-or-later
// R14: customers who together have many times as many messages under way as saturate the server:
// what is too much is refused, memory stays bounded, work in hand goes on, and behind it the server
// is as fast as before. Without overload nothing may be refused. A fast store is never behind its
// front door, which then holds customers back by reading no faster; so the same is done with a
// slow one, where "busy" has to be said. The control has no limit to what waits for the store.
import {
  isBounded,
  mostBacklog,
  onSlowStore,
  overloadSlowStore,
} from "../reliability/overload.mjs";
import { until } from "../support/condition.mjs";
import { metric } from "../support/metric.mjs";
import { controlFigure } from "./findings.mjs";
import { loaded, withServer } from "./load.mjs";
import { residentMb, whileSampled } from "./memory.mjs";

const limits = { grownMb: 1024, rateShare: 0.5, p99Share: 1.5 };
const connections = 400;
const saturate = ["saturate", "--connections", String(connections), "--warm-up", "1"];

async function isIdle(url) {
  const [queued, committing] = [
    await metric(url, "tandem_core_queue_length"),
    await metric(url, "tandem_store_backlog"),
  ];
  return queued + committing < 100;
}

/** Reports of a saturated server before, while and after it is overloaded `times` times. */
export async function overloaded(server, { times, seconds, seed }) {
  const words = [...saturate, "--seconds", String(seconds)];
  const load = (...more) => loaded(server, [...words, ...more], { seed });
  const before = await load();
  const memoryBefore = await residentMb(server.pid);
  const much = ["--outstanding", String(times * 20)];
  const { result: during, most } = await whileSampled(server.pid, () => load(...much));
  await until("what is left of it to be done", () => isIdle(server.url), 60_000);
  return { before, during, after: await load(), grownMb: most - memoryBefore };
}

async function slowStoreFigures({ seed, long, tell }) {
  const about = { connections: 400, outstanding: 400, seconds: long ? 60 : 10, seed };
  const overload = (given, ...more) =>
    withServer(onSlowStore(...more), (server) => overloadSlowStore(server, given));
  const result = await overload({ ...about, secondsBefore: 5 });
  const { before, during, most, backlog } = result;
  const control = await overload(about, "--endless-backlog");
  tell(`without a limit: ${control.during.counts.refused} refused, ${control.backlog} in the core`);
  return [
    { name: "slow_store_refused_as_busy", value: during.counts.refused, limit: 1, atLeast: true },
    { name: "slow_store_most_in_core", value: backlog, limit: mostBacklog },
    { name: "slow_store_work_that_goes_on_share",
      value: during.acknowledged_per_s / before.acknowledged_per_s, limit: limits.rateShare,
      atLeast: true },
    { name: "slow_store_connections_failed", value: during.counts.failed, limit: 0 },
    { name: "slow_store_memory_mb", value: most, limit: limits.grownMb },
    controlFigure(!isBounded(control)),
  ];
}

export async function measureOverload({ seed, long, tell }) {
  const about = { times: 20, seconds: long ? 60 : 10, seed };
  const { before, during, after, grownMb } = await withServer({}, (server) =>
    overloaded(server, about),
  );
  const { refused, acknowledged } = during.counts;
  tell(`${refused} refused, ${acknowledged} acknowledged`);
  if (refused === 0) {
    tell("none said busy: reading no faster than the store commits held the customers back");
  }
  const rate = (report) => report.acknowledged_per_s;
  const share = (report) => report.spans.acknowledge.p99_ms / before.spans.acknowledge.p99_ms;
  return [
    { name: "before_messages_per_s", value: rate(before), limit: null },
    { name: "overloaded_messages_per_s", value: rate(during), limit: null },
    {
      name: "work_that_goes_on_share",
      value: rate(during) / rate(before),
      limit: limits.rateShare,
      atLeast: true,
    },
    { name: "refused", value: refused, limit: null },
    { name: "connections_failed", value: during.counts.failed, limit: 0 },
    { name: "memory_grown_mb", value: grownMb, limit: limits.grownMb },
    { name: "p99_afterwards_share_of_before", value: share(after), limit: limits.p99Share },
    { name: "refused_without_overload", value: before.counts.refused, limit: 0 },
    ...(await slowStoreFigures({ seed, long, tell })),
  ];
}
