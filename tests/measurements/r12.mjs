// SPDX-License-Identifier: GPL-3.0-or-later
// R12: 1,000 clients of four kinds stop reading while much is said: what the server keeps for each,
// and what others notice beside the same talk to clients who read, in turns. The control has no
// limit to what it queues.
import { stopAndComeBack } from "../reliability/comingback.mjs";
import { standStill } from "../reliability/standstill.mjs";
import { testProgram } from "../support/programs.mjs";
import { scoped } from "../support/scope.mjs";
import { controlFigure } from "./findings.mjs";
import { percentile } from "./machine.mjs";

const limits = { kbEach: 256, p99Ratio: 1.5 };
const median = (list) => percentile(list, 0.5);
const most = (rounds, name) => Math.max(...rounds.map((one) => one[name]));

function p99Figures(name, kind, { absent, reading, still }) {
  const [without, base, value] = [absent, reading, still].map((rounds) =>
    median(rounds.map((one) => percentile(one[kind], 0.99))),
  );
  return [
    { name: `${name}_p99_ms_without_them`, value: without, limit: null },
    { name: `${name}_p99_ms_while_they_read`, value: base, limit: null },
    { name: `${name}_p99_ms_while_they_do_not`, value, limit: null },
    { name: `${name}_p99_ratio`, value: value / base, limit: limits.p99Ratio },
  ];
}

export async function measureStandstill({ long, tell }) {
  const about = { clients: 1000, agents: 250, times: 50, seconds: 8, tell };
  const [rounds, order] = [long ? 9 : 3, ["absent", "reading", "still"]];
  const found = await scoped((t) => standStill(t, { ...about, rounds, order }));
  const back = await scoped((t) => stopAndComeBack(t));
  tell(`come back: ${JSON.stringify(back)}`);
  const options = { program: testProgram("boundless"), arguments: ["--endless-queues"] };
  const few = { clients: 200, agents: 20, rounds: 1, options };
  const control = await scoped((t) => standStill(t, { ...about, ...few }));
  const { reading, still, sockets } = found;
  const faults = [...reading, ...still].flatMap((one) => one.faults);
  return [
    { name: "clients_that_stop_reading", value: Math.min(...still.map((one) => one.attached)),
      limit: about.clients, atLeast: true },
    { name: "sockets_dropped_for_it", value: Math.min(...still.map((one) => one.dropped)),
      limit: sockets, atLeast: true },
    { name: "dropped_though_they_read", value: most(reading, "dropped"), limit: 0 },
    { name: "kb_for_each_max", value: most(still, "kbEach"), limit: limits.kbEach },
    { name: "kb_for_each_while_they_read_max", value: most(reading, "kbEach"), limit: null },
    ...p99Figures("poll", "polls", found),
    ...p99Figures("agent_request", "asks", found),
    { name: "others_not_served", value: faults.length, limit: 0 },
    { name: "wrong_when_they_had_come_back",
      value: back.agent.wrong.length + back.customer.wrong.length, limit: 0 },
    controlFigure(most(control.still, "kbEach") > limits.kbEach),
  ];
}
