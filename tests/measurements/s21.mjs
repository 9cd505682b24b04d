// SPDX-License-Identifier: GPL-3.0-or-later
// S21: by how much a flood of chats, sockets and logins from one address slows down those at
// others. Side by side: the same flood goes to another server in turn, so that the machine is as
// busy; of each round the p99, of the rounds the median.
import {
  Flood,
  limitedServer,
  loginsElsewhere,
  triesBehindForwarding,
  Victims,
} from "../security/flood.mjs";
import { scoped } from "../support/scope.mjs";
import { percentile } from "./machine.mjs";

const perSecond = 1000;
const logins = 20;
const ratioLimit = 1.5;

/** One round: the flood goes to `flooded` while others use `used`. */
async function round(t, { flooded, used, victims, from, seconds, forwardedFor }) {
  const flood = Flood.start(t, flooded.url, { perSecond, from, forwardedFor });
  const signIns = await loginsElsewhere(used.url, logins);
  const { polls, asks, faults } = await victims.seen(seconds);
  return { signIns, polls, asks, faults, ...(await flood.stop()) };
}

function medianOfP99(rounds, kind) {
  return percentile(rounds.map((one) => percentile(one[kind], 0.99)), 0.5);
}

function figuresOf(name, kind, elsewhere, here) {
  const [base, value] = [elsewhere, here].map((rounds) => medianOfP99(rounds, kind));
  return [
    { name: `${name}_p99_ms_flood_elsewhere`, value: base, limit: null },
    { name: `${name}_p99_ms_flood_here`, value, limit: null },
    { name: `${name}_p99_ratio`, value: value / base, limit: ratioLimit },
  ];
}

async function control(t, seconds) {
  const server = await limitedServer(t, false);
  const victims = await Victims.at(t, server.url);
  const from = "127.0.4.1";
  const found = await round(t, { flooded: server, used: server, victims, from, seconds });
  return found.accepted > found.mayBe;
}

export function measureOneAddress({ long, tell }) {
  return scoped(async (t) => {
    const [count, seconds] = long ? [20, 10] : [9, 4];
    const [used, other] = [await limitedServer(t), await limitedServer(t)];
    const victims = await Victims.at(t, used.url);
    const [elsewhere, here] = [[], []];
    for (let number = 1; number <= count; ++number) {
      tell(`round ${number} of ${count}`);
      const from = `127.0.3.${number}`;
      const forwardedFor = number % 2 === 0 ? "127.0.0" : undefined;
      const given = { used, victims, from, seconds, forwardedFor };
      elsewhere.push(await round(t, { ...given, flooded: other }));
      here.push(await round(t, { ...given, flooded: used }));
    }
    const sum = (list) => list.reduce((before, one) => before + one, 0);
    const tries = await triesBehindForwarding(used.url, 15);
    const isCaught = await control(t, seconds);
    return [
      { name: "flood_tried", value: sum(here.map(({ tried }) => tried)), limit: null },
      { name: "flood_accepted", value: sum(here.map(({ accepted }) => accepted)),
        limit: Math.round(sum(here.map(({ mayBe }) => mayBe))) },
      { name: "others_not_served", value: sum(here.map(({ faults }) => faults.length)), limit: 0 },
      ...figuresOf("poll", "polls", elsewhere, here),
      ...figuresOf("agent_request", "asks", elsewhere, here),
      ...figuresOf("login", "signIns", elsewhere, here),
      { name: "tries_behind_x_forwarded_for", value: tries, limit: 10 },
      { name: "control_caught", value: Number(isCaught), limit: 1, atLeast: true },
    ];
  });
}
