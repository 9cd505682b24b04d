// SPDX-License-Identifier: GPL-3.0-or-later
// S3: slow connections take nothing from those who are not slow, and are cut at the limits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/condition.mjs";
import { Server } from "../support/server.mjs";
import { Victims } from "./flood.mjs";
import { newcomers, openConnections, serverOfFewFiles, SlowCrowd } from "./slowness.mjs";

const count = 600;
const seconds = 3;

test("beside slow connections others are served, and slow heads are cut", async (t) => {
  const server = await Server.start(t);
  const victims = await Victims.at(t, server.url);
  const slow = await SlowCrowd.at(t, server.url, count);
  const [seen, fresh] = await Promise.all([
    victims.seen(seconds),
    newcomers(server.url, seconds),
  ]);
  assert.deepEqual(seen.faults, []);
  assert.equal(fresh.refused, 0);
  assert.ok(seen.polls.length > 10 && fresh.times.length > 10);
  const areCut = async () => (await openConnections(server.url)) <= count / 2 + 3;
  await until("silent ones and slow heads to be cut", areCut, 12_000);
  const { silent, heads } = await slow.ends();
  assert.deepEqual([silent.cut, heads.cut], [silent.opened, heads.opened]);
});

test("control: a server of few files is caught", async (t) => {
  const server = await serverOfFewFiles(t);
  await SlowCrowd.at(t, server.url, count);
  const { refused } = await newcomers(server.url, 1);
  assert.ok(refused > 0, "newcomers are not served");
});
