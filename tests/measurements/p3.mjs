// SPDX-License-Identifier: GPL-3.0-or-later
// P3: how many messages of customers a second are made durable when each says the next one as soon
// as the last was acknowledged, generator on the same processors; both stores in the same run,
// PostgreSQL with fsync on. Beside it the time of one fdatasync of the disk.
import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryFolder } from "../support/programs.mjs";
import { Postgres } from "../support/postgres.mjs";
import { Probe } from "./fdatasyncprobe.mjs";
import { loaded, withServer } from "./load.mjs";
import { percentile } from "./machine.mjs";

const goals = {
  sqlite: { 50: { rate: 20_000, p99: 5 }, 400: { rate: 25_000, p99: 25 } },
  postgresql: { 50: { rate: 12_000, p99: null }, 400: { rate: null, p99: null } },
};

async function saturated(store, connections, { seed, long, tell }, options) {
  const words = ["saturate", "--connections", String(connections)];
  const report = await withServer(options, (server) =>
    loaded(server, [...words, "--seconds", long ? "120" : "15"], { seed }),
  );
  const times = report.spans.acknowledge;
  const cores = [report.server_cores, report.generator_cores].map((one) => one?.toFixed(2));
  tell(
    `${store}, ${connections} connections: p50 ${times.p50_ms.toFixed(2)} ms, ` +
      `server ${cores[0]}, generator ${cores[1]} cores`,
  );
  const goal = goals[store][connections];
  const name = `${store}_${connections}_connections`;
  const { refused, failed } = report.counts;
  const rate = report.acknowledged_per_s;
  return [
    { name: `${name}_messages_per_s`, value: rate, limit: goal.rate, atLeast: true },
    { name: `${name}_p99_ms`, value: times.p99_ms, limit: goal.p99 },
    { name: `${name}_refused_or_failed`, value: refused + failed, limit: 0 },
  ];
}

async function onPostgres(connections, options) {
  const postgres = await Postgres.start(null, ["-c", "fsync=on"]);
  const database = { arguments: ["--database", postgres.url] };
  const figures = await saturated("postgresql", connections, options, database);
  await postgres.stop();
  await rm(postgres.folder, { recursive: true, force: true });
  return figures;
}

async function diskTime() {
  const folder = await temporaryFolder(null, "tandem-measure-");
  const probe = new Probe(folder);
  await pause(3000);
  const times = await probe.times();
  await rm(folder, { recursive: true, force: true });
  return percentile(times, 0.5);
}

export async function measureSaturation(options) {
  const figures = [{ name: "fdatasync_p50_ms", value: await diskTime(), limit: null }];
  for (const connections of [50, 400]) {
    figures.push(...(await saturated("sqlite", connections, options, {})));
    figures.push(...(await onPostgres(connections, options)));
  }
  return figures;
}
