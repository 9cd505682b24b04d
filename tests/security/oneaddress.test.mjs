// SPDX-License-Identifier: GPL-3.0-or-later
// S21: a flood from one address is bounded, also where it claims to be passed on for others, and
// those at other addresses are served meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses, Flood, limitedServer, triesBehindForwarding, Victims } from "./flood.mjs";

const perSecond = 800;
const seconds = 3;

test("a flood from one address is refused, and others are served", async (t) => {
  const server = await limitedServer(t);
  const victims = await Victims.at(t, server.url);
  const flood = Flood.start(t, server.url, { perSecond });
  const { polls, asks, faults } = await victims.seen(seconds);
  const { tried, accepted, mayBe } = await flood.stop();
  assert.deepEqual(faults, []);
  assert.ok(polls.length > 10 && asks.length > 10);
  assert.ok(tried > mayBe, `${tried} tried are a flood`);
  assert.ok(accepted <= mayBe, `${accepted} accepted`);
});

test("what a proxy is said to pass on counts for the address that it comes from", async (t) => {
  const server = await limitedServer(t);
  const victims = await Victims.at(t, server.url);
  const forwardedFor = addresses.customer.split(".").slice(0, 3).join(".");
  const flood = Flood.start(t, server.url, { perSecond, forwardedFor });
  const { faults } = await victims.seen(seconds);
  const { tried, accepted, mayBe } = await flood.stop();
  assert.deepEqual(faults, [], "nothing is charged to whom the flood names");
  assert.ok(tried > mayBe && accepted <= mayBe, `${accepted} of ${tried} accepted`);
  assert.equal(await triesBehindForwarding(server.url, 15), 10);
});

test("control: without limits the flood is accepted, and that is noticed", async (t) => {
  const server = await limitedServer(t, false);
  const flood = Flood.start(t, server.url, { perSecond });
  const victims = await Victims.at(t, server.url);
  await victims.seen(2 * seconds); // a busy machine floods slowly
  const { accepted, mayBe } = await flood.stop();
  assert.ok(accepted > mayBe, `${accepted} accepted`);
});
